package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import java.util.List;
import java.util.Optional;

/// What a deletion takes with it, and what stands against it.
///
/// @param status of the stack; nothing if there is none any more
/// @param resources that are there still
/// @param services of ECS in the stack's clusters, by name; with any of them there is no deletion
/// @param tasks that run in its clusters or are about to, those of services included
/// @param isProtected whether CloudFormation refuses to delete the stack
public record Toll(
        Optional<StackStatus> status,
        List<StackResource> resources,
        List<String> services,
        int tasks,
        boolean isProtected) {
    public Toll {
        resources = List.copyOf(resources);
        services = List.copyOf(services);
    }

    /// Whether nothing stands against it.
    public boolean isPayable() {
        return services.isEmpty() && !isProtected;
    }

    /// Those that an attempt before could not delete. They can be left in the account.
    public List<StackResource> resisting() {
        return status.filter(now -> now.name().equals("DELETE_FAILED")).isEmpty()
                ? List.of()
                : resources.stream()
                        .filter(resource -> resource.status().name().equals("DELETE_FAILED"))
                        .toList();
    }
}
