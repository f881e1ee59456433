package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackResource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Leads a stack out of a failed update, or a failed creation that was kept, and follows it to its end.
public record Mending(Holdings holdings, Pace pace) {
    /// The resources that a roll-back can leave out: those that it could not put back. Blocks.
    public List<StackResource> skippable(String stackId) {
        return holdings.stacks().resources(stackId).stream()
                .filter(resource -> resource.status().name().equals("UPDATE_FAILED"))
                .toList();
    }

    /// Goes on with a roll-back that failed. Blocks; an interrupt stops watching, not the roll-back.
    ///
    /// @param skipped logical ids of [#skippable] resources, which stay as they are
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS says no
    public Outcome continueRollback(String stackId, List<String> skipped, Consumer<Progress> listener) {
        var token = token();
        return follow(stackId, () -> holdings.standing().continueRollback(stackId, skipped, token), listener);
    }

    /// Undoes what failed and was kept for inspection. Blocks; an interrupt stops watching, not the roll-back.
    ///
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS says no
    public Outcome rollBack(String stackId, Consumer<Progress> listener) {
        var token = token();
        return follow(stackId, () -> holdings.standing().rollBack(stackId, token), listener);
    }

    private Outcome follow(String stackId, Runnable begin, Consumer<Progress> listener) {
        new Insistence(pace).ask(() -> {
            begin.run();
            return stackId;
        });
        return new Follower(holdings.stacks(), pace).follow(stackId, Aim.COMPLETION, 0, listener);
    }

    private static String token() {
        return "ecs-cluster-wizard-" + UUID.randomUUID();
    }
}
