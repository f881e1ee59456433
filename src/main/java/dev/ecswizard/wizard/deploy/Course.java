package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Deletion;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Target;
import dev.ecswizard.ui.Background;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The course of one deployment: a change set is worked out, reviewed, carried out and followed. It holds how that
/// stands.
///
/// ```
/// Nothing ── Submitting ─┬─ Reviewing ─┬─ Executing ── Watching ── Ended
///                        ├─────────────┘                  └─ Stopped
///                        ├─ Unchanged
///                        └─ Refused
/// ```
/// What makes a stack and touches nothing that is there goes past the review, unless one is wanted.
final class Course {
    private final Background background;
    private final Pace pace;
    private final LogModel log;
    private final FinishModel finish;
    private final DeletionModel deletion;
    private final Notes notes;
    private final ReviewModel review;
    private final Proposing proposing;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private Background.Handle running = () -> {};

    Course(Background background, Pace pace, LogModel log, DeletionModel deletion, Notes notes) {
        this.background = background;
        this.pace = pace;
        this.log = log;
        this.finish = new FinishModel(background, pace, log, notes);
        this.deletion = deletion;
        this.notes = notes;
        this.review = new ReviewModel(background, pace, notes.logbook());
        this.proposing = new Proposing(background, pace, this, review, notes);
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    FinishModel finish() {
        return finish;
    }

    ReviewModel review() {
        return review;
    }

    /// What leads up to a change set that is carried out.
    Proposing proposing() {
        return proposing;
    }

    void set(State next) {
        state.set(next);
    }

    void stop() {
        running.stop();
    }

    /// Takes what works for the present state, in place of what did before.
    void keep(Background.Handle handle) {
        running = handle;
    }

    /// Shows nothing of what went before.
    void clear() {
        deletion.leave();
        log.set(List.of());
    }

    void forget() {
        review.withdraw();
        clear();
        state.set(new State.Nothing());
    }

    /// To be called when the window closes. Blocks for a moment where a change set has to be removed.
    void close() {
        running.stop();
        review.close();
    }

    /// Runs a deletion that was confirmed.
    ///
    /// @param refused told when nothing was begun
    void run(State first, Background.Loop<News, Outcome> loop, Consumer<Exception> refused) {
        var before = state.get();
        state.set(first);
        running = background.follow(loop, this::hear, this::end, problem -> {
            if (hasBegun(before)) {
                fail(problem);
            } else {
                state.set(before);
                refused.accept(problem);
            }
        });
    }

    private boolean hasBegun(State before) {
        return !state.get().seen().equals(before.seen());
    }

    void begin(State first, Background.Loop<News, Outcome> loop) {
        running.stop();
        deletion.leave();
        state.set(first);
        running = background.follow(loop, this::hear, this::end, this::fail);
    }

    Outcome follow(Stacks stacks, Target target, Consumer<News> news) {
        return notes.logbook().follow(target, stacks, pace, progress -> news.accept(new News.Seen(progress)));
    }

    Outcome delete(Run run, DeletionExtent extent, Consumer<News> news) {
        return notes.logbook()
                .delete(
                        new Deletion(run.holdings(), pace),
                        run.stackId(),
                        extent,
                        progress -> news.accept(new News.Seen(progress)));
    }

    Notes notes() {
        return notes;
    }

    void hear(News news) {
        switch (news) {
            case News.Prepared(var submission) ->
                state.get().asked().ifPresent(now -> review.prepared(submission, now.stacks()));
            case News.Unprotected(var offer, var problem) -> review.unprotected(offer, problem);
            case News.Begun(var proposed) -> review.begun(proposed);
            case News.Made(var stackId, var resources) -> made(stackId, resources);
            case News.Seen(var progress) -> {
                finish.log(progress.events());
                state.get().shown().ifPresent(run -> state.set(new State.Watching(run, Optional.of(progress))));
            }
        }
    }

    void made(String stackId, int resources) {
        review.settled();
        state.get().asked().ifPresent(now -> {
            var run = Run.of(now, stackId, resources, pace.now());
            var next = state.get() instanceof State.Executing(var _, var _, var begun)
                    ? run.towards(Aim.EXECUTION, begun)
                    : run;
            state.set(new State.Watching(next, Optional.empty()));
        });
    }

    void end(Outcome outcome) {
        var run = state.get().shown().orElseThrow();
        state.set(new State.Ended(run, state.get().seen(), outcome, Duration.between(run.since(), pace.now())));
    }

    void fail(Exception exception) {
        var known = exception instanceof CloudProblem problem ? Optional.of(problem) : Optional.<CloudProblem>empty();
        switch (state.get()) {
            case State.Submitting(var now, var _) -> {
                var refused = known.map(problem -> new State.Refused(now, problem));
                // what may be there all the same is asked for again by the same token, or removed with the choice
                if (refused.filter(State.Refused::isSilence).isEmpty()) {
                    review.withdraw();
                }
                state.set(refused.<State>map(no -> no).orElseGet(State.Nothing::new));
            }
            case State.Executing(var now, var proposal, var _) -> state.set(new State.Reviewing(now, proposal, known));
            case State.Watching(var run, var progress) -> state.set(new State.Stopped(run, progress, known));
            case State.Nothing _,
                    State.Reviewing _,
                    State.Unchanged _,
                    State.Refused _,
                    State.Stopped _,
                    State.Ended _ -> {}
        }
        if (known.isEmpty()) {
            // a defect, and not for the page alone to know
            throw new IllegalStateException(exception);
        }
    }
}
