package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.stacks.Making.Failure;
import dev.ecswizard.sandbox.stacks.Making.Made;
import dev.ecswizard.sandbox.stacks.Making.Settling.After;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes launch configurations and launch templates, and reads from either what a host will be.
///
/// @param groups ids of security groups
/// @param publicAddress empty leaves it to the subnet
record HostSources(
        String image,
        String instanceType,
        Optional<String> keyName,
        List<String> groups,
        Optional<Boolean> publicAddress,
        boolean signals) {

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
        return new Made(name, Map.of(), new Thing.HostSource(name, name, false, making.properties()), new After(1));
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
                new Thing.HostSource(id, name, true, data),
                new After(2));
    }

    private static Failure refused(Making making, String sentence, String code) {
        return making.refused("AutoScaling", 400, sentence, code);
    }

    static HostSources of(Map<String, Object> data, boolean isTemplate) {
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
                callsSignal(Tree.text(data, "UserData").orElse("")));
    }

    /// A host reports to its stack only if somebody tells it to.
    private static boolean callsSignal(String userData) {
        try {
            return new String(Base64.getMimeDecoder().decode(userData), StandardCharsets.UTF_8).contains("cfn-signal");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    HostSources withInstanceType(String other) {
        return new HostSources(image, other, keyName, groups, publicAddress, signals);
    }

    /// EC2's sentence about a key pair or a security group that is not there.
    Optional<String> unknown(World world) {
        var key = keyName.filter(name -> !world.hasKeyPair(name))
                .map(name -> "The key pair '" + name + "' does not exist");
        return key.or(() -> groups.stream()
                .filter(id -> world.vpcOfSecurityGroup(id).isEmpty())
                .findFirst()
                .map(id -> "The security group '" + id + "' does not exist"));
    }
}
