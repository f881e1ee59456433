package dev.ecswizard.cloud;

import java.time.Instant;

/// One line of a stack's history.
///
/// @param id unique; the timestamp is not
/// @param physicalId or empty
/// @param reason or empty
/// @param requestToken what the request bore that began the operation it belongs to, or empty
public record StackEvent(
        String id,
        Instant time,
        String stackId,
        String logicalId,
        String physicalId,
        String type,
        StackStatus status,
        String reason,
        String requestToken) {
    /// An event of an operation whose request bore no token.
    public StackEvent(
            String id,
            Instant time,
            String stackId,
            String logicalId,
            String physicalId,
            String type,
            StackStatus status,
            String reason) {
        this(id, time, stackId, logicalId, physicalId, type, status, reason, "");
    }

    /// Whether it speaks of the stack as a whole.
    public boolean isOfStack() {
        return physicalId.equals(stackId);
    }

    /// Whether it can be why a stack failed: a resource's failure that is not the mere consequence of another's.
    public boolean isCause() {
        return status.isFailure()
                && !isOfStack()
                && !reason.startsWith("Resource creation cancelled")
                && !reason.startsWith("Resource update cancelled");
    }
}
