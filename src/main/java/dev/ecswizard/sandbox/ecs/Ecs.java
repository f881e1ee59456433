package dev.ecswizard.sandbox.ecs;

import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.fleet.Providers;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.fleet.Workloads;
import dev.ecswizard.sandbox.protocol.AwsJson;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;

/// ECS over a world and its fleet: clusters that stacks have made and the hosts that registered in them. What
/// runs there is what somebody asked for through ECS itself.
public final class Ecs {
    private static final int MOST = 100;

    private final World world;
    private final Fleet fleet;

    private Ecs(World world, Fleet fleet) {
        this.world = world;
        this.fleet = fleet;
    }

    public static Service over(World world, Fleet fleet) {
        return new Service("ecs", new AwsJson("AmazonEC2ContainerServiceV20141113", "1.1"), () -> {
            var ecs = new Ecs(world, fleet);
            var operations = new Operations()
                    .on("ListClusters", ListClustersRequest::builder, ecs::list)
                    .on("DescribeClusters", DescribeClustersRequest::builder, ecs::clusters);
            new Work(ecs, fleet).addTo(operations);
            new Instances(ecs, fleet).addTo(operations);
            new CapacityProviders(fleet).addTo(operations);
            return operations;
        });
    }

    static Refusal invalid(String sentence) {
        return new Refusal(400, "InvalidParameterException", sentence);
    }

    /// By name or ARN; who says nothing means the cluster named default.
    ///
    /// @throws Refusal if there is none
    Cluster cluster(String cluster, String region) {
        return find(cluster, region)
                .orElseThrow(() -> new Refusal(400, "ClusterNotFoundException", "Cluster not found."));
    }

    private Optional<Cluster> find(String cluster, String region) {
        var prefix = arn(region, "");
        var name = cluster == null || cluster.isEmpty() ? "default" : cluster;
        return world.in(region).clusters().find(name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }

    private static String arn(String region, String name) {
        return "arn:aws:ecs:" + region + ":" + World.ACCOUNT + ":cluster/" + name;
    }

    private ListClustersResponse list(ListClustersRequest request, Call call) {
        var page = Page.of(
                world.in(call.region()).clusters().all().stream()
                        .map(Cluster::clusterArn)
                        .toList(),
                request.maxResults(),
                request.nextToken());
        return ListClustersResponse.builder()
                .clusterArns(page.items())
                .nextToken(page.token())
                .build();
    }

    private DescribeClustersResponse clusters(DescribeClustersRequest request, Call call) {
        if (request.clusters().size() > MOST) {
            throw invalid("Clusters can not have more than " + MOST + " elements.");
        }
        var clusters = new ArrayList<Cluster>();
        var failures = new ArrayList<Failure>();
        for (var name : request.clusters().isEmpty() ? List.of("default") : request.clusters()) {
            find(name, call.region())
                    .ifPresentOrElse(
                            found -> clusters.add(
                                    fleet.on(call.region(), here -> shown(found, here, request.include()))),
                            () -> failures.add(missing(name.startsWith("arn:") ? name : arn(call.region(), name))));
        }
        return DescribeClustersResponse.builder()
                .clusters(clusters)
                .failures(failures)
                .build();
    }

    static Failure missing(String arn) {
        return Failure.builder().arn(arn).reason("MISSING").build();
    }

    /// What nobody asks for is left empty.
    private static Cluster shown(Cluster cluster, RegionFleet here, List<ClusterField> include) {
        var association = here.providers().of(cluster.clusterName());
        return cluster.copy(to -> to.registeredContainerInstancesCount(
                        here.clusters().in(cluster.clusterName()).size())
                .runningTasksCount(here.workloads().tasks(cluster.clusterName()).size())
                .pendingTasksCount(here.workloads().pending(cluster.clusterName()))
                .activeServicesCount(
                        here.workloads().services(cluster.clusterName()).size())
                .capacityProviders(
                        association.map(Providers.Association::providers).orElse(List.of()))
                .defaultCapacityProviderStrategy(
                        association.map(Providers.Association::defaultStrategy).orElse(List.of()))
                .settings(include.contains(ClusterField.SETTINGS) ? cluster.settings() : List.of())
                .configuration(include.contains(ClusterField.CONFIGURATIONS) ? cluster.configuration() : null)
                .tags(include.contains(ClusterField.TAGS) ? cluster.tags() : List.of())
                .statistics(
                        include.contains(ClusterField.STATISTICS)
                                ? statistics(here.workloads(), cluster.clusterName())
                                : List.of()));
    }

    private static List<KeyValuePair> statistics(Workloads workloads, String cluster) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("runningEC2TasksCount", workloads.tasks(cluster).size());
        counts.put("runningFargateTasksCount", 0);
        counts.put("pendingEC2TasksCount", workloads.pending(cluster));
        counts.put("pendingFargateTasksCount", 0);
        counts.put("activeEC2ServiceCount", workloads.services(cluster).size());
        counts.put("activeFargateServiceCount", 0);
        counts.put("drainingEC2ServiceCount", 0);
        counts.put("drainingFargateServiceCount", 0);
        return counts.entrySet().stream()
                .map(count -> KeyValuePair.builder()
                        .name(count.getKey())
                        .value(String.valueOf(count.getValue()))
                        .build())
                .toList();
    }
}
