package dev.ecswizard.aws;

import dev.ecswizard.cloud.Occupancy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.CapacityProviderUpdateStatus;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;
import software.amazon.awssdk.services.ecs.model.ManagedTerminationProtection;

/// What keeps hosts from going, from ECS and Auto Scaling.
record AwsOccupancy(Calls calls, Supplier<EcsClient> ecs, Supplier<AutoScalingClient> autoScaling)
        implements Occupancy {
    /// ECS API reference, UpdateContainerInstancesState, `containerInstances`.
    private static final int HOSTS_A_CALL = 10;

    /// EC2 Auto Scaling API reference, SetInstanceProtection, `InstanceIds`.
    private static final int INSTANCES_A_CALL = 50;

    @Override
    public int tasks(String cluster) {
        return calls.ask(
                "ecs:DescribeClusters",
                () -> ecs.get().describeClusters(request -> request.clusters(cluster)).clusters().stream()
                        .mapToInt(found -> count(found.runningTasksCount()) + count(found.pendingTasksCount()))
                        .sum());
    }

    private static int count(Integer number) {
        return number == null ? 0 : number;
    }

    @Override
    public List<String> placeable(String cluster) {
        return AwsStacks.unlessGone(
                List.<String>of(),
                () -> calls.ask(
                        "ecs:ListContainerInstances",
                        () -> ecs
                                .get()
                                .listContainerInstancesPaginator(
                                        request -> request.cluster(cluster).status(ContainerInstanceStatus.ACTIVE))
                                .containerInstanceArns()
                                .stream()
                                .toList()));
    }

    @Override
    public void drain(String cluster, List<String> hosts) {
        become(cluster, hosts, ContainerInstanceStatus.DRAINING);
    }

    @Override
    public void resume(String cluster, List<String> hosts) {
        become(cluster, hosts, ContainerInstanceStatus.ACTIVE);
    }

    private void become(String cluster, List<String> hosts, ContainerInstanceStatus status) {
        for (var some : inGroups(hosts, HOSTS_A_CALL)) {
            calls.ask(
                    "ecs:UpdateContainerInstancesState",
                    () -> ecs.get()
                            .updateContainerInstancesState(request -> request.cluster(cluster)
                                    .containerInstances(some)
                                    .status(status)));
        }
    }

    @Override
    public int stopTasks(String cluster) {
        var tasks = AwsStacks.unlessGone(
                List.<String>of(),
                () -> calls.ask(
                        "ecs:ListTasks",
                        () -> ecs.get().listTasksPaginator(request -> request.cluster(cluster)).taskArns().stream()
                                .toList()));
        for (var task : tasks) {
            calls.ask(
                    "ecs:StopTask",
                    () -> ecs.get()
                            .stopTask(request ->
                                    request.cluster(cluster).task(task).reason(Words.of("aws.task.stopped"))));
        }
        return tasks.size();
    }

    @Override
    public boolean releaseProvider(String name) {
        var isProtecting = provider(name)
                .filter(provider -> provider.autoScalingGroupProvider() != null)
                .filter(provider -> provider.autoScalingGroupProvider().managedTerminationProtection()
                        == ManagedTerminationProtection.ENABLED)
                .isPresent();
        if (isProtecting) {
            calls.ask(
                    "ecs:UpdateCapacityProvider",
                    () -> ecs.get()
                            .updateCapacityProvider(request -> request.name(name)
                                    .autoScalingGroupProvider(group -> group.managedTerminationProtection(
                                            ManagedTerminationProtection.DISABLED))));
        }
        return isProtecting;
    }

    @Override
    public boolean isChanging(String provider) {
        return provider(provider)
                .filter(found -> found.updateStatus() == CapacityProviderUpdateStatus.UPDATE_IN_PROGRESS)
                .isPresent();
    }

    private Optional<CapacityProvider> provider(String name) {
        return calls.ask(
                "ecs:DescribeCapacityProviders",
                () -> ecs
                        .get()
                        .describeCapacityProviders(request -> request.capacityProviders(name))
                        .capacityProviders()
                        .stream()
                        .findFirst());
    }

    @Override
    public int releaseHosts(String group) {
        var found = calls.ask(
                "autoscaling:DescribeAutoScalingGroups",
                () -> autoScaling
                        .get()
                        .describeAutoScalingGroups(request -> request.autoScalingGroupNames(group))
                        .autoScalingGroups()
                        .stream()
                        .findFirst());
        if (found.isEmpty()) {
            return 0;
        }
        if (Boolean.TRUE.equals(found.get().newInstancesProtectedFromScaleIn())) {
            calls.ask(
                    "autoscaling:UpdateAutoScalingGroup",
                    () -> autoScaling
                            .get()
                            .updateAutoScalingGroup(request ->
                                    request.autoScalingGroupName(group).newInstancesProtectedFromScaleIn(false)));
        }
        var held = found.get().instances().stream()
                .filter(host -> Boolean.TRUE.equals(host.protectedFromScaleIn()))
                .filter(host -> host.lifecycleStateAsString().equals("InService")
                        || host.lifecycleStateAsString().endsWith("Standby"))
                .map(Instance::instanceId)
                .toList();
        for (var some : inGroups(held, INSTANCES_A_CALL)) {
            calls.ask(
                    "autoscaling:SetInstanceProtection",
                    () -> autoScaling
                            .get()
                            .setInstanceProtection(request -> request.autoScalingGroupName(group)
                                    .instanceIds(some)
                                    .protectedFromScaleIn(false)));
        }
        return held.size();
    }

    private static List<List<String>> inGroups(List<String> all, int size) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + size)))
                .toList();
    }
}
