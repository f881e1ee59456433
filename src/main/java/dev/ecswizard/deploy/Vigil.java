package dev.ecswizard.deploy;

import dev.ecswizard.cloud.Hosts;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Watches a stack's hosts beside the stack, and after it until they have joined the cluster.
public record Vigil(Hosts hosts, Pace pace, HostTarget target) {
    /// Blocks until the finish line is crossed, or the stack is over. A look that fails never decides how it ended.
    ///
    /// @param stage how far the stack is, asked before every look on this thread
    /// @param listener told after every look, on this thread
    /// @throws dev.ecswizard.cloud.CloudProblem of kind CANCELLED soon after an interrupt
    public Crossing keep(Supplier<StackStage> stage, Consumer<HostsSeen> listener) {
        return new HostWatch(hosts, pace, target, listener).follow(stage);
    }
}
