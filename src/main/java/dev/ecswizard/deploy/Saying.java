package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;

/// What an event says, apart from when and by which id. A long log says few different things.
public record Saying(
        String stackId,
        String logicalId,
        String physicalId,
        String type,
        StackStatus status,
        String reason,
        String requestToken) {
    static Saying of(StackEvent event) {
        return new Saying(
                event.stackId(),
                event.logicalId(),
                event.physicalId(),
                event.type(),
                event.status(),
                event.reason(),
                event.requestToken());
    }

    /// The event that says it.
    StackEvent by(String id, Instant time) {
        return new StackEvent(id, time, stackId, logicalId, physicalId, type, status, reason, requestToken);
    }

    boolean isOfStack() {
        return physicalId.equals(stackId);
    }
}
