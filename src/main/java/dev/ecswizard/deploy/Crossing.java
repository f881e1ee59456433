package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import java.util.Optional;

/// How it went after a stack was complete: whether its hosts have joined the cluster.
public sealed interface Crossing {
    /// Every host that the group wants is registered, active, and its agent connected.
    record Joined(int hosts) implements Crossing {}

    /// The group wants no host, so that joining is unproven.
    record Empty() implements Crossing {}

    /// Some did not come, however long was waited.
    ///
    /// @param complaint what is known of the reason
    record Missing(int joined, int wanted, Optional<String> complaint) implements Crossing {}

    /// It can not be told.
    ///
    /// @param problem why; none where the group is gone
    record Unknown(Optional<CloudProblem> problem) implements Crossing {}
}
