package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.Follower;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.VirtualThreads;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The app's own way from a follower to the row of the table that a person sees, and to the word that the stack is
/// complete. What is new counts as shown after the frame that shows it.
final class AppSide {
    static final String KEY = "app";

    private final LogModel log = new LogModel(ZoneOffset.UTC);
    private final Label status = new Label();
    private final Map<String, Instant> shown = new HashMap<>();
    private final CompletableFuture<Instant> complete = new CompletableFuture<>();
    private final CompletableFuture<Outcome> ended = new CompletableFuture<>();
    private Stage stage;
    private Scene scene;

    private AppSide() {}

    static Seen deploy(Paced sandbox, Template template, String name) throws Exception {
        return new AppSide().seen(sandbox, template, name);
    }

    private Seen seen(Paced sandbox, Template template, String name) throws Exception {
        Platform.runLater(this::open);
        sandbox.watch(name);
        var stacks = sandbox.stacks(KEY);
        var pace = Pace.ofTheWall();
        var submission = Submission.of(template, name, Map.of());
        var proposal = (Proposal.Ready) submission.propose(stacks, pace, _ -> {});
        proposal.execute(stacks, pace, false);
        var target = proposal.target(Optional.empty());
        VirtualThreads.forWindow()
                .follow(
                        report -> new Follower(stacks, pace).follow(target, report::accept),
                        this::hear,
                        ended::complete,
                        ended::completeExceptionally);
        if (!(ended.get() instanceof Outcome.Succeeded)) {
            throw new IOException("ended as " + ended.get());
        }
        var isShown = new CompletableFuture<Void>();
        Platform.runLater(() -> afterFrame(() -> isShown.complete(null)));
        isShown.get();
        var events = sandbox.events(name);
        var at = complete.get();
        Platform.runLater(() -> stage.close());
        return new Seen(events, shown, at, sandbox.reads(KEY), sandbox.witnessed(events));
    }

    private void hear(Progress progress) {
        log.set(progress.events());
        var run = Optional.of(progress).filter(now -> now.ending().isPresent());
        run.ifPresent(_ -> status.setText("complete"));
        afterFrame(() -> {
            var now = Instant.now();
            progress.fresh().stream().map(StackEvent::id).forEach(id -> shown.putIfAbsent(id, now));
            run.ifPresent(_ -> complete.complete(now));
        });
    }

    private void afterFrame(Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(action);
            }
        });
        Platform.requestNextPulse();
    }

    private void open() {
        var view = new TableView<StackEvent>();
        new EventTable(view, log, _ -> {});
        scene = new Scene(new VBox(status, view), 788, 400);
        Theme.dress(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }
}
