package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.Submission;
import dev.ecswizard.ui.Background;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// What leads up to a change set that is carried out: it is worked out, reviewed or not, carried out, or taken back.
final class Proposing {
    private final Background background;
    private final Pace pace;
    private final Course course;
    private final ReviewModel review;
    private final Notes notes;
    /// The stacks that were given their protection here.
    private final Set<String> guarded = ConcurrentHashMap.newKeySet();

    Proposing(Background background, Pace pace, Course course, ReviewModel review, Notes notes) {
        this.background = background;
        this.pace = pace;
        this.course = course;
        this.review = review;
        this.notes = notes;
    }

    /// Has CloudFormation work out what it would do, for a review.
    ///
    /// @param wanted blocks; what was sent for the same and not answered is sent again in its place
    /// @param objection why it is not even reviewed, in words
    void propose(Offer offer, Supplier<Submission> wanted, Function<Proposal.Ready, Optional<String>> objection) {
        workOut(
                offer,
                wanted,
                () -> {},
                ready -> objection
                        .apply(ready)
                        .ifPresentOrElse(words -> object(offer, words), () -> review(offer, ready)));
    }

    /// The same, and has it carried out without a review if it only adds.
    void make(Offer offer, Supplier<Submission> wanted) {
        var keeps = review.keepsWhatFails().get();
        var protects = review.isProtected().get();
        workOut(offer, wanted, () -> notes.logbook().meant(keeps, protects), ready -> {
            if (ready.addsOnly()) {
                carryOut(offer, ready);
            } else {
                review(offer, ready);
            }
        });
    }

    /// @param begun what is written down once there is a change set; blocks
    private void workOut(Offer offer, Supplier<Submission> wanted, Runnable begun, Consumer<Proposal.Ready> onward) {
        var known = review.submission();
        var origin = notes.origin(offer);
        course.clear();
        course.set(new State.Submitting(offer, pace.now()));
        course.keep(background.follow(
                news -> {
                    var submission = known.orElseGet(wanted);
                    news.accept(new News.Prepared(submission));
                    return notes.logbook().propose(origin, submission, offer.stacks(), pace, proposed -> {
                        begun.run();
                        news.accept(new News.Begun(proposed));
                    });
                },
                course::hear,
                proposal -> {
                    switch (proposal) {
                        case Proposal.Ready ready -> onward.accept(ready);
                        case Proposal.Nothing _ -> {
                            review.settled();
                            course.set(new State.Unchanged(offer));
                        }
                    }
                },
                course::fail));
    }

    private void review(Offer offer, Proposal.Ready ready) {
        review.begins(ready);
        course.set(new State.Reviewing(offer, ready, Optional.empty()));
    }

    private void object(Offer offer, String words) {
        review.withdraw();
        course.set(new State.Refused(offer, new CloudProblem(CloudProblem.Kind.REFUSED, "", "", words, "", null)));
    }

    /// Has what was reviewed carried out, and follows it. Once, however often it is pressed.
    void execute() {
        if (course.state().get() instanceof State.Reviewing(var offer, var proposal, var _)) {
            carryOut(offer, proposal);
        }
    }

    private void carryOut(Offer offer, Proposal.Ready proposal) {
        var keeps = review.keepsWhatFails().get();
        var protects = proposal.isNew() && review.isProtected().get();
        var stackId = proposal.proposed().stackId();
        var resources = proposal.submission().resources();
        course.begin(new State.Executing(offer, proposal, pace.now()), news -> {
            var target = notes.logbook().execute(proposal, offer.stacks(), pace, keeps, protects);
            news.accept(new News.Made(stackId, resources));
            if (protects) {
                protect(offer, stackId, news);
            }
            return course.follow(offer.stacks(), target, news);
        });
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
        var state = course.state().get();
        if (state instanceof State.Reviewing(var offer, var proposal, var problem) && problem.isPresent()) {
            unlessBegun(offer, proposal);
        } else if (state instanceof State.Submitting || state instanceof State.Reviewing) {
            course.stop();
            drop();
        }
    }

    private void drop() {
        review.withdraw();
        course.set(new State.Nothing());
    }

    /// What was asked for and not answered may be under way, and is then watched. The question stays until that is
    /// known.
    private void unlessBegun(Offer offer, Proposal.Ready proposal) {
        course.stop();
        course.keep(background.start(
                () -> notes.logbook().isBegun(proposal, offer.stacks()),
                isBegun -> {
                    if (isBegun) {
                        watchAfterAll(offer, proposal);
                    } else {
                        drop();
                    }
                },
                problem -> {
                    course.set(new State.Executing(offer, proposal, pace.now()));
                    course.fail(problem);
                }));
    }

    private void watchAfterAll(Offer offer, Proposal.Ready proposal) {
        var resources = proposal.submission().resources();
        var stackId = proposal.proposed().stackId();
        course.set(new State.Executing(offer, proposal, pace.now()));
        course.made(stackId, resources);
        review.begunAfterAll(offer);
        course.keep(background.follow(
                news -> course.follow(offer.stacks(), proposal.target(Optional.empty()), news),
                course::hear,
                course::end,
                course::fail));
    }

    /// A change set of other choices is of no use any more.
    void wantsOther(Optional<Offer.Wanted> now) {
        switch (course.state().get()) {
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
