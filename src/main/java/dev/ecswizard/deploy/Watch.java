package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.Stacks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The watch over one stack, from the first look to the outcome.
/// ```
/// looks   1 s   1 s   1.25 s … 5 s   1 s            1 s
///         ├─────┼─────┼───────┼──────┼──────────────┼──────────┤
/// status  CREATE_IN_PROGRESS         CREATE_COMPLETE  one whole look more: reasons come late
/// ```
final class Watch {
    /// Looks at a stack that is not there, before that is believed: a new stack may not be visible at once.
    private static final int LOOKS_FOR_NOTHING = 8;
    /// Looks after the end that may fail before what is known has to do.
    private static final int LAST_LOOKS = 6;
    /// Whole looks after a failure whose cause has not arrived.
    private static final int LOOKS_FOR_CAUSE = 3;
    /// How long a stack may stay in its old status after a deletion was accepted.
    private static final Duration BEFORE_DELETION = Duration.ofMinutes(1);

    private final Stacks stacks;
    private final Insistence insistence;
    private final String stackId;
    private final Aim aim;
    private final int resources;
    private final Consumer<Progress> listener;
    private final Instant begun;
    private final History history = new History();
    private final Rhythm rhythm = new Rhythm();

    private Optional<Stack> stack = Optional.empty();
    private Optional<CloudProblem> trouble = Optional.empty();
    private List<StackEvent> fresh = List.of();
    private int missed;

    Watch(Stacks stacks, Insistence insistence, String stackId, Aim aim, int resources, Consumer<Progress> listener) {
        this.stacks = stacks;
        this.insistence = insistence;
        this.stackId = stackId;
        this.aim = aim;
        this.resources = resources;
        this.listener = listener;
        this.begun = insistence.pace().now();
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

    private Duration next() {
        if (trouble.isPresent()) {
            return rhythm.afterTrouble();
        }
        return fresh.isEmpty() ? rhythm.afterQuiet() : rhythm.afterNews();
    }

    private boolean isEnded() {
        return stack.map(Stack::status)
                .filter(status -> aim.isReached(status) || isLeftAlone(status))
                .isPresent();
    }

    private boolean isLeftAlone(StackStatus status) {
        return status.isEnd()
                && Duration.between(begun, insistence.pace().now()).compareTo(BEFORE_DELETION) > 0;
    }

    /// Looks until one whole look has succeeded, and a little longer where a cause is still missing.
    ///
    /// @return whether the end was one: some failures pass into a roll-back
    private boolean lookAfterEnd() {
        var good = 0;
        for (var i = 0; i < LAST_LOOKS && isEnded(); i++) {
            insistence.pause(trouble.isPresent() ? rhythm.afterTrouble() : rhythm.afterNews());
            look(true);
            if (trouble.isEmpty()) {
                good++;
                if (!isCauseMissing() || good == LOOKS_FOR_CAUSE) {
                    break;
                }
            }
        }
        return isEnded();
    }

    private boolean isCauseMissing() {
        var failed = stack.map(Stack::status)
                .filter(status -> !status.isSuccess() && !status.isDeleted() && !status.isUnderReview())
                .isPresent();
        return failed && cause().isEmpty();
    }

    private void look(boolean whole) {
        trouble = Optional.empty();
        fresh = List.of();
        tryTo(this::readStack);
        // what stopped the first question would stop the second; only a policy tells them apart
        if (trouble.map(CloudProblem::kind)
                .filter(kind -> kind != CloudProblem.Kind.DENIED)
                .isEmpty()) {
            tryTo(() -> fresh = history.read(stacks, stackId, whole));
        }
        listener.accept(progress());
    }

    private void readStack() {
        var found = stacks.find(stackId);
        missed = found.isPresent() ? 0 : missed + 1;
        if (found.isPresent()) {
            stack = found;
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
                .map(status -> history.count(status, resources))
                .orElse(new History.Count(0, resources));
        return new Progress(stack, history.events(), fresh, count.done(), count.total(), cause(), trouble);
    }

    private Optional<StackEvent> cause() {
        // a deletion that follows on a failed creation is a consequence of it, unless it was asked for or fails itself
        return stack.flatMap(known ->
                history.cause(aim == Aim.DELETION || known.status().name().equals("DELETE_FAILED")));
    }

    private Outcome outcome() {
        var last = stack.orElseThrow();
        if (last.status().isDeleted()) {
            return new Outcome.Deleted(stackId, cause());
        }
        return last.status().isSuccess() && aim == Aim.COMPLETION
                ? new Outcome.Succeeded(last)
                : new Outcome.Failed(last, cause());
    }

    private Outcome gone() {
        if (aim == Aim.DELETION) {
            return new Outcome.Deleted(stackId, Optional.empty());
        }
        throw new CloudProblem(
                CloudProblem.Kind.NOT_FOUND,
                "cloudformation:DescribeStacks",
                "",
                Words.of("deploy.stack.gone", stackId),
                "",
                null);
    }
}
