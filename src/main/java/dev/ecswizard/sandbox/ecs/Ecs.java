package dev.ecswizard.sandbox.ecs;

import dev.ecswizard.sandbox.protocol.AwsJson;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;

/// ECS over a world: clusters that stacks have made, in which no service ever runs.
public final class Ecs {
    private final World world;

    private Ecs(World world) {
        this.world = world;
    }

    public static Service over(World world) {
        return new Service("ecs", new AwsJson("AmazonEC2ContainerServiceV20141113", "1.1"), () -> {
            var ecs = new Ecs(world);
            return new Operations()
                    .on("ListServices", ListServicesRequest::builder, ecs::services)
                    .on("DescribeClusters", DescribeClustersRequest::builder, ecs::clusters);
        });
    }

    private ListServicesResponse services(ListServicesRequest request, Call call) {
        find(request.cluster(), call)
                .orElseThrow(() -> new Refusal(400, "ClusterNotFoundException", "Cluster not found."));
        return ListServicesResponse.builder().serviceArns(List.of()).build();
    }

    private DescribeClustersResponse clusters(DescribeClustersRequest request, Call call) {
        var clusters = new ArrayList<Cluster>();
        var failures = new ArrayList<Failure>();
        for (var name : request.clusters().isEmpty() ? List.of("default") : request.clusters()) {
            find(name, call)
                    .ifPresentOrElse(
                            clusters::add,
                            () -> failures.add(Failure.builder()
                                    .arn(name.startsWith("arn:") ? name : arn(call.region(), name))
                                    .reason("MISSING")
                                    .build()));
        }
        return DescribeClustersResponse.builder()
                .clusters(clusters)
                .failures(failures)
                .build();
    }

    /// By name or ARN; who says nothing means the cluster named default.
    private Optional<Cluster> find(String cluster, Call call) {
        var prefix = arn(call.region(), "");
        var name = cluster == null || cluster.isEmpty() ? "default" : cluster;
        return world.in(call.region())
                .clusters()
                .find(name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }

    private static String arn(String region, String name) {
        return "arn:aws:ecs:" + region + ":" + World.ACCOUNT + ":cluster/" + name;
    }
}
