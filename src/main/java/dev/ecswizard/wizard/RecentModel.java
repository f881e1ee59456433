package dev.ecswizard.wizard;

import dev.ecswizard.template.TemplateFiles;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Latest;
import dev.ecswizard.ui.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The cluster files that were opened or saved last, the latest first.
public final class RecentModel {
    private final Latest<List<Path>> remembered;
    private final ReadOnlyObjectWrapper<List<Path>> files;

    /// @param found those of earlier starts
    public RecentModel(Background background, Settings settings, List<Path> found) {
        remembered = new Latest<>(background, settings::rememberRecent);
        files = new ReadOnlyObjectWrapper<>(List.copyOf(found));
    }

    public ReadOnlyObjectProperty<List<Path>> files() {
        return files.getReadOnlyProperty();
    }

    /// Notes what is opened and saved from now on, and what is no longer there.
    public void follow(OpenModel opening, SaveModel saving) {
        opening.whenOpened(this::add);
        opening.whenMissing(this::remove);
        saving.state().subscribe(state -> {
            if (state instanceof SaveModel.Saved(var saved)) {
                saved.stream()
                        .filter(file -> file.toString().endsWith(TemplateFiles.CLUSTER))
                        .forEach(this::add);
            }
        });
    }

    /// Puts a file first.
    public void add(Path file) {
        var all = new ArrayList<>(files.get());
        var named = file.toAbsolutePath().normalize();
        all.remove(named);
        all.addFirst(named);
        become(all.subList(0, Math.min(all.size(), Settings.MOST_RECENT)));
    }

    /// Leaves out a file that is no longer there.
    public void remove(Path file) {
        var all = new ArrayList<>(files.get());
        if (all.remove(file.toAbsolutePath().normalize())) {
            become(all);
        }
    }

    /// Leaves out all.
    public void clear() {
        become(List.of());
    }

    private void become(List<Path> now) {
        files.set(List.copyOf(now));
        remembered.set(files.get());
    }
}
