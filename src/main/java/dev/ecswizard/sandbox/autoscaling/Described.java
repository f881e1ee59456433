package dev.ecswizard.sandbox.autoscaling;

import dev.ecswizard.sandbox.fleet.Group;
import dev.ecswizard.sandbox.fleet.Host;
import dev.ecswizard.sandbox.fleet.Sources;
import dev.ecswizard.sandbox.protocol.Shapes;
import dev.ecswizard.sandbox.stacks.Hosts;
import dev.ecswizard.sandbox.stacks.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.InstanceMonitoring;
import software.amazon.awssdk.services.autoscaling.model.LaunchConfiguration;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/// Groups, their hosts and what they did, as Auto Scaling shows them.
final class Described {
    private Described() {}

    static AutoScalingGroup group(Group group, String region, String account) {
        var plan = group.plan();
        var properties = new HashMap<>(plan.properties());
        // these have another shape in a template
        List.of("VPCZoneIdentifier", "Tags", "LaunchTemplate", "MixedInstancesPolicy")
                .forEach(properties::remove);
        var builder = Shapes.fill(AutoScalingGroup.builder(), properties);
        if (plan.properties().get("MixedInstancesPolicy") instanceof Map<?, ?> policy) {
            Shapes.fill(builder, Map.of("MixedInstancesPolicy", policy));
        } else if (plan.source().isTemplate()) {
            builder.launchTemplate(template(
                    plan.source().id(), plan.source().name(), plan.source().version()));
        }
        return builder.autoScalingGroupName(group.name())
                .autoScalingGroupARN(plan.arn())
                .launchConfigurationName(
                        plan.source().isTemplate() ? null : plan.source().name())
                .minSize(group.sizes().least())
                .maxSize(group.sizes().most())
                .desiredCapacity(group.sizes().desired())
                .defaultCooldown(Integer.valueOf(
                        plan.properties().getOrDefault("Cooldown", "300").toString()))
                .healthCheckType(
                        plan.properties().getOrDefault("HealthCheckType", "EC2").toString())
                .healthCheckGracePeriod(Integer.valueOf(plan.properties()
                        .getOrDefault("HealthCheckGracePeriod", "0")
                        .toString()))
                .availabilityZones(plan.places().stream()
                        .map(World.Place::zone)
                        .distinct()
                        .sorted()
                        .toList())
                .vpcZoneIdentifier(
                        plan.places().stream().map(World.Place::subnet).collect(Collectors.joining(",")))
                .terminationPolicies("Default")
                .newInstancesProtectedFromScaleIn(group.protectsNewHosts())
                .serviceLinkedRoleARN("arn:aws:iam::" + account
                        + ":role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")
                .createdTime(group.created())
                .status(group.isLeaving() ? "Delete in progress" : null)
                .suspendedProcesses(group.suspended().stream()
                        .map(process -> SuspendedProcess.builder()
                                .processName(process)
                                .suspensionReason("User suspended")
                                .build())
                        .toList())
                .enabledMetrics(List.of())
                .loadBalancerNames(List.of())
                .targetGroupARNs(List.of())
                .trafficSources(List.of())
                .instances(group.hosts().stream().map(Described::instance).toList())
                .tags(tags(group))
                .build();
    }

    private static LaunchTemplateSpecification template(String id, String name, int version) {
        return LaunchTemplateSpecification.builder()
                .launchTemplateId(id)
                .launchTemplateName(name)
                .version(String.valueOf(version))
                .build();
    }

    static List<TagDescription> tags(Group group) {
        var propagated = group.plan().propagatedTags();
        return group.plan().tags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> TagDescription.builder()
                        .resourceId(group.name())
                        .resourceType("auto-scaling-group")
                        .key(tag.getKey())
                        .value(tag.getValue())
                        .propagateAtLaunch(propagated.containsKey(tag.getKey()))
                        .build())
                .toList();
    }

    private static Instance instance(Host host) {
        var source = host.birth().source();
        return Instance.builder()
                .instanceId(host.id())
                .instanceType(host.birth().what().instanceType())
                .availabilityZone(host.birth().place().zone())
                .lifecycleState(lifecycle(host.state()))
                .healthStatus("Healthy")
                .launchConfigurationName(source.isTemplate() ? null : source.name())
                .launchTemplate(source.isTemplate() ? template(source.id(), source.name(), source.version()) : null)
                .protectedFromScaleIn(host.isProtected())
                .build();
    }

    static AutoScalingInstanceDetails details(Group group, Host host) {
        var instance = instance(host);
        return AutoScalingInstanceDetails.builder()
                .autoScalingGroupName(group.name())
                .instanceId(instance.instanceId())
                .instanceType(instance.instanceType())
                .availabilityZone(instance.availabilityZone())
                .lifecycleState(instance.lifecycleStateAsString())
                .healthStatus("HEALTHY")
                .launchConfigurationName(instance.launchConfigurationName())
                .launchTemplate(instance.launchTemplate())
                .protectedFromScaleIn(instance.protectedFromScaleIn())
                .build();
    }

    private static String lifecycle(Hosts.State state) {
        return switch (state) {
            case PENDING -> "Pending";
            case IN_SERVICE -> "InService";
            case TERMINATING -> "Terminating";
        };
    }

    static Activity activity(dev.ecswizard.sandbox.fleet.Activity activity) {
        return Activity.builder()
                .activityId(activity.id())
                .autoScalingGroupName(activity.group())
                .autoScalingGroupARN(activity.groupArn())
                .description(activity.description())
                .cause(activity.cause())
                .details(activity.details())
                .startTime(activity.start())
                .endTime(activity.end().orElse(null))
                .statusCode(activity.status().code())
                .statusMessage(activity.message().orElse(null))
                .progress(activity.progress())
                .build();
    }

    static LaunchConfiguration configuration(Sources.Source source, String region, String account) {
        var properties = new HashMap<>(source.thing().properties());
        // a flag in a template
        var isMonitored = !"false".equals(properties.remove("InstanceMonitoring"));
        return Shapes.fill(LaunchConfiguration.builder(), properties)
                .launchConfigurationName(source.thing().name())
                .launchConfigurationARN("arn:aws:autoscaling:" + region + ":" + account + ":launchConfiguration:"
                        + new java.util.UUID(source.thing().name().hashCode(), 0x8000L << 48)
                        + ":launchConfigurationName/" + source.thing().name())
                .instanceMonitoring(
                        InstanceMonitoring.builder().enabled(isMonitored).build())
                .createdTime(source.created())
                .build();
    }
}
