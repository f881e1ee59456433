package dev.ecswizard.sandbox.autoscaling;

import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.fleet.Group;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.protocol.AwsQuery;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Constraints;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.protocol.Service;
import dev.ecswizard.sandbox.world.World;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLaunchConfigurationsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLaunchConfigurationsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.autoscaling.model.Filter;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/// EC2 Auto Scaling over a fleet: shows its groups. What changes them is in `Commands`.
public final class AutoScaling {
    static final Constraints CONSTRAINTS = new Constraints("ValidationError");

    private final Fleet fleet;

    private AutoScaling(Fleet fleet) {
        this.fleet = fleet;
    }

    public static Service over(Fleet fleet) {
        var protocol = new AwsQuery(
                "2011-01-01",
                "http://autoscaling.amazonaws.com/doc/2011-01-01/",
                Set.of("SetDesiredCapacity", "SuspendProcesses", "ResumeProcesses", "UpdateAutoScalingGroup"));
        return new Service("autoscaling", protocol, () -> {
            var scaling = new AutoScaling(fleet);
            var operations = new Operations()
                    .on("DescribeAutoScalingGroups", DescribeAutoScalingGroupsRequest::builder, scaling::groups)
                    .on(
                            "DescribeAutoScalingInstances",
                            DescribeAutoScalingInstancesRequest::builder,
                            scaling::instances)
                    .on("DescribeScalingActivities", DescribeScalingActivitiesRequest::builder, scaling::activities)
                    .on(
                            "DescribeLaunchConfigurations",
                            DescribeLaunchConfigurationsRequest::builder,
                            scaling::configurations);
            new Commands(fleet).addTo(operations);
            return operations;
        });
    }

    /// @throws Refusal if there is no such group
    static Group find(RegionFleet here, String name) {
        CONSTRAINTS.require(name, "autoScalingGroupName");
        return here.group(name)
                .orElseThrow(() -> new Refusal(
                        400,
                        "ValidationError",
                        "AutoScalingGroup name not found - AutoScalingGroup '" + name + "' not found"));
    }

    private DescribeAutoScalingGroupsResponse groups(DescribeAutoScalingGroupsRequest request, Call call) {
        var names = request.autoScalingGroupNames();
        return fleet.on(call.region(), here -> {
            var page = Page.of(
                    here.groups().stream()
                            .filter(group -> names.isEmpty() || names.contains(group.name()))
                            .filter(all(request.filters()))
                            .toList(),
                    request.maxRecords(),
                    50,
                    request.nextToken());
            return DescribeAutoScalingGroupsResponse.builder()
                    .autoScalingGroups(page.items().stream()
                            .map(group -> Described.group(group, call.region(), World.ACCOUNT))
                            .toList())
                    .nextToken(page.token())
                    .build();
        });
    }

    private static Predicate<Group> all(List<Filter> filters) {
        return filters.stream().map(AutoScaling::one).reduce(_ -> true, Predicate::and);
    }

    private static Predicate<Group> one(Filter filter) {
        var name = filter.name() == null ? "null" : filter.name();
        Predicate<TagDescription> tag = switch (name) {
            case "tag-key" -> one -> filter.values().contains(one.key());
            case "tag-value" -> one -> filter.values().contains(one.value());
            default -> {
                if (!name.startsWith("tag:")) {
                    throw new Refusal(
                            400,
                            "ValidationError",
                            "Filter type " + name
                                    + " is not correct. Allowed Filter types are: tag-key, tag-value, tag:<key>");
                }
                yield one -> name.equals("tag:" + one.key()) && filter.values().contains(one.value());
            }
        };
        return group -> Described.tags(group).stream().anyMatch(tag);
    }

    private DescribeAutoScalingInstancesResponse instances(DescribeAutoScalingInstancesRequest request, Call call) {
        var ids = request.instanceIds();
        return fleet.on(call.region(), here -> {
            var page = Page.of(
                    here.groups().stream()
                            .flatMap(group -> group.hosts().stream().map(host -> Described.details(group, host)))
                            .filter(details -> ids.isEmpty() || ids.contains(details.instanceId()))
                            .toList(),
                    request.maxRecords(),
                    50,
                    request.nextToken());
            return DescribeAutoScalingInstancesResponse.builder()
                    .autoScalingInstances(page.items())
                    .nextToken(page.token())
                    .build();
        });
    }

    private DescribeScalingActivitiesResponse activities(DescribeScalingActivitiesRequest request, Call call) {
        var name = request.autoScalingGroupName();
        var ids = request.activityIds();
        var withDeleted = Boolean.TRUE.equals(request.includeDeletedGroups());
        return fleet.on(call.region(), here -> {
            if (name != null && !withDeleted) {
                find(here, name);
            }
            var living = here.groups().stream().map(group -> group.plan().arn()).toList();
            var page = Page.of(
                    here.activities().stream()
                            .filter(activity -> name == null || name.equals(activity.group()))
                            .filter(activity -> ids.isEmpty() || ids.contains(activity.id()))
                            .filter(activity -> withDeleted || living.contains(activity.groupArn()))
                            .toList(),
                    request.maxRecords(),
                    100,
                    request.nextToken());
            return DescribeScalingActivitiesResponse.builder()
                    .activities(page.items().stream().map(Described::activity).toList())
                    .nextToken(page.token())
                    .build();
        });
    }

    private DescribeLaunchConfigurationsResponse configurations(
            DescribeLaunchConfigurationsRequest request, Call call) {
        var names = request.launchConfigurationNames();
        return fleet.on(call.region(), here -> {
            var page = Page.of(
                    here.sources().configurations().stream()
                            .filter(source -> names.isEmpty()
                                    || names.contains(source.thing().name()))
                            .toList(),
                    request.maxRecords(),
                    50,
                    request.nextToken());
            return DescribeLaunchConfigurationsResponse.builder()
                    .launchConfigurations(page.items().stream()
                            .map(source -> Described.configuration(source, call.region(), World.ACCOUNT))
                            .toList())
                    .nextToken(page.token())
                    .build();
        });
    }
}
