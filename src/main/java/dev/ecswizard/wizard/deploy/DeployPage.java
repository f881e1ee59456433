package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.ui.Command;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Seconds;
import dev.ecswizard.ui.Spoken;
import dev.ecswizard.wizard.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Says what will be made, makes it on demand, and shows how it comes up or goes down.
public final class DeployPage implements Page {
    private final Messages messages = Messages.of(DeployPage.class);
    private final DeployModel model;
    private final Copy copy;
    private final OfferPane offerPane;
    private final ReviewPane reviewPane;
    private final LogPane logPane;

    @FXML
    private VBox offer;

    @FXML
    private VBox known;

    @FXML
    private VBox review;

    @FXML
    private Note leftOver;

    @FXML
    private VBox run;

    @FXML
    private Label status;

    @FXML
    private Label where;

    @FXML
    private Label elapsed;

    @FXML
    private Button stop;

    @FXML
    private Button watch;

    @FXML
    private Button cancel;

    @FXML
    private Button change;

    @FXML
    private Button existing;

    @FXML
    private Button deleteStack;

    @FXML
    private HBox bar;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label count;

    @FXML
    private Note trouble;

    @FXML
    private Command remedy;

    @FXML
    private VBox access;

    @FXML
    private Note cause;

    @FXML
    private Label reason;

    @FXML
    private HBox help;

    @FXML
    private Note advice;

    @FXML
    private Button standard;

    @FXML
    private VBox cancelling;

    @FXML
    private VBox wayBack;

    @FXML
    private VBox finish;

    @FXML
    private VBox outputs;

    @FXML
    private VBox deletion;

    @FXML
    private VBox mending;

    @FXML
    private Button rollBack;

    @FXML
    private Button mendStack;

    @FXML
    private VBox log;

    private final Parent root = Fxml.load(this);
    private final Seconds seconds = new Seconds(root);

    public DeployPage(DeployModel model, RecordModel record, Copy copy) {
        this.model = model;
        this.copy = copy;
        seconds.whileNeeded(model.state().map(State::isUnderWay), this::showElapsed);
        offerPane = new OfferPane(model, copy);
        offer.getChildren().setAll(offerPane.root());
        model.offered().offer().value().subscribe(_ -> showState(model.state().get()));
        model.isMade().subscribe(_ -> showState(model.state().get()));
        hold(known, new KnownPane(model.known()).root());
        reviewPane = new ReviewPane(model);
        review.getChildren().setAll(reviewPane.root());
        leftOver.follow(model.review().leftOver());
        cancel.setOnAction(_ -> model.discard());
        change.setOnAction(_ -> model.changeExisting());
        stop.setOnAction(_ -> model.ways().stopWatching());
        watch.setOnAction(_ -> model.ways().watchAgain());
        existing.setOnAction(_ -> model.watchExisting());
        standard.setOnAction(_ -> model.useStandardRecipe());
        deleteStack.setOnAction(_ -> model.askToDelete());
        remedy.setCopy(copy);
        hold(access, new AccessPane(model.access(), copy).root());
        hold(cancelling, new CancelPane(model.ways().cancelling()).root());
        hold(wayBack, new FixPane(model.fix()).root());
        hold(finish, new FinishPane(model.finish(), copy).root());
        hold(deletion, new DeletionPane(model.deletion(), model::delete, copy).root());
        hold(mending, new MendingPane(model.ways().mending(), model.ways()::mend, copy).root());
        rollBack.setOnAction(_ -> model.ways().take(StackAction.ROLL_BACK));
        mendStack.setOnAction(_ -> model.ways().take(StackAction.CONTINUE_ROLLBACK));
        model.deletion().asked().subscribe(_ -> showOutputs(model.state().get()));
        logPane = new LogPane(model.log(), model.timeline(), record, copy, seconds);
        log.getChildren().setAll(logPane.root());
        Spoken.follow(status, status.textProperty());
        model.state().subscribe(this::showState);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public DeployModel model() {
        return model;
    }

    @Override
    public void focus() {
        if (review.isVisible()) {
            reviewPane.focus();
        } else if (offer.isVisible()) {
            offerPane.focus();
        } else {
            logPane.focus();
        }
    }

    @Override
    public boolean mayClose() {
        return ClosingQuestion.of(model)
                .map(question -> question.ask(root.getScene()))
                .orElse(true);
    }

    private void showState(State state) {
        var verdict = Verdict.of(state);
        show(offer, offers(state));
        var isReviewed = state instanceof State.Reviewing;
        var isFirst = isReviewed && !review.isVisible();
        show(review, isReviewed);
        if (isFirst) {
            reviewPane.focus();
        }
        show(run, !(state instanceof State.Nothing) && !isReviewed);
        show(cancel, state instanceof State.Submitting);
        show(change, state instanceof State.Refused taken && taken.isNameTaken());
        show(log, state.shown().isPresent());
        status.setText(verdict.status());
        where.setText(state.shown()
                .map(now -> messages.text("deploy.where.text", now.account(), now.region()))
                .orElse(""));
        show(where, state.shown().isPresent());
        show(stop, state instanceof State.Watching);
        show(watch, state instanceof State.Stopped);
        show(existing, state instanceof State.Refused refused && refused.isNameTaken());
        show(deleteStack, state.shown().isPresent() && !state.isUnderWay() && !isGone(state));
        show(rollBack, model.ways().open().contains(StackAction.ROLL_BACK));
        show(mendStack, model.ways().open().contains(StackAction.CONTINUE_ROLLBACK));
        showProgress(state);
        say(trouble, verdict.trouble());
        remedy.setText(verdict.remedy().orElse(""));
        say(cause, verdict.cause());
        reason.setText(verdict.reason().orElse(""));
        show(reason, verdict.reason().isPresent());
        say(advice, verdict.advice());
        show(standard, verdict.offersStandard());
        show(help, verdict.advice().isPresent() || verdict.offersStandard());
        showOutputs(state);
        showElapsed();
    }

    /// Whether there is something to make that is not just being made, or already there.
    private boolean offers(State state) {
        return !state.isUnderWay()
                && !(state instanceof State.Reviewing)
                && (state.shown().isEmpty() || isGone(state) || !model.isMade().getValue());
    }

    private static boolean isGone(State state) {
        return state instanceof State.Ended(var _, var _, Outcome.Deleted _, var _);
    }

    private void showProgress(State state) {
        var seen = state.seen().filter(now -> now.total() > 0);
        var share = seen.map(now -> (double) now.done() / now.total());
        progress.setProgress(share.orElse(state.isUnderWay() ? ProgressBar.INDETERMINATE_PROGRESS : 0));
        count.setText(seen.map(this::counted).orElse(""));
        show(bar, state.isUnderWay() || seen.isPresent() && !(state instanceof State.Ended));
    }

    private String counted(Progress now) {
        return messages.text("deploy.progress.text", now.done(), now.total());
    }

    private void showElapsed() {
        elapsed.setText(model.elapsed().map(DeployPage::words).orElse(""));
    }

    private static String words(Duration time) {
        return time.toHours() > 0
                ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private void showOutputs(State state) {
        var made = state instanceof State.Ended(var _, var _, Outcome.Succeeded succeeded, var _)
                ? succeeded.outputs()
                : List.<Stack.Output>of();
        outputs.getChildren()
                .setAll(made.stream()
                        .map(output -> new OutputLine(output, copy))
                        .toList());
        show(outputs, !made.isEmpty() && model.deletion().asked().get().isEmpty());
    }

    /// Takes no room, not even a gap, where the pane takes none.
    private static void hold(VBox place, Parent pane) {
        place.getChildren().setAll(pane);
        place.visibleProperty().bind(pane.visibleProperty());
        place.managedProperty().bind(pane.managedProperty());
    }

    private static void say(Note note, Optional<String> sentence) {
        note.setText(sentence.orElse(""));
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
