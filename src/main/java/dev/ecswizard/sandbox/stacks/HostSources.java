package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.stacks.Making.Failure;
import dev.ecswizard.sandbox.stacks.Making.Made;
import dev.ecswizard.sandbox.stacks.Making.Settling.After;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Makes launch configurations and launch templates, and reads from either what a host will be.
///
/// @param groups ids of security groups
/// @param publicAddress empty leaves it to the subnet
/// @param profile name or ARN of an instance profile
/// @param userData as the host sees it, or empty
/// @param tags of the host, that a launch template gives it
public record HostSources(
        String image,
        String instanceType,
        Optional<String> keyName,
        List<String> groups,
        Optional<Boolean> publicAddress,
        Optional<String> profile,
        String userData,
        Map<String, String> tags) {

    static Made launchConfiguration(Making making) throws Failure {
        var world = making.world();
        if (world.isClosedToLaunchConfigurations()) {
            throw refused(
                    making,
                    "The Launch Configuration creation operation is not available in your account. Use launch templates to create configuration templates for your Auto Scaling groups.",
                    "GeneralServiceException");
        }
        var host = of(making.properties(), false);
        if (world.architectureOfImage(host.image()).isEmpty()) {
            throw refused(
                    making,
                    "AMI " + host.image() + " is invalid: The image id '[" + host.image() + "]' does not exist",
                    "InvalidRequest");
        }
        if (world.instanceType(host.instanceType()).isEmpty()) {
            throw refused(making, "Invalid value '" + host.instanceType() + "' for InstanceType.", "InvalidRequest");
        }
        var unknown = host.unknown(world);
        if (unknown.isPresent()) {
            throw refused(making, unknown.get(), "InvalidRequest");
        }
        var name = making.text("LaunchConfigurationName").orElseGet(() -> making.name(255));
        return new Made(name, Map.of(), new Thing.HostSource(name, name, false, 1, making.properties()), new After(1));
    }

    /// EC2 looks at the data only when a host is to be launched from it.
    static Made launchTemplate(Making making) throws Failure {
        var name = making.text("LaunchTemplateName")
                .orElseGet(
                        () -> making.declared().logicalId() + "_" + making.ids().mixed(12));
        if (making.isMade(name)) {
            throw making.exists(name);
        }
        var id = making.ids().of("lt");
        var data = Tree.map(making.properties(), "LaunchTemplateData");
        return new Made(
                id,
                Map.of("LaunchTemplateId", id, "LatestVersionNumber", "1", "DefaultVersionNumber", "1"),
                new Thing.HostSource(id, name, true, 1, data),
                new After(2));
    }

    private static Failure refused(Making making, String sentence, String code) {
        return making.refused("AutoScaling", 400, sentence, code);
    }

    public static HostSources of(Thing.HostSource source) {
        return of(source.properties(), source.isTemplate());
    }

    private static HostSources of(Map<String, Object> data, boolean isTemplate) {
        var card = Tree.list(data.get("NetworkInterfaces")).stream().findFirst().orElse(Map.of());
        var groups = !isTemplate
                ? data.get("SecurityGroups")
                : Tree.at(card, "Groups").orElse(data.get("SecurityGroupIds"));
        var address = Tree.text(isTemplate ? card : data, "AssociatePublicIpAddress");
        return new HostSources(
                Tree.text(data, "ImageId").orElse(""),
                Tree.text(data, "InstanceType").orElse(""),
                Tree.text(data, "KeyName"),
                Tree.texts(groups),
                address.map(Boolean::parseBoolean),
                isTemplate
                        ? Tree.text(data, "IamInstanceProfile", "Arn")
                                .or(() -> Tree.text(data, "IamInstanceProfile", "Name"))
                        : Tree.text(data, "IamInstanceProfile"),
                plain(Tree.text(data, "UserData").orElse("")),
                Tree.list(data.get("TagSpecifications")).stream()
                        .filter(one -> Tree.text(one, "ResourceType").equals(Optional.of("instance")))
                        .findFirst()
                        .map(one -> Tree.tags(Tree.map(one).get("Tags")))
                        .orElse(Map.of()));
    }

    /// What is no Base64 does nothing on a host.
    private static String plain(String userData) {
        try {
            return new String(Base64.getMimeDecoder().decode(userData), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    public HostSources withInstanceType(String other) {
        return new HostSources(image, other, keyName, groups, publicAddress, profile, userData, tags);
    }

    /// What EC2 says to launching such a host in a zone, whatever room there is; empty if it would.
    public Optional<String> obstacle(World world, String zone) {
        var architecture = world.architectureOfImage(image);
        if (architecture.isEmpty()) {
            return Optional.of("The image id '[" + image + "]' does not exist");
        }
        var type = world.instanceType(instanceType);
        if (type.isEmpty()) {
            return Optional.of("Invalid value '" + instanceType + "' for InstanceType.");
        }
        if (!type.get().architectures().contains(architecture.get())) {
            return Optional.of(
                    "The architecture '"
                            + String.join(",", new TreeSet<>(type.get().architectures()))
                            + "' of the specified instance type does not match the architecture '" + architecture.get()
                            + "' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.");
        }
        return unknown(world)
                .or(() -> type.filter(known -> !known.zones().contains(zone)).map(known -> notOffered(known, zone)));
    }

    private static String notOffered(World.Type type, String zone) {
        return "Your requested instance type (" + type.name()
                + ") is not supported in your requested Availability Zone (" + zone
                + "). Please retry your request by not specifying an Availability Zone or choosing "
                + String.join(", ", new TreeSet<>(type.zones())) + ".";
    }

    /// EC2's sentence about a key pair, a security group or an instance profile that is not there.
    private Optional<String> unknown(World world) {
        var key = keyName.filter(name -> !world.hasKeyPair(name))
                .map(name -> "The key pair '" + name + "' does not exist");
        return key.or(() -> groups.stream()
                        .filter(id -> world.vpcOfSecurityGroup(id).isEmpty())
                        .findFirst()
                        .map(id -> "The security group '" + id + "' does not exist"))
                .or(() ->
                        profile.filter(name -> !world.hasInstanceProfile(name)).map(HostSources::noProfile));
    }

    private static String noProfile(String profile) {
        var isArn = profile.startsWith("arn:");
        return "Value (" + profile + ") for parameter iamInstanceProfile." + (isArn ? "arn" : "name")
                + " is invalid. Invalid IAM Instance Profile " + (isArn ? "ARN" : "name");
    }
}
