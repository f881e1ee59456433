package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Mend;
import dev.ecswizard.deploy.Mending;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.deploy.Target;
import dev.ecswizard.ui.Background;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The ways that lead on from the state that a stack stands in, whether this app brought it there or not.
public final class Ways {
    private final Pace pace;
    private final Course course;
    private final LogModel log;
    private final DeletionModel deletion;
    private final MendingModel mending;
    private final CancelModel cancelling;

    Ways(Background background, Pace pace, Course course, LogModel log, DeletionModel deletion) {
        this.pace = pace;
        this.course = course;
        this.log = log;
        this.deletion = deletion;
        mending = new MendingModel(background, pace);
        cancelling = new CancelModel(background, pace, course.notes(), course.state());
        course.state().subscribe(now -> {
            if (now.isUnderWay()) {
                mending.leave();
            }
        });
    }

    /// The question before a failed roll-back goes on.
    public MendingModel mending() {
        return mending;
    }

    /// The question before an update is stopped.
    public CancelModel cancelling() {
        return cancelling;
    }

    /// What can be done with the stack that is shown, as far as its state was seen; nothing while it is followed.
    public Set<StackAction> open() {
        var state = course.state().get();
        return state.isUnderWay() || state.shown().isEmpty()
                ? Set.of()
                : status(state).map(StackAction::of).orElse(Set.of());
    }

    private static Optional<StackStatus> status(State state) {
        return state instanceof State.Ended(var _, var _, Outcome.Deleted _, var _)
                ? Optional.empty()
                : state.seen().flatMap(Progress::stack).map(stack -> stack.status());
    }

    /// Shows a stack that was there before, and begins what is wanted of it or asks what has to be asked first. Nothing
    /// happens while another one is under way.
    public void take(Run run, StackAction action) {
        if (course.state().get().isUnderWay()) {
            return;
        }
        course.proposing().discard();
        switch (action) {
            case DELETE, DELETE_RETAINING, RETRY -> {
                show(run);
                deletion.ask(run);
                if (action == StackAction.DELETE_RETAINING) {
                    deletion.resistance().set(DeletionModel.Resistance.KEEP);
                }
            }
            case CONTINUE_ROLLBACK -> {
                show(run);
                mending.ask(run);
            }
            case ROLL_BACK -> rollBack(run);
            case CLEAN_UP -> cleanUp(run);
            case CANCEL_UPDATE -> {
                watch(run);
                cancelling.askOnce();
            }
            case OPEN, CHANGE, WATCH -> watch(run);
        }
    }

    /// The same for the stack that is shown.
    public void take(StackAction action) {
        course.state().get().shown().ifPresent(run -> take(run, action));
    }

    /// Goes on with the roll-back that was asked about.
    public void mend() {
        mending.asked().get().ifPresent(run -> {
            var skipped = List.copyOf(mending.skipped());
            mending.leave();
            var again = run.towards(Aim.COMPLETION, pace.now());
            mend(again, new Mend.GoOn(skipped));
        });
    }

    /// Stops looking; AWS goes on.
    public void stopWatching() {
        if (course.state().get() instanceof State.Watching(var run, var progress)) {
            course.stop();
            course.set(new State.Stopped(run, progress, Optional.empty()));
        }
    }

    /// Looks again at what was no longer looked at.
    public void watchAgain() {
        if (course.state().get() instanceof State.Stopped(var run, var progress, var _)) {
            watchOn(run, progress);
        }
    }

    /// Goes on with what is shown by other credentials: watches the stack on, or its hosts where it has ended.
    void seeOn(Run run, Optional<Progress> seen) {
        if (course.state().get() instanceof State.Ended(var _, var _, var outcome, var took)) {
            course.set(new State.Ended(run, seen, outcome, took));
        } else {
            watchOn(run, seen);
        }
    }

    /// Watches on what was begun here, to the end of what was asked for.
    void watchOn(Run run, Optional<Progress> seen) {
        watchOn(run, seen, course.notes().logbook().request(run.stackId()));
    }

    /// Watches on what was begun before, from the same stack by way of other credentials if need be: what was seen of
    /// it stays in sight.
    void watchOn(Run run, Optional<Progress> seen, Optional<Target.Request> request) {
        course.begin(
                new State.Watching(run, seen),
                news -> course.follow(
                        run.stacks(), new Target(run.stackId(), run.aim(), run.resources(), request), news));
    }

    private void rollBack(Run run) {
        mend(run.towards(Aim.COMPLETION, pace.now()), new Mend.RollBack());
    }

    private void mend(Run run, Mend mend) {
        var origin = course.notes().origin(run);
        begin(
                run,
                news -> course.notes()
                        .logbook()
                        .mend(
                                origin,
                                new Mending(run.holdings(), pace),
                                run.stackName(),
                                run.stackId(),
                                mend,
                                progress -> news.accept(new News.Seen(progress))));
    }

    private void cleanUp(Run run) {
        show(run);
        var again = run.towards(Aim.DELETION, pace.now());
        var origin = course.notes().origin(run);
        course.run(
                new State.Watching(again, course.state().get().seen()),
                news -> {
                    course.notes().logbook().clearing(origin, run.stackName(), run.stackId());
                    if (isGuardedByUs(run)) {
                        course.notes()
                                .logbook()
                                .unprotect(origin, run.holdings().standing(), run.stackName(), run.stackId());
                    }
                    return course.delete(run, new DeletionExtent.Whole(), news);
                },
                // somebody else's protection is for the person to lift
                problem -> deletion.fail(again, problem));
    }

    /// Whether the protection of a stack is this window's own, which its failed first attempt loses with it.
    boolean isGuardedByUs(Run run) {
        return course.proposing().hasProtected(run.stackId());
    }

    private void watch(Run run) {
        begin(run, news -> course.follow(run.stacks(), new Target(run.stackId(), run.aim(), run.resources()), news));
    }

    private void begin(Run run, Background.Loop<News, Outcome> loop) {
        log.set(List.of());
        course.begin(new State.Watching(run, Optional.empty()), loop);
    }

    private void show(Run run) {
        deletion.leave();
        mending.leave();
        if (course.state()
                .get()
                .shown()
                .map(Run::stackId)
                .filter(run.stackId()::equals)
                .isEmpty()) {
            log.set(List.of());
            course.set(new State.Stopped(run, Optional.empty(), Optional.empty()));
        }
    }
}
