package dev.ecswizard.wizard;

import dev.ecswizard.ui.AboutWindow;
import dev.ecswizard.ui.ShortcutsWindow;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.Window;

/// Where the menu leads to: windows beside the app's own, the person's browser and their file manager.
///
/// @param show shows a page or a folder in the program that the system has for it
public record Outside(Window owner, String version, Path logs, Consumer<String> show) implements WizardMenu.Ways {
    private static final String DOCUMENTATION =
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/clusters.html";

    @Override
    public void shortcuts() {
        ShortcutsWindow.show(owner);
    }

    @Override
    public void documentation() {
        show.accept(DOCUMENTATION);
    }

    @Override
    public void logFolder() {
        show.accept(logs.toUri().toString());
    }

    @Override
    public void about() {
        AboutWindow.show(owner, version);
    }
}
