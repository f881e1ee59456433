package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.stacks.Making.Failure;
import dev.ecswizard.sandbox.stacks.Making.Made;
import dev.ecswizard.sandbox.stacks.Making.Settling;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Makes Auto Scaling groups and launches their hosts.
final class Groups {
    private static final String LAUNCH_TEMPLATE = "You must use a valid fully-formed launch template. ";

    private Groups() {}

    static Made group(Making making) throws Failure {
        var least = size(making, "MinSize", 0);
        var most = size(making, "MaxSize", 0);
        var desired = size(making, "DesiredCapacity", least);
        if (most < least) {
            throw refused(making, "Max bound, " + most + ", must be greater than or equal to min bound, " + least);
        }
        if (desired < least || desired > most) {
            throw refused(
                    making,
                    "Desired capacity:" + desired + " must be between the specified min size:" + least
                            + " and max size:" + most);
        }
        var places = places(making);
        var source = source(making);
        var host = host(making, source);
        var obstacle = obstacle(making, host, places, source.isTemplate());
        if (source.isTemplate() && obstacle.isPresent()) {
            throw refused(making, LAUNCH_TEMPLATE + obstacle.get());
        }
        if (host.groups().stream()
                .map(making.world()::vpcOfSecurityGroup)
                .flatMap(Optional::stream)
                .anyMatch(vpc -> places.stream().anyMatch(place -> !place.vpc().equals(vpc)))) {
            throw refused(
                    making,
                    "One or more security groups in the "
                            + (source.isTemplate() ? "launch template" : "launch configuration")
                            + " are not linked to the VPCs configured in the Auto Scaling group");
        }
        var name = making.text("AutoScalingGroupName").orElseGet(() -> making.name(255));
        if (making.isMade(name)) {
            throw making.exists(name);
        }
        var hosts = launch(making, host, places, desired);
        var failure = (desired == 0 ? Optional.<String>empty() : obstacle)
                .or(() -> making.world().refusalToLaunch(host.instanceType(), places, desired));
        var settling = failure.isPresent()
                ? new Settling.Fails(
                        35,
                        "Group did not stabilize. {current/minSize/desired} group size = {0/" + least + "/" + desired
                                + "}. Failed Scaling Activity: " + failure.get() + " Launching EC2 instance failed.")
                : settling(making, host, hosts);
        var arn = making.arn(
                "autoscaling",
                making.world().region(),
                "autoScalingGroup:" + making.ids().uuid() + ":autoScalingGroupName/" + name);
        return new Made(
                name,
                Map.of("AutoScalingGroupARN", arn),
                new Thing.Group(name, making.properties(), failure.isPresent() ? List.of() : hosts),
                settling);
    }

    private static Failure refused(Making making, String sentence) {
        return making.refused("AutoScaling", 400, sentence, "InvalidRequest");
    }

    private static int size(Making making, String key, int otherwise) throws Failure {
        var text = making.text(key);
        if (text.isPresent() && !text.get().matches("\\d{1,5}")) {
            throw refused(making, "Value " + text.get() + " at '" + key + "' must be a whole number from 0 to 99999");
        }
        return text.map(Integer::parseInt).orElse(otherwise);
    }

    private static List<World.Place> places(Making making) throws Failure {
        var subnets = Tree.at(making.properties(), "VPCZoneIdentifier")
                .map(value -> value instanceof String text ? Arrays.asList(text.split(",")) : Tree.texts(value))
                .orElse(List.of());
        if (subnets.isEmpty() && making.texts("AvailabilityZones").isEmpty()) {
            throw refused(making, "At least one Availability Zone or VPC Subnet is required.");
        }
        var places = new ArrayList<World.Place>();
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
        return existing(making, "AWS::EC2::LaunchTemplate", id)
                .orElseThrow(() -> refused(
                        making,
                        LAUNCH_TEMPLATE + "The specified launch template, with template ID " + id
                                + ", does not exist."));
    }

    private static Optional<Thing.HostSource> existing(Making making, String type, String id) {
        return making.inventory()
                .find(type, id)
                .filter(Thing.HostSource.class::isInstance)
                .map(Thing.HostSource.class::cast);
    }

    private static HostSources host(Making making, Thing.HostSource source) {
        var host = HostSources.of(source.properties(), source.isTemplate());
        return Tree.list(Tree.map(making.properties(), "MixedInstancesPolicy", "LaunchTemplate")
                        .get("Overrides"))
                .stream()
                .findFirst()
                .flatMap(first -> Tree.text(first, "InstanceType"))
                .map(host::withInstanceType)
                .orElse(host);
    }

    /// What EC2 would say to launching such a host there.
    private static Optional<String> obstacle(
            Making making, HostSources host, List<World.Place> places, boolean isTemplate) {
        var world = making.world();
        var architecture = world.architectureOfImage(host.image());
        if (architecture.isEmpty()) {
            return Optional.of("The image id '[" + host.image() + "]' does not exist");
        }
        var type = world.instanceType(host.instanceType());
        if (type.isEmpty()) {
            return Optional.of("Invalid value '" + host.instanceType() + "' for InstanceType.");
        }
        if (!type.get().architectures().contains(architecture.get())) {
            return Optional.of(
                    "The architecture '"
                            + String.join(",", new TreeSet<>(type.get().architectures()))
                            + "' of the specified instance type does not match the architecture '" + architecture.get()
                            + "' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.");
        }
        return host.unknown(world)
                .or(() -> places.stream()
                        .map(World.Place::zone)
                        .filter(zone -> !type.get().zones().contains(zone))
                        .findFirst()
                        .map(zone -> notOffered(type.get(), zone)));
    }

    private static String notOffered(World.Type type, String zone) {
        return "Your requested instance type (" + type.name()
                + ") is not supported in your requested Availability Zone (" + zone
                + "). Please retry your request by not specifying an Availability Zone or choosing "
                + String.join(", ", new TreeSet<>(type.zones())) + ".";
    }

    private static List<Thing.Host> launch(Making making, HostSources host, List<World.Place> places, int count) {
        var hosts = new ArrayList<Thing.Host>();
        for (var i = 0; i < count && !places.isEmpty(); i++) {
            var place = places.get(i % places.size());
            var hasWayOut = making.world().hasWayOut(place.subnet(), host.publicAddress());
            hosts.add(new Thing.Host(
                    making.ids().of("i"), host.instanceType(), host.image(), place, host.keyName(), hasWayOut));
        }
        return hosts;
    }

    private static Settling settling(Making making, HostSources host, List<Thing.Host> hosts) throws Failure {
        var policy = making.creationPolicy();
        if (!policy.containsKey("ResourceSignal")) {
            return new Settling.After(hosts.isEmpty() ? 3 : 25);
        }
        var wanted = Tree.text(policy, "ResourceSignal", "Count").orElse("1");
        var percent = Tree.text(policy, "AutoScalingCreationPolicy", "MinSuccessfulInstancesPercent")
                .orElse("100");
        var timeout = Tree.text(policy, "ResourceSignal", "Timeout").orElse("PT5M");
        if (!wanted.matches("\\d{1,5}") || !percent.matches("\\d{1,3}")) {
            throw new Failure("CreationPolicy is malformed: " + policy);
        }
        var signals = new LinkedHashMap<String, Double>();
        for (var one : hosts) {
            if (host.signals() && one.hasWayOut()) {
                signals.put(one.id(), making.ids().between(75, 120));
            }
        }
        return new Settling.Signals(
                Integer.parseInt(wanted),
                Integer.parseInt(percent),
                seconds(timeout),
                Collections.unmodifiableMap(signals));
    }

    private static double seconds(String duration) throws Failure {
        try {
            return Duration.parse(duration).toSeconds();
        } catch (DateTimeParseException _) {
            throw new Failure("Invalid timeout duration: " + duration);
        }
    }
}
