package dev.ecswizard;

import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.template.TemplateFiles;
import dev.ecswizard.ui.Appearance;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Latest;
import dev.ecswizard.ui.Placement;
import dev.ecswizard.ui.Settings;
import dev.ecswizard.ui.Visit;
import dev.ecswizard.ui.WindowPlace;
import dev.ecswizard.wizard.OpenModel;
import dev.ecswizard.wizard.RecentModel;
import dev.ecswizard.wizard.ResumeModel;
import dev.ecswizard.wizard.SaveModel;
import dev.ecswizard.wizard.Walk;
import dev.ecswizard.wizard.WalkFile;
import dev.ecswizard.wizard.account.AccountModel;
import dev.ecswizard.wizard.deploy.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;

/// What earlier starts of the app have left, and what this one leaves to the next.
final class Memory {
    private final Settings settings;
    private final WalkFile walks;
    private final Start start;
    private Appearance appearance = Appearance.SYSTEM;
    private Optional<Placement> placement = Optional.empty();
    private Optional<Visit> last = Optional.empty();
    private List<Path> recent = List.of();
    private Optional<Walk> walk = Optional.empty();
    private Optional<WindowPlace> window = Optional.empty();

    Memory(Settings settings, Start start) {
        this.settings = settings;
        this.start = start;
        walks = new WalkFile(settings.beside("unfinished.ecscluster"));
    }

    /// Reads what is there. Blocks on the disk.
    void read() {
        appearance = settings.appearance();
        placement = settings.placement();
        last = start.after(settings.visit(), System.getenv());
        recent = settings.recent();
        // who opens a file has something else in mind
        walk = start.file().isPresent() ? Optional.empty() : walks.read();
    }

    Appearance appearance() {
        return appearance;
    }

    /// Where to go on from the last time.
    Optional<Visit> last() {
        return last;
    }

    /// The region to begin with on a connection: the one that was asked for, or the one where the person was last.
    Optional<String> region(String connection) {
        return start.region()
                .or(() -> last.filter(visit -> visit.connection().equals(connection))
                        .map(Visit::region));
    }

    /// Remembers where the person goes, unless they were sent there.
    void follow(Background background, AccountModel account) {
        var visits = new Latest<Visit>(background, settings::remember);
        account.place()
                .subscribe(place -> place.filter(_ -> start.isPlain())
                        .ifPresent(now -> account.profile()
                                .getValue()
                                .ifPresent(connection -> visits.set(new Visit(connection.id(), now.region())))));
    }

    /// The cluster files that were used last.
    RecentModel recent(Background background, OpenModel opening, SaveModel saving) {
        var model = new RecentModel(background, settings, recent);
        opening.whenOpened(model::add);
        opening.whenMissing(model::remove);
        saving.state().subscribe(state -> {
            if (state instanceof SaveModel.Saved(var files)) {
                files.stream()
                        .filter(file -> file.toString().endsWith(TemplateFiles.CLUSTER))
                        .forEach(model::add);
            }
        });
        return model;
    }

    /// The answers of a walk, until a stack was made of them.
    ResumeModel resuming(Background background, ResumeModel.Answers answers, ObservableValue<State> deployment) {
        var model = new ResumeModel(background, walks, walk, answers);
        deployment.subscribe(state -> {
            if (state instanceof State.Ended(var _, var _, Outcome.Succeeded _, var _)) {
                model.done();
            }
        });
        return model;
    }

    /// Puts the window where it was.
    void place(Stage stage) {
        window = Optional.of(new WindowPlace(stage, placement));
    }

    /// Remembers where the window was. Blocks on the disk.
    void close() {
        window.flatMap(WindowPlace::now).ifPresent(settings::remember);
    }
}
