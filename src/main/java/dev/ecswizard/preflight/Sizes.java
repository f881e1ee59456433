package dev.ecswizard.preflight;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.template.Question;
import java.util.ArrayList;
import java.util.List;

/// How many hosts there will be.
///
/// @param first how many the stack begins with
/// @param most how many there may be
/// @param onDemand how many of the most are On-Demand
/// @param firstOnDemand how many of the first
/// @param firstQuestion which question the first number answers
/// @param base how many are On-Demand before any share is
/// @param percentage the On-Demand share of the others
record Sizes(int first, int most, int onDemand, int firstOnDemand, Question firstQuestion, int base, int percentage) {
    static Sizes of(ClusterSpec spec) {
        return switch (spec.compute().fleet()) {
            case Fleet.Fixed fixed ->
                new Sizes(
                        fixed.clusterSize(),
                        fixed.clusterMaxSize(),
                        fixed.clusterMaxSize(),
                        fixed.clusterSize(),
                        Question.CLUSTER_SIZE,
                        0,
                        100);
            case Fleet.Managed managed -> {
                var scaling = managed.scaling();
                yield new Sizes(
                        scaling.clusterMinSize(),
                        scaling.clusterMaxSize(),
                        onDemand(
                                scaling.clusterMaxSize(), scaling.onDemandBaseCapacity(), scaling.onDemandPercentage()),
                        onDemand(
                                scaling.clusterMinSize(), scaling.onDemandBaseCapacity(), scaling.onDemandPercentage()),
                        Question.CLUSTER_MIN_SIZE,
                        scaling.onDemandBaseCapacity(),
                        scaling.onDemandPercentage());
            }
        };
    }

    /// EC2 Auto Scaling rounds the On-Demand share up (user guide, "Allocation strategies for multiple instance
    /// types").
    private static int onDemand(int hosts, int base, int percentage) {
        var above = Math.max(0, hosts - base);
        return Math.min(hosts, base) + (above * percentage + 99) / 100;
    }

    /// How many are On-Demand if there are so many.
    int onDemandOf(int hosts) {
        return onDemand(hosts, base, percentage);
    }

    /// Whether a number can be the maximum beside the other answers.
    boolean isMost(int most) {
        return most > first && most >= base;
    }

    /// Whether all are On-Demand, or none is.
    boolean isOfOneKind() {
        return onDemand == most || onDemand == 0;
    }

    /// All types that hosts may be of, the first choice first.
    static List<String> types(ClusterSpec spec) {
        var types = new ArrayList<String>();
        types.add(spec.compute().instanceType());
        if (spec.compute().fleet() instanceof Fleet.Managed managed) {
            types.addAll(managed.hosts().alternateInstanceTypes());
        }
        return types;
    }
}
