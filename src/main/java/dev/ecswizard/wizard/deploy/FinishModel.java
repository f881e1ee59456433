package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Crossing;
import dev.ecswizard.deploy.HostRows;
import dev.ecswizard.deploy.HostTarget;
import dev.ecswizard.deploy.HostsSeen;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.Signals;
import dev.ecswizard.deploy.StackStage;
import dev.ecswizard.deploy.Vigil;
import dev.ecswizard.ui.Background;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The hosts of the stack that is followed: watched beside it and after it until they have joined the cluster, and one
/// started for a proof where there is none.
public final class FinishModel {
    private final Background background;
    private final Pace pace;
    private final LogModel log;
    private final ProofModel proof;
    private final ReadOnlyObjectWrapper<Finish> finish = new ReadOnlyObjectWrapper<>(new Finish.None());
    private final ReadOnlyObjectWrapper<Optional<HostsSeen>> seen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Signals signals = new Signals();
    /// Asked by the watch, on its own thread.
    private AtomicReference<StackStage> stage = new AtomicReference<>(StackStage.MADE);

    private Optional<Run> run = Optional.empty();
    private Optional<HostTarget> target = Optional.empty();
    private List<StackEvent> events = List.of();
    private boolean isWatching;
    private Background.Handle running = () -> {};

    /// @param notes where a proof is written down
    FinishModel(Background background, Pace pace, LogModel log, Notes notes) {
        this.background = background;
        this.pace = pace;
        this.log = log;
        this.proof = new ProofModel(background, pace, notes, finish, this::hear);
    }

    /// How the hosts stand.
    public ReadOnlyObjectProperty<Finish> finish() {
        return finish.getReadOnlyProperty();
    }

    /// What was seen of them last; stays when they are gone, until another stack is followed.
    public ReadOnlyObjectProperty<Optional<HostsSeen>> seen() {
        return seen.getReadOnlyProperty();
    }

    /// What keeps the hosts that are waited for from being seen, or from being proven; it says nothing about them.
    ObservableValue<Optional<CloudProblem>> trouble() {
        return finish.flatMap(now -> seen.map(now::trouble));
    }

    /// Follows what becomes of a stack.
    void follow(State state) {
        switch (state) {
            case State.Watching(var now, var progress) -> watch(now, progress);
            case State.Ended(var now, var progress, var outcome, var _) -> end(now, progress, outcome);
            case State.Stopped(var now, var _, var _) -> {
                take(now);
                stopWatching();
            }
            case State.Nothing _, State.Submitting _, State.Reviewing _, State.Executing _, State.Unchanged _ ->
                forget();
            case State.Refused _ -> forget();
        }
    }

    /// Shows events in the log, with what happened to hosts between them.
    void log(List<StackEvent> now) {
        events = now;
        log.set(HostRows.merge(events, seen.get()));
    }

    private void take(Run now) {
        var isSame = run.filter(before ->
                        before.stackId().equals(now.stackId()) && before.since().equals(now.since()))
                .isPresent();
        if (!isSame) {
            var isSameStack =
                    run.map(Run::stackId).filter(now.stackId()::equals).isPresent();
            var consoles = seen.get();
            forget();
            run = Optional.of(now);
            // a deletion takes the hosts, not what they said
            if (isSameStack && now.aim() == Aim.DELETION) {
                seen.set(consoles);
            }
        } else if (run.filter(now::equals).isEmpty()) {
            // the same by other credentials
            run = Optional.of(now);
            seen.set(seen.get().map(HostsSeen::untroubled));
            proof.goOn(now);
            if (isWatching) {
                stopWatching();
                target.ifPresent(there -> keep(now, there));
            }
        }
    }

    private void forget() {
        proof.leave();
        stopWatching();
        run = Optional.empty();
        target = Optional.empty();
        events = List.of();
        seen.set(Optional.empty());
        finish.set(new Finish.None());
    }

    private void stopWatching() {
        if (isWatching) {
            isWatching = false;
            running.stop();
        }
    }

    private void watch(Run now, Optional<Progress> progress) {
        take(now);
        progress.flatMap(Progress::stack).filter(_ -> now.aim() != Aim.DELETION).ifPresent(stack -> {
            var all = progress.get().events();
            stage.set(signals.stage(stack, all));
            if (target.isEmpty()) {
                target = HostTarget.in(now.stackId(), all);
                target.ifPresent(there -> keep(now, there));
            }
        });
    }

    private void end(Run now, Optional<Progress> progress, Outcome outcome) {
        take(now);
        if (!(outcome instanceof Outcome.Succeeded)) {
            stage.updateAndGet(before -> before.on(StackStage.Way.OVER));
            return;
        }
        if (finish.get().holdsHost()) {
            // the same end as before, and the proof goes on
            return;
        }
        // a watch of its own, so that nothing that befell the one beside the stack decides about the finish line
        stopWatching();
        stage = new AtomicReference<>(StackStage.MADE);
        finish.set(new Finish.Waiting());
        if (target.isEmpty()) {
            target = progress.flatMap(last -> HostTarget.in(now.stackId(), last.events()));
        }
        if (target.isPresent()) {
            keep(now, target.get());
        } else {
            background.start(
                    () -> HostTarget.of(now.stackId(), now.stacks().resources(now.stackId())),
                    found -> {
                        target = found;
                        found.ifPresentOrElse(there -> keep(now, there), () -> finish.set(new Finish.None()));
                    },
                    problem -> failed(
                            problem,
                            known -> finish.set(new Finish.Crossed(new Crossing.Unknown(Optional.of(known))))));
        }
    }

    private void keep(Run now, HostTarget there) {
        if (isWatching || run.filter(now::equals).isEmpty()) {
            return;
        }
        isWatching = true;
        var asked = stage;
        running = background.follow(
                report -> new Vigil(now.hosts(), pace, there).keep(asked::get, report::accept),
                this::hear,
                this::crossed,
                problem -> failed(problem, known -> crossed(new Crossing.Unknown(Optional.of(known)))));
    }

    private void hear(HostsSeen now) {
        seen.set(Optional.of(now));
        if (!events.isEmpty()) {
            log(events);
        }
    }

    private void crossed(Crossing crossing) {
        isWatching = false;
        if (finish.get() instanceof Finish.Waiting) {
            var isGone = crossing instanceof Crossing.Unknown(var problem) && problem.isEmpty();
            finish.set(isGone ? new Finish.None() : new Finish.Crossed(crossing));
        }
    }

    /// Waits no longer; hosts go on joining.
    public void stop() {
        switch (finish.get()) {
            case Finish.Waiting _ -> {
                stopWatching();
                finish.set(new Finish.Stopped());
            }
            case Finish.Proving _ -> proof.breakOff();
            case Finish.None _,
                    Finish.Crossed _,
                    Finish.Stopped _,
                    Finish.Releasing _,
                    Finish.Proved _,
                    Finish.Unproved _ -> {}
        }
    }

    /// Waits once more.
    public void again() {
        var isOver = finish.get() instanceof Finish.Stopped || finish.get() instanceof Finish.Crossed;
        if (isOver && target.isPresent()) {
            finish.set(new Finish.Waiting());
            stage = new AtomicReference<>(StackStage.MADE);
            run.ifPresent(now -> keep(now, target.get()));
        }
    }

    /// Starts one host in a group that wants none, waits for its agent and releases it.
    public void prove() {
        var isEmpty = finish.get() instanceof Finish.Crossed(Crossing.Empty _)
                || finish.get() instanceof Finish.Proved
                || finish.get() instanceof Finish.Unproved;
        if (isEmpty) {
            run.ifPresent(now -> seen.get().ifPresent(last -> proof.begin(now, last.untroubled())));
        }
    }

    /// To be called when the window closes. Blocks for a moment where a host was started for a proof.
    void close() {
        running.stop();
        proof.close();
    }

    static void failed(Exception problem, Consumer<CloudProblem> tell) {
        if (problem instanceof CloudProblem known) {
            tell.accept(known);
        } else {
            // a defect, and not for the page alone to know
            throw new IllegalStateException(problem);
        }
    }
}
