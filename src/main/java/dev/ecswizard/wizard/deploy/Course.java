package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Deletion;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.deploy.Target;
import dev.ecswizard.ui.Background;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The course of one deployment: a change set is worked out, reviewed, carried out and followed. It holds how that
/// stands.
///
/// ```
/// Nothing ── Submitting ─┬─ Reviewing ── Executing ── Watching ── Ended
///                        ├─ Unchanged                    └─ Stopped
///                        └─ Refused
/// ```
final class Course {
    private final Background background;
    private final Pace pace;
    private final LogModel log;
    private final FinishModel finish;
    private final DeletionModel deletion;
    private final Notes notes;
    private final ReviewModel review;
    /// The stacks that were given their protection here.
    private final Set<String> guarded = ConcurrentHashMap.newKeySet();

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

    void set(State next) {
        state.set(next);
    }

    void stop() {
        running.stop();
    }

    void forget() {
        review.withdraw();
        deletion.leave();
        log.set(List.of());
        state.set(new State.Nothing());
    }

    /// Has CloudFormation work out what it would do.
    ///
    /// @param wanted blocks; what was sent for the same and not answered is sent again in its place
    /// @param objection why it is not even reviewed, in words
    void propose(Offer offer, Supplier<Submission> wanted, Function<Proposal.Ready, Optional<String>> objection) {
        var known = review.submission();
        var origin = notes.origin(offer);
        log.set(List.of());
        deletion.leave();
        state.set(new State.Submitting(offer, pace.now()));
        running = background.follow(
                news -> {
                    var submission = known.orElseGet(wanted);
                    news.accept(new News.Prepared(submission));
                    return notes.logbook()
                            .propose(
                                    origin,
                                    submission,
                                    offer.stacks(),
                                    pace,
                                    proposed -> news.accept(new News.Begun(proposed)));
                },
                this::hear,
                proposal -> review(offer, proposal, objection),
                this::fail);
    }

    private void review(Offer offer, Proposal proposal, Function<Proposal.Ready, Optional<String>> objection) {
        switch (proposal) {
            case Proposal.Ready ready ->
                objection.apply(ready).ifPresentOrElse(words -> object(offer, words), () -> {
                    review.isProtected().set(ready.isNew() && offer.isProtectedByDefault());
                    state.set(new State.Reviewing(offer, ready, Optional.empty()));
                });
            case Proposal.Nothing _ -> {
                review.settled();
                state.set(new State.Unchanged(offer));
            }
        }
    }

    private void object(Offer offer, String words) {
        review.withdraw();
        state.set(new State.Refused(offer, new CloudProblem(CloudProblem.Kind.REFUSED, "", "", words, "", null)));
    }

    /// Has what was reviewed carried out, and follows it. Once, however often it is pressed.
    void execute() {
        if (state.get() instanceof State.Reviewing(var offer, var proposal, var _)) {
            var keeps = review.keepsWhatFails().get();
            var protects = proposal.isNew() && review.isProtected().get();
            var stackId = proposal.proposed().stackId();
            var resources = proposal.submission().resources();
            begin(new State.Executing(offer, proposal, pace.now()), news -> {
                var target = notes.logbook().execute(proposal, offer.stacks(), pace, keeps, protects);
                news.accept(new News.Made(stackId, resources));
                if (protects) {
                    protect(offer, stackId, news);
                }
                return follow(offer.stacks(), target, news);
            });
        }
    }

    /// Only once it is accepted: an empty stack that nobody carries out has to go again. That it could not be is told,
    /// and holds up nothing.
    private void protect(Offer offer, String stackId, Consumer<News> news) {
        try {
            offer.standing().protect(stackId, true);
            guarded.add(stackId);
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.CANCELLED) {
                throw problem;
            }
            news.accept(new News.Unprotected(offer, problem));
        }
    }

    /// Whether it was this window that had the stack protected from deletion, as chosen before its first attempt.
    boolean hasProtected(String stackId) {
        return guarded.contains(stackId);
    }

    /// Does not deploy after all; the change set is removed.
    void discard() {
        if (state.get() instanceof State.Reviewing(var offer, var proposal, var problem) && problem.isPresent()) {
            unlessBegun(offer, proposal);
        } else if (state.get() instanceof State.Submitting || state.get() instanceof State.Reviewing) {
            running.stop();
            drop();
        }
    }

    private void drop() {
        review.withdraw();
        state.set(new State.Nothing());
    }

    /// What was asked for and not answered may be under way, and is then watched. The question stays until that is
    /// known.
    private void unlessBegun(Offer offer, Proposal.Ready proposal) {
        running.stop();
        running = background.start(
                () -> notes.logbook().isBegun(proposal, offer.stacks()),
                isBegun -> {
                    if (isBegun) {
                        watchAfterAll(offer, proposal);
                    } else {
                        drop();
                    }
                },
                problem -> {
                    state.set(new State.Executing(offer, proposal, pace.now()));
                    fail(problem);
                });
    }

    private void watchAfterAll(Offer offer, Proposal.Ready proposal) {
        var resources = proposal.submission().resources();
        var stackId = proposal.proposed().stackId();
        state.set(new State.Executing(offer, proposal, pace.now()));
        made(stackId, resources);
        review.begunAfterAll(offer);
        var target = new Target(stackId, Aim.EXECUTION, resources, Optional.of(new Target.Request(proposal.executionToken())));
        running = background.follow(news -> follow(offer.stacks(), target, news), this::hear, this::end, this::fail);
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

    private void made(String stackId, int resources) {
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

    /// A change set of other choices is of no use any more.
    void wantsOther(Optional<Offer.Wanted> now) {
        switch (state.get()) {
            case State.Submitting _, State.Reviewing _ -> discard();
            case State.Refused _ -> review.withdraw();
            case State.Nothing _,
                    State.Executing _,
                    State.Unchanged _,
                    State.Watching _,
                    State.Stopped _,
                    State.Ended _ -> {}
        }
    }
}
