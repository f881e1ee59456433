package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Mending;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Problem;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The question before an update that is under way is stopped. Who watches the stack sees it go back.
public final class CancelModel {
    private final Messages messages = Messages.of(CancelModel.class);
    private final Background background;
    private final Pace pace;
    private final Notes notes;
    private final ObservableValue<Optional<Run>> cancellable;
    private final ReadOnlyObjectWrapper<Optional<Run>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private Background.Handle running = () -> {};
    private boolean isToAsk;

    CancelModel(Background background, Pace pace, Notes notes, ObservableValue<State> state) {
        this.background = background;
        this.pace = pace;
        this.notes = notes;
        cancellable = state.map(CancelModel::find);
        cancellable.subscribe(now -> {
            var isSame = now.map(Run::stackId).equals(asked.get().map(Run::stackId));
            if (!isSame) {
                close();
            }
            if (isToAsk && now.isPresent()) {
                isToAsk = false;
                ask();
            }
        });
        state.subscribe(now -> {
            if (!now.isUnderWay()) {
                isToAsk = false;
            }
        });
    }

    private static Optional<Run> find(State state) {
        return state instanceof State.Watching(var run, var progress)
                ? progress.flatMap(Progress::stack)
                        .filter(stack -> StackAction.of(stack.status()).contains(StackAction.CANCEL_UPDATE))
                        .map(_ -> run)
                : Optional.empty();
    }

    /// The stack that is watched and whose update can still be stopped.
    public ObservableValue<Optional<Run>> cancellable() {
        return cancellable;
    }

    /// The stack that the question is about, while it stands.
    public ReadOnlyObjectProperty<Optional<Run>> asked() {
        return asked.getReadOnlyProperty();
    }

    /// Why it was not stopped, in words.
    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty isWorking() {
        return working.getReadOnlyProperty();
    }

    /// Asks. Nothing happens unless there is an update to stop.
    public void ask() {
        problem.set(Optional.empty());
        asked.set(cancellable.getValue());
    }

    /// Asks as soon as the update is seen, if it is still under way then.
    void askOnce() {
        isToAsk = true;
        if (cancellable.getValue().isPresent()) {
            isToAsk = false;
            ask();
        }
    }

    /// Lets the update go on.
    public void leave() {
        if (!working.get()) {
            close();
        }
    }

    /// Has the update stopped. Once, however often it is pressed.
    public void cancel() {
        asked.get().filter(_ -> !working.get()).ifPresent(run -> {
            working.set(true);
            problem.set(Optional.empty());
            var origin = notes.origin(run);
            running = background.start(
                    () -> {
                        notes.logbook()
                                .cancelUpdate(
                                        origin, new Mending(run.holdings(), pace), run.stackName(), run.stackId());
                        return run;
                    },
                    _ -> close(),
                    this::fail);
        });
    }

    private void fail(Exception failure) {
        working.set(false);
        if (!(failure instanceof CloudProblem known)) {
            // a defect, and not for the page alone to know
            throw new IllegalStateException(failure);
        }
        var words = Problem.of(known);
        problem.set(Optional.of(messages.text("deploy.cancel.failed", words.what(), words.why())));
    }

    private void close() {
        running.stop();
        running = () -> {};
        working.set(false);
        problem.set(Optional.empty());
        asked.set(Optional.empty());
    }
}
