package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Outcome;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a deployment stands.
public sealed interface State {
    /// No stack is followed.
    record Nothing() implements State {}

    /// CloudFormation is being asked, and has not yet said yes.
    record Submitting(Offer offer, Instant since) implements State {}

    /// CloudFormation has worked out what it would do, and a person is to say whether it does.
    ///
    /// @param problem why it was not carried out when it was asked for; asking again is safe
    record Reviewing(Offer offer, Proposal.Ready proposal, Optional<CloudProblem> problem) implements State {}

    /// It is being carried out, and CloudFormation has not yet said yes.
    record Executing(Offer offer, Proposal.Ready proposal, Instant since) implements State {}

    /// The stack is already what was asked for.
    record Unchanged(Offer offer) implements State {}

    /// CloudFormation said no, or nothing. There is no stack of ours.
    record Refused(Offer offer, CloudProblem problem) implements State {
        /// Whether a stack of that name is there already; CreateChangeSet has no code of its own for it.
        boolean isNameTaken() {
            return offer.known().isEmpty()
                    && (problem.code().equals("AlreadyExistsException")
                            || problem.getMessage().contains("already exists and cannot be created again"));
        }

        /// Whether there was no answer, so that the stack may be there all the same.
        boolean isSilence() {
            return switch (problem.kind()) {
                case UNREACHABLE, THROTTLED, CANCELLED -> true;
                case NO_CREDENTIALS, EXPIRED, DENIED, NOT_FOUND, REFUSED -> false;
            };
        }
    }

    /// The stack is being followed.
    record Watching(Run run, Optional<Progress> progress) implements State {}

    /// The person no longer wants to watch, or it can not be watched; AWS goes on.
    ///
    /// @param problem why it can not be watched
    record Stopped(Run run, Optional<Progress> progress, Optional<CloudProblem> problem) implements State {}

    /// It has come to its end.
    record Ended(Run run, Optional<Progress> progress, Outcome outcome, Duration took) implements State {}

    /// Whether this app is at work on a stack.
    default boolean isUnderWay() {
        return switch (this) {
            case Submitting _, Executing _, Watching _ -> true;
            case Nothing _, Reviewing _, Unchanged _, Refused _, Stopped _, Ended _ -> false;
        };
    }

    /// Whether AWS is at work on the stack that is shown, as far as was seen, whoever watches.
    default boolean mayGoOn() {
        return switch (this) {
            case Stopped(var run, var progress, var _) ->
                progress.flatMap(Progress::stack)
                        .filter(stack -> run.aim().isReached(stack.status()))
                        .isEmpty();
            case Executing _, Watching _ -> true;
            case Nothing _, Submitting _, Reviewing _, Unchanged _, Refused _, Ended _ -> false;
        };
    }

    /// The stack that is shown, if one is.
    default Optional<Run> shown() {
        return switch (this) {
            case Watching watching -> Optional.of(watching.run());
            case Stopped stopped -> Optional.of(stopped.run());
            case Ended ended -> Optional.of(ended.run());
            case Nothing _, Submitting _, Reviewing _, Executing _, Unchanged _, Refused _ -> Optional.empty();
        };
    }

    /// What is asked for, as long as there is no stack to show.
    default Optional<Offer> asked() {
        return switch (this) {
            case Submitting(var offer, var _) -> Optional.of(offer);
            case Reviewing(var offer, var _, var _) -> Optional.of(offer);
            case Executing(var offer, var _, var _) -> Optional.of(offer);
            case Unchanged(var offer) -> Optional.of(offer);
            case Refused(var offer, var _) -> Optional.of(offer);
            case Nothing _, Watching _, Stopped _, Ended _ -> Optional.empty();
        };
    }

    /// The name of the stack that is made, shown, or could not be made.
    default Optional<String> stackName() {
        return asked().map(Offer::stackName).or(() -> shown().map(Run::stackName));
    }

    /// The account that it belongs to.
    default Optional<String> account() {
        return asked().map(Offer::account).or(() -> shown().map(Run::account));
    }

    /// Whether the stack of an offer is being made or is there, if only to be deleted; or may be, for all that was
    /// answered.
    default boolean isMakingOrMade(Offer offer) {
        return switch (this) {
            case Submitting _, Executing _, Unchanged _ ->
                asked().filter(offer::isSame).isPresent();
            case Ended(var _, var _, Outcome.Deleted _, var _) -> false;
            case Refused refused -> refused.isSilence() && refused.offer().isSame(offer);
            case Nothing _, Reviewing _ -> false;
            case Watching _, Stopped _, Ended _ ->
                shown().flatMap(Run::offer).filter(offer::isSame).isPresent();
        };
    }

    /// How long it took, or has taken till now.
    default Optional<Duration> took(Instant now) {
        return switch (this) {
            case Submitting(var _, var since) -> Optional.of(Duration.between(since, now));
            case Executing(var _, var _, var since) -> Optional.of(Duration.between(since, now));
            case Watching(var run, var _) -> Optional.of(Duration.between(run.since(), now));
            case Ended ended -> Optional.of(ended.took());
            case Nothing _, Reviewing _, Unchanged _, Refused _, Stopped _ -> Optional.empty();
        };
    }

    /// What was seen of it last.
    default Optional<Progress> seen() {
        return switch (this) {
            case Watching watching -> watching.progress();
            case Stopped stopped -> stopped.progress();
            case Ended ended -> ended.progress();
            case Nothing _, Submitting _, Reviewing _, Executing _, Unchanged _, Refused _ -> Optional.empty();
        };
    }
}
