package dev.ecswizard.aws;

import static dev.ecswizard.aws.AwsNetworks.said;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.ScalingActivity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;

/// Hosts, from EC2 Auto Scaling, ECS and EC2.
///
/// @param scaling made only when a group is asked for
/// @param ecs made only when a cluster is asked for
/// @param watching how long a call may take that is made again in a moment
/// @param limit of a look at hosts
record AwsHosts(
        Calls calls,
        Supplier<AutoScalingClient> scaling,
        Supplier<EcsClient> ecs,
        Ec2Client ec2,
        Duration watching,
        Limit limit)
        implements Hosts {
    /// DescribeContainerInstances takes a hundred at most (ECS API reference).
    private static final int AT_ONCE = 100;

    @Override
    public Hosts watched() {
        return new AwsHosts(calls, scaling, ecs, ec2, watching, Limit.of(watching));
    }

    @Override
    public Optional<HostGroup> group(String name) {
        return calls.ask(
                "autoscaling:DescribeAutoScalingGroups",
                () -> scaling
                        .get()
                        .describeAutoScalingGroups(
                                request -> request.autoScalingGroupNames(name).overrideConfiguration(limit))
                        .autoScalingGroups()
                        .stream()
                        .map(AwsHosts::group)
                        .findFirst());
    }

    private static HostGroup group(AutoScalingGroup group) {
        return new HostGroup(
                group.autoScalingGroupName(),
                group.desiredCapacity(),
                group.instances().stream()
                        .map(instance ->
                                new HostGroup.Member(instance.instanceId(), said(instance.lifecycleStateAsString())))
                        .toList());
    }

    @Override
    public ActivityPage activities(String group, Optional<String> page) {
        var answer = calls.ask(
                "autoscaling:DescribeScalingActivities",
                () -> scaling.get()
                        .describeScalingActivities(request -> request.autoScalingGroupName(group)
                                .includeDeletedGroups(true)
                                .maxRecords(100)
                                .nextToken(page.orElse(null))
                                .overrideConfiguration(limit)));
        return new ActivityPage(
                answer.activities().stream().map(AwsHosts::activity).toList(),
                Optional.ofNullable(answer.nextToken()).filter(token -> !token.isEmpty()));
    }

    private static ScalingActivity activity(Activity activity) {
        return new ScalingActivity(
                activity.activityId(),
                said(activity.autoScalingGroupName()),
                said(activity.description()),
                said(activity.cause()),
                said(activity.statusCodeAsString()),
                said(activity.statusMessage()),
                activity.startTime(),
                Optional.ofNullable(activity.endTime()));
    }

    @Override
    public List<ContainerInstance> registered(String cluster) {
        var all = new ArrayList<ContainerInstance>();
        try {
            var arns = calls.ask(
                    "ecs:ListContainerInstances",
                    () -> ecs
                            .get()
                            .listContainerInstancesPaginator(
                                    request -> request.cluster(cluster).overrideConfiguration(limit))
                            .stream()
                            .flatMap(page -> page.containerInstanceArns().stream())
                            .toList());
            for (var from = 0; from < arns.size(); from += AT_ONCE) {
                var some = arns.subList(from, Math.min(arns.size(), from + AT_ONCE));
                all.addAll(describe(cluster, some));
            }
        } catch (CloudProblem problem) {
            if (problem.kind() != CloudProblem.Kind.NOT_FOUND) {
                throw problem;
            }
        }
        return List.copyOf(all);
    }

    private List<ContainerInstance> describe(String cluster, List<String> arns) {
        return calls.ask(
                "ecs:DescribeContainerInstances",
                () -> ecs
                        .get()
                        .describeContainerInstances(request -> request.cluster(cluster)
                                .containerInstances(arns)
                                .overrideConfiguration(limit))
                        .containerInstances()
                        .stream()
                        .map(AwsHosts::containerInstance)
                        .toList());
    }

    private static ContainerInstance containerInstance(
            software.amazon.awssdk.services.ecs.model.ContainerInstance instance) {
        return new ContainerInstance(
                said(instance.ec2InstanceId()),
                said(instance.status()),
                said(instance.statusReason()),
                AwsNetworks.isTrue(instance.agentConnected()),
                number(instance.runningTasksCount()) + number(instance.pendingTasksCount()),
                Optional.ofNullable(instance.registeredAt()));
    }

    private static int number(Integer count) {
        return count == null ? 0 : count;
    }

    @Override
    public void want(String group, int hosts) {
        calls.ask(
                "autoscaling:SetDesiredCapacity",
                () -> scaling.get()
                        .setDesiredCapacity(
                                request -> request.autoScalingGroupName(group).desiredCapacity(hosts)));
    }

    @Override
    public void release(String instanceId) {
        calls.ask(
                "autoscaling:TerminateInstanceInAutoScalingGroup",
                () -> scaling.get()
                        .terminateInstanceInAutoScalingGroup(
                                request -> request.instanceId(instanceId).shouldDecrementDesiredCapacity(true)));
    }

    /// The newest output can be had of Nitro instances only (EC2 API reference, GetConsoleOutput, `Latest`).
    @Override
    public String console(String instanceId) {
        try {
            return console(instanceId, true);
        } catch (CloudProblem problem) {
            if (problem.code().equals("UnsupportedOperation")) {
                return console(instanceId, false);
            }
            throw problem;
        }
    }

    private String console(String instanceId, boolean newest) {
        var output = calls.ask(
                "ec2:GetConsoleOutput",
                () -> ec2.getConsoleOutput(request -> request.instanceId(instanceId)
                                .latest(newest ? true : null)
                                .overrideConfiguration(limit))
                        .output());
        // bytes of a serial line: what is no character is shown as such
        return output == null ? "" : new String(Base64.getMimeDecoder().decode(output), StandardCharsets.UTF_8);
    }
}
