package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Leads a stack out of a failed update, or a failed creation that was kept, and follows it to its end.
public record Mending(Holdings holdings, Pace pace) {
    /// Why the last roll-back failed: the resources that it could not put back, and that the next one can leave out.
    /// One that failed in the update itself is none of them (CloudFormation API reference, ContinueUpdateRollback,
    /// `ResourcesToSkip`). Blocks.
    public List<StackEvent> skippable(String stackId) {
        var failed = new ArrayList<StackEvent>();
        var page = Optional.<String>empty();
        do {
            var answer = holdings.stacks().events(stackId, page);
            for (var event : answer.events()) {
                if (event.isOfStack() && event.status().name().equals("UPDATE_ROLLBACK_IN_PROGRESS")) {
                    return failed.reversed();
                }
                if (!event.isOfStack() && event.status().name().equals("UPDATE_FAILED")) {
                    failed.add(event);
                }
            }
            page = answer.next();
        } while (page.isPresent());
        return failed.reversed();
    }

    /// Goes on with a roll-back that failed. Blocks; an interrupt stops watching, not the roll-back.
    ///
    /// @param skipped logical ids of [#skippable] resources, which stay as they are
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS says no
    public Outcome continueRollback(String stackId, List<String> skipped, Consumer<Progress> listener) {
        return mend(stackId, new Mend.GoOn(skipped), _ -> {}, listener);
    }

    /// Undoes what failed and was kept for inspection. Blocks; an interrupt stops watching, not the roll-back.
    ///
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS says no
    public Outcome rollBack(String stackId, Consumer<Progress> listener) {
        return mend(stackId, new Mend.RollBack(), _ -> {}, listener);
    }

    /// The same as either.
    ///
    /// @param before told of the request before anything is sent; writes it down
    Outcome mend(String stackId, Mend mend, Consumer<Target.Request> before, Consumer<Progress> listener) {
        var request = Target.Request.now(token(), holdings.stacks(), stackId);
        before.accept(request);
        var target = begin(stackId, mend, request);
        return new Follower(holdings.stacks(), pace).follow(target, listener);
    }

    /// Has it begun, again when no answer comes. Blocks; asking again by the same token is safe.
    ///
    /// @return what is to be followed
    Target begin(String stackId, Mend mend, Target.Request request) {
        return new Insistence(pace).ask(() -> {
            switch (mend) {
                case Mend.GoOn(var skipped) -> holdings.standing().continueRollback(stackId, skipped, request.token());
                case Mend.RollBack _ -> holdings.standing().rollBack(stackId, request.token());
            }
            return new Target(stackId, Aim.COMPLETION, 0, Optional.of(request));
        });
    }

    /// Has an update stopped and what it has done put back; whoever follows the stack sees it go back. Blocks until
    /// CloudFormation has said yes.
    ///
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS says no: the update may have come to its end
    public void cancelUpdate(String stackId) {
        var token = token();
        new Insistence(pace).ask(() -> {
            holdings.standing().cancelUpdate(stackId, token);
            return stackId;
        });
    }

    private static String token() {
        return "ecs-cluster-wizard-" + UUID.randomUUID();
    }
}
