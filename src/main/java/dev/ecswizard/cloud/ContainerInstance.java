package dev.ecswizard.cloud;

import java.time.Instant;
import java.util.Optional;

/// A host as ECS knows it.
///
/// @param status such as ACTIVE, DRAINING, REGISTRATION_FAILED
/// @param statusReason ECS's sentence about the status, or empty
/// @param isConnected whether its agent talks to ECS
/// @param tasks how many run on it or are about to
/// @param registered when it came to the cluster, where ECS says so
public record ContainerInstance(
        String instanceId,
        String status,
        String statusReason,
        boolean isConnected,
        int tasks,
        Optional<Instant> registered) {
    /// Whether tasks can be placed on it: registered, active, and its agent connected.
    public boolean hasJoined() {
        return status.equals("ACTIVE") && isConnected;
    }
}
