package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.deploy.Clearance;
import dev.ecswizard.deploy.ClusterInUse;
import dev.ecswizard.deploy.Deletion;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.TasksStay;
import dev.ecswizard.deploy.Toll;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The question before a stack is deleted: what will go, and whether that is meant; and the way there, on which hosts
/// are freed.
public final class DeletionModel {
    /// What is done about resources that an attempt before could not delete.
    public enum Resistance {
        /// They are tried again.
        TRY,
        /// They stay in the account, outside of any stack.
        KEEP,
        /// They are tried again, and stay where that fails.
        FORCE
    }

    private final Messages messages = Messages.of(DeletionModel.class);
    private final Background background;
    private final Pace pace;
    private final Notes notes;
    private final Load<Toll> toll;
    private final ReadOnlyObjectWrapper<Optional<Run>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Resistance> resistance = new SimpleObjectProperty<>(Resistance.TRY);
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<Clearance.Step>>> clearing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Boolean> isConfirmed;
    private Background.Handle running = () -> {};
    private Optional<Clearance> begun = Optional.empty();
    // for a deletion that AWS then refuses
    private Optional<Clearance> ended = Optional.empty();

    /// Without anything being written down.
    DeletionModel(Background background, Pace pace) {
        this(background, pace, Notes.none());
    }

    /// @param notes where it is written down
    DeletionModel(Background background, Pace pace, Notes notes) {
        this.background = background;
        this.pace = pace;
        this.notes = notes;
        toll = new Load<>(background);
        isConfirmed = Bindings.createObjectBinding(this::confirmed, asked, typed, toll.value(), clearing);
    }

    /// The stack that the question is about, while it stands.
    public ReadOnlyObjectProperty<Optional<Run>> asked() {
        return asked.getReadOnlyProperty();
    }

    /// What will go, as AWS knows it now.
    public Load<Toll> toll() {
        return toll;
    }

    /// The stack's name, as the person types it.
    public StringProperty typed() {
        return typed;
    }

    /// What is done about what resists, where something does.
    public ObjectProperty<Resistance> resistance() {
        return resistance;
    }

    /// Whether the name is right and nothing stands against it.
    public ObservableValue<Boolean> isConfirmed() {
        return isConfirmed;
    }

    /// Why the deletion was not begun.
    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// What has been done till now to free the hosts, while that is under way. Nothing is deleted meanwhile.
    public ReadOnlyObjectProperty<Optional<List<Clearance.Step>>> clearing() {
        return clearing.getReadOnlyProperty();
    }

    /// Takes the question back, or ends what was begun after it: hosts then take tasks again.
    public void leave() {
        giveUp();
        close();
    }

    /// Ends what was begun after the question, and asks it again.
    public void cancel() {
        asked.get().filter(_ -> clearing.get().isPresent()).ifPresent(run -> {
            giveUp();
            ask(run);
            problem.set(Optional.of(messages.text("deploy.delete.cancelled")));
        });
    }

    /// Lifts the stack's own protection against deletion, and asks AWS once more.
    public void unprotect() {
        asked.get().ifPresent(run -> {
            problem.set(Optional.empty());
            var origin = notes.origin(run);
            toll.start(() -> {
                notes.logbook().unprotect(origin, run.holdings().standing(), run.stackName(), run.stackId());
                return new Deletion(run.holdings(), pace).toll(run.stackId());
            });
        });
    }

    void ask(Run run) {
        leave();
        asked.set(Optional.of(run));
        toll.start(() -> new Deletion(run.holdings(), pace).toll(run.stackId()));
    }

    /// Frees the stack's hosts, then hands on.
    ///
    /// @param onward is told which stack, and how far the deletion is to go
    void clear(BiConsumer<Run, DeletionExtent> onward) {
        var run = asked.get().orElseThrow();
        var extent = extent();
        var clearance = new Clearance(run.holdings(), pace, notes.logbook()::draining);
        var origin = notes.origin(run);
        begun = Optional.of(clearance);
        ended = Optional.empty();
        problem.set(Optional.empty());
        clearing.set(Optional.of(List.of()));
        running = background.<Clearance.Step, Run>follow(
                heard -> {
                    notes.logbook().clearing(origin, run.stackName(), run.stackId());
                    clearance.clear(run.stackId(), heard);
                    return run;
                },
                this::hear,
                _ -> {
                    ended = begun;
                    begun = Optional.empty();
                    close();
                    onward.accept(run, extent);
                },
                why -> fail(run, why));
    }

    /// Asks again after a deletion that could not begin; hosts that were freed for it take tasks again.
    void fail(Run run, Exception why) {
        begun = begun.or(() -> ended);
        ended = Optional.empty();
        if (begun.isEmpty()) {
            keep(run);
        }
        asked.set(Optional.of(run));
        ask(run);
        switch (why) {
            case ClusterInUse inUse -> problem.set(Optional.of(inUse.getMessage()));
            case TasksStay stay -> problem.set(Optional.of(stay.getMessage()));
            case CloudProblem said -> {
                var words = Problem.of(said);
                problem.set(Optional.of(messages.text("deploy.delete.failed", words.what(), words.why())));
            }
            // a defect, and not for the page alone to know
            default -> throw new IllegalStateException(why);
        }
    }

    private void hear(Clearance.Step step) {
        var steps = new ArrayList<>(clearing.get().orElse(List.of()));
        if (!steps.isEmpty() && steps.getLast().getClass().equals(step.getClass())) {
            steps.removeLast();
        }
        steps.add(step);
        clearing.set(Optional.of(List.copyOf(steps)));
    }

    private void giveUp() {
        running.stop();
        var clearance = begun;
        var run = asked.get();
        begun = Optional.empty();
        clearance.ifPresent(one -> background.start(
                () -> {
                    var hosts = one.takeBack();
                    run.map(Run::stackId).ifPresent(notes.logbook()::kept);
                    return hosts;
                },
                _ -> {},
                why -> tell(messages.text("deploy.delete.drained"), why)));
    }

    private void keep(Run run) {
        background.start(
                () -> {
                    notes.logbook().kept(run.stackId());
                    return run;
                },
                _ -> {},
                why -> {
                    throw new IllegalStateException(why);
                });
    }

    private void tell(String words, Exception why) {
        if (!(why instanceof CloudProblem)) {
            throw new IllegalStateException(why);
        }
        problem.set(Optional.of(words));
    }

    private void close() {
        toll.forget();
        typed.set("");
        resistance.set(Resistance.TRY);
        problem.set(Optional.empty());
        clearing.set(Optional.empty());
        asked.set(Optional.empty());
    }

    private DeletionExtent extent() {
        var resisting = toll.value().getValue().map(Toll::resisting).orElse(List.of());
        if (resisting.isEmpty()) {
            return new DeletionExtent.Whole();
        }
        return switch (resistance.get()) {
            case TRY -> new DeletionExtent.Whole();
            case KEEP ->
                new DeletionExtent.Retaining(
                        resisting.stream().map(StackResource::logicalId).toList());
            case FORCE -> new DeletionExtent.Forced();
        };
    }

    private boolean confirmed() {
        var isRight = asked.get()
                .filter(run -> run.stackName().equals(typed.get().strip()))
                .isPresent();
        return isRight
                && clearing.get().isEmpty()
                && toll.value().getValue().filter(Toll::isPayable).isPresent();
    }
}
