package dev.ecswizard.wizard;

import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.InvalidSpec;
import dev.ecswizard.spec.Network;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The slices of the pages put together.
public final class Choices {
    private final ObservableValue<Optional<String>> region;
    private final ObservableValue<Optional<Cluster>> cluster;
    private final ObservableValue<Optional<Network>> network;
    private final ObservableValue<Optional<Compute>> compute;
    private final ReadOnlyObjectWrapper<Optional<ClusterSpec>> spec = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Choices(
            ObservableValue<Optional<String>> region,
            ObservableValue<Optional<Cluster>> cluster,
            ObservableValue<Optional<Network>> network,
            ObservableValue<Optional<Compute>> compute) {
        this.region = region;
        this.cluster = cluster;
        this.network = network;
        this.compute = compute;
        region.subscribe(_ -> combine());
        cluster.subscribe(_ -> combine());
        network.subscribe(_ -> combine());
        compute.subscribe(_ -> combine());
    }

    /// Everything that was chosen; nothing while a slice is missing or while they do not fit together.
    public ReadOnlyObjectProperty<Optional<ClusterSpec>> spec() {
        return spec.getReadOnlyProperty();
    }

    private void combine() {
        spec.set(region.getValue()
                .flatMap(where -> cluster.getValue()
                        .flatMap(what -> network.getValue()
                                .flatMap(wherein ->
                                        compute.getValue().flatMap(hosts -> fitting(where, what, wherein, hosts))))));
    }

    private static Optional<ClusterSpec> fitting(String region, Cluster cluster, Network network, Compute compute) {
        try {
            return Optional.of(new ClusterSpec(region, cluster, network, compute));
        } catch (InvalidSpec _) {
            // the page whose answer does not fit says so itself
            return Optional.empty();
        }
    }
}
