package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.Stacks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// The watch over one stack, from the first look to the outcome.
/// ```
/// looks  0.8 s 0.8 s 0.8 s … 1.85 s 0.8 s           0.8 s
///         ├─────┼─────┼───────┼──────┼───────────────┼──────────┤
/// reads   S E   E     E       E      E S             E S
/// status  CREATE_IN_PROGRESS         CREATE_COMPLETE  one whole look more: reasons come late
/// ```
/// A look reads the events (E), which tell of the stack itself, too; its state (S) is asked for when they do, when they
/// are not to be had, and now and then.
final class Watch {
    /// Looks at a stack that is not there, before that is believed: a new stack may not be visible at once.
    private static final int LOOKS_FOR_NOTHING = 8;
    /// Looks after the end that may fail before what is known has to do, about a quarter of an hour.
    private static final int LAST_LOOKS = 500;
    /// Whole looks after a failure whose cause has not arrived.
    private static final int LOOKS_FOR_CAUSE = 3;
    /// How long a stack may stay in its old status after a request was accepted.
    private static final Duration BEFORE_BEGINNING = Duration.ofMinutes(1);
    /// How old the state may be while the events tell nothing of it.
    private static final Duration STATE_AGE = Duration.ofSeconds(30);

    private final Stacks stacks;
    private final Insistence insistence;
    private final Target target;
    private final Consumer<Progress> listener;
    private final Instant begun;
    private final History history = new History();
    private final Rhythm rhythm;

    private Optional<Stack> stack = Optional.empty();
    private Instant stackSeen = Instant.EPOCH;
    private Optional<CloudProblem> trouble = Optional.empty();
    private EventLog fresh = EventLog.empty();
    private Duration took = Duration.ZERO;
    private int missed;

    Watch(Stacks stacks, Insistence insistence, Target target, Consumer<Progress> listener) {
        this.stacks = stacks.watched();
        this.insistence = insistence;
        this.target = target;
        this.listener = listener;
        this.begun = now();
        this.rhythm = new Rhythm(new SplittableRandom(target.stackId().hashCode() ^ begun.toEpochMilli()));
    }

    Outcome untilEnd() {
        while (true) {
            look(false);
            if (missed >= LOOKS_FOR_NOTHING) {
                return gone();
            }
            if (isEnded() && lookAfterEnd()) {
                return outcome();
            }
            insistence.pause(next());
        }
    }

    private Instant now() {
        return insistence.pace().now();
    }

    private Duration next() {
        if (trouble.isPresent()) {
            return trouble.get().kind() == CloudProblem.Kind.THROTTLED
                    ? rhythm.afterThrottling()
                    : rhythm.afterSilence();
        }
        var period = fresh.isEmpty() && !isEnded() ? rhythm.afterQuiet() : rhythm.afterNews();
        var rest = period.minus(took);
        var least = period.dividedBy(2);
        return rest.compareTo(least) > 0 ? rest : least;
    }

    private boolean isEnded() {
        return stack.map(Stack::status)
                .filter(status -> status.isEnd() && (isOfTarget(status) || isLeftAlone()))
                .isPresent();
    }

    private boolean isOfTarget(StackStatus status) {
        return target.aim().isReached(status)
                && (status.isDeleted()
                        || target.request()
                                .filter(request -> !history.hasBegun(request))
                                .isEmpty());
    }

    private boolean isLeftAlone() {
        // by when the status was seen: hours may have passed since, with the network gone or the machine asleep
        return Duration.between(begun, stackSeen).compareTo(BEFORE_BEGINNING) > 0;
    }

    /// Looks until one whole look has succeeded, and a little longer where a cause is still missing.
    ///
    /// @return whether the end was one: some failures pass into a roll-back
    private boolean lookAfterEnd() {
        var good = 0;
        for (var i = 0; i < LAST_LOOKS && isEnded(); i++) {
            insistence.pause(next());
            look(true);
            if (trouble.map(CloudProblem::kind)
                    .filter(kind -> kind != CloudProblem.Kind.DENIED)
                    .isEmpty()) {
                good++;
                if (!isCauseMissing() || good == LOOKS_FOR_CAUSE) {
                    break;
                }
            }
        }
        return isEnded() && (good > 0 || !mayPassOn());
    }

    private boolean mayPassOn() {
        return stack.map(known -> known.status().name())
                .filter(name -> name.equals("CREATE_FAILED") || name.equals("UPDATE_FAILED"))
                .isPresent();
    }

    private boolean isCauseMissing() {
        var failed = stack.map(Stack::status)
                .filter(status -> !status.isSuccess() && !status.isDeleted() && !status.isUnderReview())
                .isPresent();
        return failed && cause().isEmpty();
    }

    private void look(boolean whole) {
        trouble = Optional.empty();
        fresh = EventLog.empty();
        var start = now();
        var isNew = stack.isEmpty() || missed > 0;
        if (isNew) {
            tryTo(this::readStack);
        }
        if (mayGoOn()) {
            tryTo(() -> fresh = history.read(stacks, target.stackId(), whole));
        }
        if (!isNew && mayGoOn() && (whole || isStateWanted())) {
            tryTo(this::readStack);
        }
        took = Duration.between(start, now());
        listener.accept(progress());
    }

    /// What stopped one question would stop the next; only a policy tells them apart.
    private boolean mayGoOn() {
        return trouble.map(CloudProblem::kind)
                .filter(kind -> kind != CloudProblem.Kind.DENIED)
                .isEmpty();
    }

    private boolean isStateWanted() {
        var told = history.statusOfStack();
        return trouble.isPresent()
                || told.isPresent() && !told.equals(stack.map(Stack::status))
                || fresh.sayings().anyMatch(Saying::isOfStack)
                || isStateOld();
    }

    private boolean isStateOld() {
        var age = Duration.between(stackSeen, now());
        return age.isNegative() || age.toMillis() >= STATE_AGE.toMillis() * rhythm.strain();
    }

    private void readStack() {
        var found = stacks.find(target.stackId());
        missed = found.isPresent() ? 0 : missed + 1;
        if (found.isPresent()) {
            stack = found;
            stackSeen = now();
        }
    }

    private void tryTo(Runnable read) {
        try {
            read.run();
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.CANCELLED) {
                throw problem;
            }
            trouble = Optional.of(trouble.orElse(problem));
        }
    }

    private Progress progress() {
        var count = stack.map(Stack::status)
                .map(status -> history.count(status, target.resources()))
                .orElse(new History.Count(0, target.resources()));
        var ending = isEnded() && !mayPassOn() ? Optional.of(outcome()) : Optional.<Outcome>empty();
        return new Progress(stack, history.events(), fresh, count.done(), count.total(), cause(), trouble, ending);
    }

    private Optional<StackEvent> cause() {
        // a deletion that follows on a failed creation is a consequence of it, unless it was asked for or fails itself
        return stack.flatMap(known -> history.cause(
                target.aim() == Aim.DELETION || known.status().name().equals("DELETE_FAILED")));
    }

    private Outcome outcome() {
        var last = stack.orElseThrow();
        if (last.status().isDeleted()) {
            return new Outcome.Deleted(target.stackId(), cause());
        }
        return last.status().isSuccess() && target.aim() != Aim.DELETION
                ? new Outcome.Succeeded(last)
                : new Outcome.Failed(last, cause());
    }

    private Outcome gone() {
        if (target.aim() == Aim.DELETION) {
            return new Outcome.Deleted(target.stackId(), Optional.empty());
        }
        throw new CloudProblem(
                CloudProblem.Kind.NOT_FOUND,
                "cloudformation:DescribeStacks",
                "",
                Words.of("deploy.stack.gone", target.stackId()),
                "",
                null);
    }
}
