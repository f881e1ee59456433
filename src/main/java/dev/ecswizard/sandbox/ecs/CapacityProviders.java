package dev.ecswizard.sandbox.ecs;

import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.AutoScalingGroupProviderUpdate;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.CapacityProviderField;
import software.amazon.awssdk.services.ecs.model.DescribeCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeCapacityProvidersResponse;
import software.amazon.awssdk.services.ecs.model.ManagedTerminationProtection;
import software.amazon.awssdk.services.ecs.model.UpdateCapacityProviderRequest;
import software.amazon.awssdk.services.ecs.model.UpdateCapacityProviderResponse;

/// ECS's operations on capacity providers: those that stacks made, and Fargate's own.
final class CapacityProviders {
    private final Fleet fleet;

    CapacityProviders(Fleet fleet) {
        this.fleet = fleet;
    }

    void addTo(Operations operations) {
        operations
                .on("DescribeCapacityProviders", DescribeCapacityProvidersRequest::builder, this::describe)
                .on("UpdateCapacityProvider", UpdateCapacityProviderRequest::builder, this::update);
    }

    private DescribeCapacityProvidersResponse describe(DescribeCapacityProvidersRequest request, Call call) {
        var withTags = request.include().contains(CapacityProviderField.TAGS);
        return fleet.on(call.region(), here -> {
            var all = new ArrayList<CapacityProvider>();
            Stream.of("FARGATE", "FARGATE_SPOT")
                    .map(name -> fargate(name, call.region()))
                    .forEach(all::add);
            all.addAll(here.providers().all());
            var wanted = request.capacityProviders();
            var page = Page.of(
                    all.stream()
                            .filter(provider -> wanted.isEmpty()
                                    || wanted.contains(provider.name())
                                    || wanted.contains(provider.capacityProviderArn()))
                            .map(provider -> provider.copy(to -> to.tags(withTags ? provider.tags() : List.of())))
                            .toList(),
                    request.maxResults(),
                    10,
                    request.nextToken());
            return DescribeCapacityProvidersResponse.builder()
                    .capacityProviders(page.items())
                    .failures(wanted.stream()
                            .filter(name -> all.stream()
                                    .noneMatch(provider -> name.equals(provider.name())
                                            || name.equals(provider.capacityProviderArn())))
                            .map(name -> Ecs.missing(name.startsWith("arn:") ? name : arn(name, call.region())))
                            .toList())
                    .nextToken(page.token())
                    .build();
        });
    }

    private static CapacityProvider fargate(String name, String region) {
        return CapacityProvider.builder()
                .name(name)
                .capacityProviderArn(arn(name, region))
                .status("ACTIVE")
                .tags(List.of())
                .build();
    }

    private static String arn(String name, String region) {
        return "arn:aws:ecs:" + region + ":" + World.ACCOUNT + ":capacity-provider/" + name;
    }

    private UpdateCapacityProviderResponse update(UpdateCapacityProviderRequest request, Call call) {
        if (request.name() == null) {
            throw new Refusal(400, "ClientException", "Capacity provider name cannot be null.");
        }
        return fleet.on(call.region(), here -> {
            var name = request.name().substring(request.name().lastIndexOf('/') + 1);
            var provider = here.providers()
                    .find(name)
                    .orElseThrow(
                            () -> Ecs.invalid(
                                    "The specified capacity provider does not exist. Specify a valid name or ARN and try again."));
            var change = request.autoScalingGroupProvider();
            if (change == null) {
                throw Ecs.invalid("The autoScalingGroupProvider parameter cannot be null.");
            }
            if (change.managedTerminationProtection() == ManagedTerminationProtection.ENABLED
                    && !protects(here, provider)) {
                throw Ecs.invalid(
                        "The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, the Auto Scaling group must have instance protection from scale in enabled.");
            }
            var changed = changed(provider, change);
            here.providers().put(changed.copy(to -> to.updateStatus("UPDATE_COMPLETE")));
            return UpdateCapacityProviderResponse.builder()
                    .capacityProvider(changed.copy(to -> to.updateStatus("UPDATE_IN_PROGRESS")))
                    .build();
        });
    }

    private static boolean protects(RegionFleet here, CapacityProvider provider) {
        return here.groups().stream()
                .filter(group -> group.plan()
                        .arn()
                        .equals(provider.autoScalingGroupProvider().autoScalingGroupArn()))
                .anyMatch(group -> group.protectsNewHosts());
    }

    /// What the request leaves out stays as it is.
    private static CapacityProvider changed(CapacityProvider provider, AutoScalingGroupProviderUpdate change) {
        return provider.copy(to ->
                to.autoScalingGroupProvider(provider.autoScalingGroupProvider().copy(group -> {
                    if (change.managedScaling() != null) {
                        group.managedScaling(change.managedScaling());
                    }
                    if (change.managedTerminationProtection() != null) {
                        group.managedTerminationProtection(change.managedTerminationProtectionAsString());
                    }
                    if (change.managedDraining() != null) {
                        group.managedDraining(change.managedDrainingAsString());
                    }
                })));
    }
}
