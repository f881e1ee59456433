package dev.ecswizard.sandbox;

import dev.ecswizard.sandbox.fleet.Providers;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.protocol.Shapes;
import dev.ecswizard.sandbox.stacks.Thing;
import dev.ecswizard.sandbox.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.AutoScalingGroupProvider;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ManagedScaling;
import software.amazon.awssdk.services.ecs.model.Tag;

/// The clusters and capacity providers that stacks make, as ECS has them.
final class Containers {
    private static final String PROVIDER = "AWS::ECS::CapacityProvider";
    private static final String ASSOCIATION = "AWS::ECS::ClusterCapacityProviderAssociations";

    private Containers() {}

    static Cluster cluster(Thing.Cluster cluster) {
        var shape = new HashMap<String, Object>();
        shape.put("Settings", cluster.properties().getOrDefault("ClusterSettings", List.of()));
        if (cluster.properties().get("Configuration") instanceof Map<?, ?> configuration) {
            shape.put("Configuration", configuration);
        }
        return Shapes.fill(Cluster.builder(), shape)
                .clusterName(cluster.id())
                .clusterArn(cluster.arn())
                .status("ACTIVE")
                .tags(tags(cluster.tags()))
                .build();
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    /// Does nothing about what is neither.
    static void add(Thing.Other thing, RegionFleet fleet, String region) {
        switch (thing.type()) {
            case PROVIDER -> fleet.providers().put(provider(thing, fleet, region));
            case ASSOCIATION ->
                fleet.providers()
                        .associate(new Providers.Association(
                                thing.id(),
                                texts(thing.properties().get("CapacityProviders")),
                                items(thing.properties().get("DefaultCapacityProviderStrategy")).stream()
                                        .map(item -> Shapes.fill(CapacityProviderStrategyItem.builder(), item)
                                                .build())
                                        .toList()));
            default -> {}
        }
    }

    static void remove(Thing.Other thing, RegionFleet fleet) {
        switch (thing.type()) {
            case PROVIDER -> fleet.providers().remove(thing.id());
            case ASSOCIATION -> fleet.providers().dissociate(thing.id());
            default -> {}
        }
    }

    /// A template may name the group by its name or by its ARN. The figures that it leaves out are those of the ECS API
    /// reference.
    private static CapacityProvider provider(Thing.Other thing, RegionFleet fleet, String region) {
        var properties = map(thing.properties().get("AutoScalingGroupProvider"));
        var group = String.valueOf(properties.get("AutoScalingGroupArn"));
        var scaling = Shapes.fill(
                ManagedScaling.builder()
                        .status("DISABLED")
                        .targetCapacity(100)
                        .minimumScalingStepSize(1)
                        .maximumScalingStepSize(10_000)
                        .instanceWarmupPeriod(300),
                map(properties.get("ManagedScaling")));
        return CapacityProvider.builder()
                .capacityProviderArn("arn:aws:ecs:" + region + ":" + World.ACCOUNT + ":capacity-provider/" + thing.id())
                .name(thing.id())
                .status("ACTIVE")
                .autoScalingGroupProvider(AutoScalingGroupProvider.builder()
                        .autoScalingGroupArn(fleet.group(group)
                                .map(found -> found.plan().arn())
                                .orElse(group))
                        .managedScaling(scaling.build())
                        .managedTerminationProtection(properties
                                .getOrDefault("ManagedTerminationProtection", "DISABLED")
                                .toString())
                        .managedDraining(properties
                                .getOrDefault("ManagedDraining", "ENABLED")
                                .toString())
                        .build())
                .tags(items(thing.properties().get("Tags")).stream()
                        .map(tag -> Shapes.fill(Tag.builder(), tag).build())
                        .toList())
                .build();
    }

    private static Map<String, Object> map(Object node) {
        var map = new HashMap<String, Object>();
        if (node instanceof Map<?, ?> source) {
            source.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    private static List<Map<String, Object>> items(Object node) {
        return node instanceof List<?> list ? list.stream().map(Containers::map).toList() : List.of();
    }

    private static List<String> texts(Object node) {
        return node instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
