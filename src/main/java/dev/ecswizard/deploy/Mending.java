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
        return follow(stackId, token -> holdings.standing().continueRollback(stackId, skipped, token), listener);
    }

    /// Undoes what failed and was kept for inspection. Blocks; an interrupt stops watching, not the roll-back.
    ///
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS says no
    public Outcome rollBack(String stackId, Consumer<Progress> listener) {
        return follow(stackId, token -> holdings.standing().rollBack(stackId, token), listener);
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

    private Outcome follow(String stackId, Consumer<String> begin, Consumer<Progress> listener) {
        var request = Target.Request.now(token(), holdings.stacks(), stackId);
        new Insistence(pace).ask(() -> {
            begin.accept(request.token());
            return stackId;
        });
        return new Follower(holdings.stacks(), pace)
                .follow(new Target(stackId, Aim.COMPLETION, 0, Optional.of(request)), listener);
    }

    private static String token() {
        return "ecs-cluster-wizard-" + UUID.randomUUID();
    }
}
