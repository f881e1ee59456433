package dev.ecswizard.wizard;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.InvalidSpec;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Scaling;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answers of a walk that has not come to its end.
///
/// @param spec what was answered; what the pages beyond ask is made up, so that it has the form of a cluster file
/// @param answered how many pages are answered, from the first one on: 2 to 4
public record Walk(ClusterSpec spec, int answered) {
    /// Account and cluster: before a stack has a name there is nothing worth keeping.
    static final int LEAST = 2;
    /// All that ask something.
    static final int MOST = 4;

    /// What the pages hold; nothing as long as it is not worth keeping.
    static Optional<Walk> of(
            Optional<String> region, Optional<Cluster> cluster, Optional<Network> network, Optional<Compute> compute) {
        if (region.isEmpty() || cluster.isEmpty()) {
            return Optional.empty();
        }
        var answered = network.isEmpty() ? LEAST : compute.isEmpty() ? LEAST + 1 : MOST;
        try {
            var wherein =
                    network.orElseGet(() -> new Network("vpc-00000000", List.of("subnet-00000000"), "sg-00000000"));
            var hosts = answered == MOST ? compute.get() : madeUp(cluster.get().recipe(), region.get());
            return Optional.of(new Walk(new ClusterSpec(region.get(), cluster.get(), wherein, hosts), answered));
        } catch (InvalidSpec _) {
            // the page whose answer does not fit says so itself
            return Optional.empty();
        }
    }

    private static Compute madeUp(Recipe recipe, String region) {
        var images = Map.of(region, "ami-00000000");
        return switch (recipe) {
            case CLASSIC, STANDARD -> new Compute("t3.large", Architecture.X86_64, 1, 2, Optional.empty(), images);
            case PRODUCTION ->
                new Compute(
                        "t3.large",
                        Architecture.X86_64,
                        new Fleet.Managed(
                                new Scaling(0, 6, 100, 0, 100),
                                new Hosts(List.of(), 30, 0, ImageSource.PINNED),
                                new Operations(ContainerInsights.ENABLED, false, 30)),
                        Optional.empty(),
                        images);
        };
    }
}
