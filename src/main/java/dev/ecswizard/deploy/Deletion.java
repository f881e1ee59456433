package dev.ecswizard.deploy;

import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StandingStack;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Deletes a stack, but not under running services: the hosts would go first, and then ECS would refuse to delete a
/// cluster that still has services (aws/amazon-ecs-cli#368).
public record Deletion(Holdings holdings, Pace pace) {
    /// What goes with a stack and what stands against it, as AWS knows it now. Blocks.
    ///
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS does not say
    public Toll toll(String stackId) {
        var stack = holdings.standing().find(stackId);
        var resources = standing(stackId);
        return new Toll(
                stack.map(found -> found.stack().status()),
                resources,
                services(resources),
                Clearance.named(resources, "AWS::ECS::Cluster").stream()
                        .filter(cluster -> !cluster.isEmpty())
                        .mapToInt(holdings.occupancy()::tasks)
                        .sum(),
                stack.filter(StandingStack::isProtected).isPresent());
    }

    /// The services that ECS knows in the stack's clusters, by name. Blocks.
    public List<String> services(String stackId) {
        return services(standing(stackId));
    }

    private List<StackResource> standing(String stackId) {
        return holdings.stacks().resources(stackId).stream()
                .filter(resource -> !resource.status().isDeleted())
                .filter(resource -> !resource.status().name().equals("DELETE_SKIPPED"))
                .toList();
    }

    private List<String> services(List<StackResource> resources) {
        return Clearance.named(resources, "AWS::ECS::Cluster").stream()
                .filter(cluster -> !cluster.isEmpty())
                .flatMap(cluster -> holdings.stacks().services(cluster).stream())
                .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }

    /// Deletes it and follows it to its end. Blocks; an interrupt stops watching, not the deletion.
    ///
    /// @throws ClusterInUse if there are services; nothing is deleted then
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS says no, or does not say whether there are services
    public Outcome delete(String stackId, DeletionExtent extent, Consumer<Progress> listener) {
        return delete(stackId, extent, _ -> {}, listener);
    }

    /// The same.
    ///
    /// @param before told of the request before anything is sent; writes it down
    Outcome delete(
            String stackId, DeletionExtent extent, Consumer<Target.Request> before, Consumer<Progress> listener) {
        var services = services(stackId);
        if (!services.isEmpty()) {
            throw new ClusterInUse(services);
        }
        var request = Target.Request.now("ecs-cluster-wizard-" + UUID.randomUUID(), holdings.stacks(), stackId);
        before.accept(request);
        new Insistence(pace).ask(() -> {
            holdings.standing().delete(stackId, extent, request.token());
            return stackId;
        });
        return new Follower(holdings.stacks(), pace)
                .follow(new Target(stackId, Aim.DELETION, 0, Optional.of(request)), listener);
    }
}
