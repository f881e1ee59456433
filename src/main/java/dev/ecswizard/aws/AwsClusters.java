package dev.ecswizard.aws;

import dev.ecswizard.cloud.Clusters;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;

/// Clusters, from ECS.
record AwsClusters(Calls calls, Supplier<EcsClient> ecs) implements Clusters {
    @Override
    public Optional<String> status(String cluster) {
        return calls.ask(
                "ecs:DescribeClusters",
                () -> ecs.get().describeClusters(request -> request.clusters(cluster)).clusters().stream()
                        .map(each -> AwsNetworks.said(each.status()))
                        .findFirst());
    }
}
