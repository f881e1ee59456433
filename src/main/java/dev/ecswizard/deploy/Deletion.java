package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.Stacks;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Deletes a stack, but not under running services: the hosts would go first, and then ECS would refuse to delete a
/// cluster that still has services (aws/amazon-ecs-cli#368).
public record Deletion(Stacks stacks, Pace pace) {
    /// The services that ECS knows in the stack's clusters, by name. Blocks.
    public List<String> services(String stackId) {
        return stacks.resources(stackId).stream()
                .filter(resource -> resource.type().equals("AWS::ECS::Cluster"))
                .filter(resource -> !resource.status().isDeleted())
                .map(StackResource::physicalId)
                .filter(cluster -> !cluster.isEmpty())
                .flatMap(cluster -> stacks.services(cluster).stream())
                .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }

    /// Deletes it and follows it to its end. Blocks; an interrupt stops watching, not the deletion.
    ///
    /// @throws ClusterInUse if there are services; nothing is deleted then
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS says no, or does not say whether there are services
    public Outcome delete(String stackId, Consumer<Progress> listener) {
        var services = services(stackId);
        if (!services.isEmpty()) {
            throw new ClusterInUse(services);
        }
        var token = "ecs-cluster-wizard-" + UUID.randomUUID();
        new Insistence(pace).ask(() -> {
            stacks.delete(stackId, token);
            return stackId;
        });
        return new Follower(stacks, pace).follow(stackId, Aim.DELETION, 0, listener);
    }
}
