package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.stacks.Making.Failure;
import dev.ecswizard.sandbox.stacks.Making.Made;
import dev.ecswizard.sandbox.stacks.Making.Settling;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes Auto Scaling groups and launches their hosts.
final class Groups {
    private static final String LAUNCH_TEMPLATE = "You must use a valid fully-formed launch template. ";

    private Groups() {}

    static Made group(Making making) throws Failure {
        var group = planned(making);
        var name = making.text("AutoScalingGroupName").orElseGet(() -> making.name(255));
        if (making.isMade(name)) {
            throw making.exists(name);
        }
        var arn = making.arn(
                "autoscaling",
                making.world().region(),
                "autoScalingGroup:" + making.ids().uuid() + ":autoScalingGroupName/" + name);
        return new Made(name, Map.of("AutoScalingGroupARN", arn), group.named(name, arn), settling(making, name));
    }

    /// A group that is there is to be something else.
    static Made changed(Making making, Made before, Thing.Group group) throws Failure {
        var planned = planned(making).named(group.id(), group.arn());
        var wanted = planned.sized(sizes(making, group, planned.sizes()));
        var policy = RollingPolicy.of(making.updatePolicy());
        if (policy.filter(rolling -> rolling.inService() >= wanted.sizes().most())
                .isPresent()) {
            throw new Failure("MinInstancesInService must be less than the autoscaling group's MaxSize");
        }
        var settling = policy.<Settling>map(rolling -> new Settling.Rolling(wanted, rolling))
                .orElse(new Settling.After(3));
        return new Made(before.ref(), before.attributes(), wanted, settling);
    }

    /// What somebody else has set stays, if the template does not say otherwise.
    private static Hosts.Sizes sizes(Making making, Thing.Group before, Hosts.Sizes wanted) {
        var standing = making.world().hosts().find(before.id());
        if (standing.isEmpty()) {
            return wanted;
        }
        var now = standing.get().sizes();
        var isHeld = Tree.text(
                        making.updatePolicy(), "AutoScalingScheduledAction", "IgnoreUnmodifiedGroupSizeProperties")
                .orElse("")
                .equals("true");
        var least = isHeld && isSame(making, before, "MinSize") ? now.least() : wanted.least();
        var most = isHeld && isSame(making, before, "MaxSize") ? now.most() : wanted.most();
        var desired = making.text("DesiredCapacity").isEmpty() || isHeld && isSame(making, before, "DesiredCapacity")
                ? now.desired()
                : wanted.desired();
        return new Hosts.Sizes(least, most, Math.clamp(desired, least, Math.max(least, most)));
    }

    private static boolean isSame(Making making, Thing.Group before, String property) {
        return making.text(property).equals(Tree.text(before.properties(), property));
    }

    /// A group as a template has it, nameless yet.
    private static Thing.Group planned(Making making) throws Failure {
        var sizes = sizes(making);
        var places = places(making);
        var source = source(making);
        if (source.isTemplate()) {
            var obstacle = obstacle(making, source, places);
            if (obstacle.isPresent()) {
                throw refused(making, LAUNCH_TEMPLATE + obstacle.get());
            }
        }
        if (HostSources.of(source).groups().stream()
                .map(making.world()::vpcOfSecurityGroup)
                .flatMap(Optional::stream)
                .anyMatch(vpc -> places.stream().anyMatch(place -> !place.vpc().equals(vpc)))) {
            throw refused(
                    making,
                    "One or more security groups in the "
                            + (source.isTemplate() ? "launch template" : "launch configuration")
                            + " are not linked to the VPCs configured in the Auto Scaling group");
        }
        return new Thing.Group("", "", sizes, places, making.properties(), source, making.tags());
    }

    private static Hosts.Sizes sizes(Making making) throws Failure {
        for (var key : List.of("MinSize", "MaxSize", "DesiredCapacity")) {
            var text = making.text(key).filter(size -> !size.matches("\\d{1,5}"));
            if (text.isPresent()) {
                throw refused(
                        making, "Value " + text.get() + " at '" + key + "' must be a whole number from 0 to 99999");
            }
        }
        var sizes = Hosts.Sizes.of(making.properties());
        if (sizes.most() < sizes.least()) {
            throw refused(
                    making,
                    "Max bound, " + sizes.most() + ", must be greater than or equal to min bound, " + sizes.least());
        }
        if (sizes.desired() < sizes.least() || sizes.desired() > sizes.most()) {
            throw refused(
                    making,
                    "Desired capacity:" + sizes.desired() + " must be between the specified min size:" + sizes.least()
                            + " and max size:" + sizes.most());
        }
        return sizes;
    }

    private static Failure refused(Making making, String sentence) {
        return making.refused("AutoScaling", 400, sentence, "InvalidRequest");
    }

    private static List<World.Place> places(Making making) throws Failure {
        var subnets = Tree.at(making.properties(), "VPCZoneIdentifier")
                .map(value -> value instanceof String text ? Arrays.asList(text.split(",")) : Tree.texts(value))
                .orElse(List.of());
        if (subnets.isEmpty() && making.texts("AvailabilityZones").isEmpty()) {
            throw refused(making, "At least one Availability Zone or VPC Subnet is required.");
        }
        var places = new ArrayList<World.Place>();
        if (subnets.isEmpty()) {
            making.texts("AvailabilityZones").stream()
                    .map(making.world()::defaultSubnet)
                    .flatMap(Optional::stream)
                    .forEach(places::add);
        }
        for (var subnet : subnets) {
            places.add(making.world()
                    .subnet(subnet.strip())
                    .orElseThrow(() -> refused(making, "The subnet ID '" + subnet.strip() + "' does not exist")));
        }
        return places;
    }

    private static Thing.HostSource source(Making making) throws Failure {
        var configuration = making.text("LaunchConfigurationName");
        if (configuration.isPresent()) {
            return existing(making, "AWS::AutoScaling::LaunchConfiguration", configuration.get())
                    .orElseThrow(() -> refused(
                            making,
                            "Launch configuration name not found - A launch configuration with the name: "
                                    + configuration.get() + " does not exist"));
        }
        var template = Tree.at(making.properties(), "LaunchTemplate")
                .or(() -> Tree.at(
                        making.properties(), "MixedInstancesPolicy", "LaunchTemplate", "LaunchTemplateSpecification"))
                .orElseThrow(
                        () -> refused(
                                making,
                                "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter."));
        var id = Tree.text(template, "LaunchTemplateId")
                .or(() -> Tree.text(template, "LaunchTemplateName"))
                .orElse("");
        var version = Tree.text(template, "Version").orElse("$Default");
        return existing(making, "AWS::EC2::LaunchTemplate", Inventory.versioned(id, version))
                .orElseThrow(() -> refused(
                        making,
                        LAUNCH_TEMPLATE
                                + (existing(making, "AWS::EC2::LaunchTemplate", Inventory.versioned(id, "$Latest"))
                                                .isPresent()
                                        ? "Could not find the specified version " + version
                                                + " for the launch template with ID " + id + "."
                                        : "The specified launch template, with template ID " + id
                                                + ", does not exist.")));
    }

    private static Optional<Thing.HostSource> existing(Making making, String type, String id) {
        return making.inventory()
                .find(type, id)
                .filter(Thing.HostSource.class::isInstance)
                .map(Thing.HostSource.class::cast);
    }

    /// Why none of the instance types could be launched in one of the places.
    private static Optional<String> obstacle(Making making, Thing.HostSource source, List<World.Place> places) {
        var overrides = Tree.list(Tree.map(making.properties(), "MixedInstancesPolicy", "LaunchTemplate")
                .get("Overrides"));
        var host = HostSources.of(source);
        var first = overrides.stream()
                .findFirst()
                .flatMap(override -> Tree.text(override, "InstanceType"))
                .map(host::withInstanceType)
                .orElse(host);
        return places.stream()
                .map(place -> first.obstacle(making.world(), place.zone()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Settling settling(Making making, String group) throws Failure {
        var policy = making.creationPolicy();
        if (!policy.containsKey("ResourceSignal")) {
            return new Settling.Stable(group);
        }
        var wanted = Tree.text(policy, "ResourceSignal", "Count").orElse("1");
        var percent = Tree.text(policy, "AutoScalingCreationPolicy", "MinSuccessfulInstancesPercent")
                .orElse("100");
        var timeout = Tree.text(policy, "ResourceSignal", "Timeout").orElse("PT5M");
        if (!wanted.matches("\\d{1,5}") || !percent.matches("\\d{1,3}")) {
            throw new Failure("CreationPolicy is malformed: " + policy);
        }
        return new Settling.Signals(group, Integer.parseInt(wanted), Integer.parseInt(percent), seconds(timeout));
    }

    private static double seconds(String duration) throws Failure {
        try {
            return Duration.parse(duration).toSeconds();
        } catch (DateTimeParseException _) {
            throw new Failure("Invalid timeout duration: " + duration);
        }
    }
}
