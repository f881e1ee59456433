package dev.ecswizard.spec;

import java.util.Optional;

/// Between which sizes ECS scales a fleet, and how its hosts are paid for.
///
/// @param clusterMinSize hosts, 0 to 999; 0 lets the group be empty while no task runs
/// @param clusterMaxSize hosts, 1 to 1,000 and more than `clusterMinSize`
/// @param targetCapacity how much of the running hosts ECS tries to keep in use, in percent, 1 to 100
/// @param onDemandBaseCapacity hosts that are always On-Demand, at most `clusterMaxSize`
/// @param onDemandPercentage On-Demand share of the hosts above the base, 0 to 100; the rest is Spot
public record Scaling(
        int clusterMinSize, int clusterMaxSize, int targetCapacity, int onDemandBaseCapacity, int onDemandPercentage) {
    public Scaling {
        checkSizes(clusterMinSize, clusterMaxSize).ifPresent(Rule::refuse);
        Rule.TARGET_CAPACITY.require(targetCapacity);
        checkBase(onDemandBaseCapacity, clusterMaxSize).ifPresent(Rule::refuse);
        Rule.ON_DEMAND_PERCENTAGE.require(onDemandPercentage);
    }

    /// The first rule that a pair of sizes breaks.
    public static Optional<Violation> checkSizes(int clusterMinSize, int clusterMaxSize) {
        return Rule.CLUSTER_MIN_SIZE
                .check(clusterMinSize)
                .or(() -> Rule.SCALED_MAX_SIZE.check(clusterMaxSize))
                .or(() -> clusterMaxSize > clusterMinSize
                        ? Optional.empty()
                        : Optional.of(Rule.SCALED_MAX_SIZE_ABOVE_MIN.brokenBy(clusterMaxSize, clusterMinSize)));
    }

    /// The rule that an On-Demand base breaks beside a maximum.
    public static Optional<Violation> checkBase(int onDemandBaseCapacity, int clusterMaxSize) {
        return Rule.ON_DEMAND_BASE_CAPACITY
                .check(onDemandBaseCapacity)
                .or(() -> onDemandBaseCapacity <= clusterMaxSize
                        ? Optional.empty()
                        : Optional.of(Rule.ON_DEMAND_BASE_ABOVE_MAX.brokenBy(onDemandBaseCapacity, clusterMaxSize)));
    }
}
