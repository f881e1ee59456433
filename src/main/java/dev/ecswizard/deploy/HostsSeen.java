package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.ScalingActivity;
import java.util.List;
import java.util.Optional;

/// What is known of a stack's hosts after one look at them.
///
/// @param wanted how many the group wants
/// @param joined those of the group's hosts on which tasks can be placed
/// @param activities what the group did, oldest first
/// @param consoles the ends of the consoles of hosts that are late, as far as they were read; kept when the hosts are
///     gone
/// @param complaint what keeps a host from joining: the words of the newest activity, of ECS, or of the host itself
/// @param trouble what kept this look from seeing everything; the next one tries again
public record HostsSeen(
        HostTarget target,
        int wanted,
        List<ContainerInstance> joined,
        List<ScalingActivity> activities,
        List<HostConsole> consoles,
        Optional<String> complaint,
        Optional<CloudProblem> trouble) {
    /// No look was taken yet.
    static HostsSeen none(HostTarget target) {
        return new HostsSeen(target, 0, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /// The same, and something in the way of the next look.
    HostsSeen troubled(CloudProblem problem) {
        return new HostsSeen(target, wanted, joined, activities, consoles, complaint, Optional.of(problem));
    }

    /// The same, and nothing in the way of the next look.
    public HostsSeen untroubled() {
        return new HostsSeen(target, wanted, joined, activities, consoles, complaint, Optional.empty());
    }

    public HostsSeen {
        joined = List.copyOf(joined);
        activities = List.copyOf(activities);
        consoles = List.copyOf(consoles);
    }
}
