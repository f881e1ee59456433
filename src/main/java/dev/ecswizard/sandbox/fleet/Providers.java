package dev.ecswizard.sandbox.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;

/// The capacity providers of a region, and which clusters they are for. Since tasks find room on any host,
/// managed scaling has no reason to change a group; managed termination protection only has to agree with the group's.
public final class Providers {
    private final Map<String, CapacityProvider> byName = new LinkedHashMap<>();
    private final Map<String, Association> byCluster = new LinkedHashMap<>();

    /// What a cluster places on.
    ///
    /// @param cluster its name
    public record Association(
            String cluster, List<String> providers, List<CapacityProviderStrategyItem> defaultStrategy) {}

    public void put(CapacityProvider provider) {
        byName.put(provider.name(), provider);
    }

    public void remove(String name) {
        byName.remove(name);
    }

    public List<CapacityProvider> all() {
        return List.copyOf(byName.values());
    }

    public Optional<CapacityProvider> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public void associate(Association association) {
        byCluster.put(association.cluster(), association);
    }

    public void dissociate(String cluster) {
        byCluster.remove(cluster);
    }

    public Optional<Association> of(String cluster) {
        return Optional.ofNullable(byCluster.get(cluster));
    }

    /// The provider of a cluster that a group is behind.
    ///
    /// @param groupArn empty if the group is gone
    public Optional<String> behind(String cluster, Optional<String> groupArn) {
        return of(cluster).stream()
                .flatMap(association -> association.providers().stream())
                .filter(name -> find(name)
                        .filter(provider -> groupArn.equals(
                                Optional.of(provider.autoScalingGroupProvider().autoScalingGroupArn())))
                        .isPresent())
                .findFirst();
    }
}
