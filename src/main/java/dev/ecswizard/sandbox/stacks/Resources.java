package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.stacks.Making.Failure;
import dev.ecswizard.sandbox.stacks.Making.Made;
import dev.ecswizard.sandbox.stacks.Making.Settling.After;
import java.util.Map;
import java.util.Optional;

/// Makes everything but hosts.
final class Resources {
    private Resources() {}

    static Made role(Making making) throws Failure {
        var given = making.text("RoleName");
        var name = given.orElseGet(() -> making.name(64));
        if (name.length() > 64) {
            throw making.refused(
                    "Iam",
                    400,
                    "1 validation error detected: Value '" + name
                            + "' at 'roleName' failed to satisfy constraint: Member must have length less than or equal to 64",
                    "InvalidRequest");
        }
        if (!name.matches("[\\w+=,.@-]+")) {
            throw making.refused(
                    "Iam",
                    400,
                    "The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-",
                    "InvalidRequest");
        }
        if (given.isPresent() && making.world().hasRole(name)) {
            throw making.exists(name);
        }
        var arn = making.arn("iam", "", "role" + making.text("Path").orElse("/") + name);
        var roleId = "AROA" + making.ids().upper(17);
        return new Made(
                name,
                Map.of("Arn", arn, "RoleId", roleId),
                new Thing.Role(name, roleId, arn, making.properties(), making.tags()),
                new After(17));
    }

    static Made instanceProfile(Making making) throws Failure {
        var roles = making.texts("Roles");
        if (roles.size() != 1) {
            throw making.refused(
                    "Iam",
                    409,
                    "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1",
                    "ServiceLimitExceeded");
        }
        if (!making.world().hasRole(roles.getFirst())) {
            throw making.refused(
                    "Iam", 404, "The role with name " + roles.getFirst() + " cannot be found.", "NotFound");
        }
        var name = making.text("InstanceProfileName").orElseGet(() -> making.name(128));
        var arn = making.arn("iam", "", "instance-profile" + making.text("Path").orElse("/") + name);
        return made(making, name, Map.of("Arn", arn), 123);
    }

    static Made securityGroup(Making making) throws Failure {
        var world = making.world();
        var vpc = making.text("VpcId").or(world::defaultVpc).orElse("");
        if (!world.hasVpc(vpc)) {
            throw making.refused("Ec2", 400, "The vpc ID '" + vpc + "' does not exist", "NotFound");
        }
        checkPeers(making, vpc);
        var id = making.ids().of("sg");
        var name = making.text("GroupName").orElseGet(() -> making.name(255));
        if (making.text("GroupName").stream().anyMatch(given -> given.startsWith("sg-"))) {
            throw making.refused(
                    "Ec2",
                    400,
                    "Value (" + name
                            + ") for parameter GroupName is invalid. Group names may not be in the format sg-*.",
                    "InvalidRequest");
        }
        if (name.equalsIgnoreCase("default")) {
            throw making.refused("Ec2", 400, "Cannot use reserved security group name: " + name, "InvalidRequest");
        }
        if (!making.text("GroupDescription").orElse("").matches("\\p{ASCII}*")) {
            throw making.refused(
                    "Ec2",
                    400,
                    "Value (" + making.text("GroupDescription").orElseThrow()
                            + ") for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported.",
                    "InvalidRequest");
        }
        var group = new Thing.SecurityGroup(
                id, name, making.text("GroupDescription").orElse(""), vpc, making.properties(), making.tags());
        return new Made(id, Map.of("GroupId", id, "Id", id, "VpcId", vpc), group, new After(5));
    }

    static void checkPeers(Making making, String vpc) throws Failure {
        for (var direction : new String[] {
            "SecurityGroupIngress.SourceSecurityGroupId", "SecurityGroupEgress.DestinationSecurityGroupId"
        }) {
            var keys = direction.split("\\.");
            for (var rule : Tree.list(making.properties().get(keys[0]))) {
                checkPeer(making, vpc, Tree.text(rule, keys[1]).orElse(null));
            }
        }
    }

    private static void checkPeer(Making making, String vpc, String peer) throws Failure {
        if (peer == null) {
            return;
        }
        var other = making.world().vpcOfSecurityGroup(peer);
        if (other.isEmpty()) {
            throw making.refused("Ec2", 400, "The security group '" + peer + "' does not exist", "NotFound");
        }
        if (!other.get().equals(vpc)) {
            throw making.refused(
                    "Ec2", 400, "You have specified two resources that belong to different networks.", "NotFound");
        }
    }

    static Made cluster(Making making) {
        var name = making.text("ClusterName").orElseGet(() -> making.name(255));
        var arn = making.arn("ecs", making.world().region(), "cluster/" + name);
        var cluster = new Thing.Cluster(name, arn, making.properties(), making.tags());
        return new Made(name, Map.of("Arn", arn), cluster, new After(4));
    }

    static Made logGroup(Making making) throws Failure {
        var name = making.text("LogGroupName").orElseGet(() -> making.name(512));
        if (making.isMade(name)) {
            throw making.exists(name);
        }
        var arn = making.arn("logs", making.world().region(), "log-group:" + name + ":*");
        return made(making, name, Map.of("Arn", arn), 2);
    }

    static Made capacityProvider(Making making) throws Failure {
        var name = making.text("Name").orElseGet(() -> making.name(255));
        if (name.matches("(?i)(aws|ecs|fargate).*")) {
            throw making.refused(
                    "AmazonECS",
                    400,
                    "The specified capacity provider name is invalid. Up to 255 characters are allowed. Capacity provider names can't be prefixed with aws, ecs, or fargate. Specify a valid name and try again.",
                    "InvalidRequest");
        }
        if (making.isMade(name)) {
            throw making.exists(name);
        }
        var group =
                making.text("AutoScalingGroupProvider", "AutoScalingGroupArn").orElse("");
        var isProtecting = making.text("AutoScalingGroupProvider", "ManagedTerminationProtection")
                .equals(Optional.of("ENABLED"));
        var known = making.inventory()
                .find("AWS::AutoScaling::AutoScalingGroup", group.substring(group.lastIndexOf('/') + 1))
                .filter(Thing.Group.class::isInstance)
                .map(Thing.Group.class::cast);
        if (known.isEmpty()) {
            throw making.refused(
                    "AmazonECS",
                    400,
                    "The specified Auto Scaling group ARN is not valid. Specify a valid ARN and try again.",
                    "InvalidRequest");
        }
        var protects = Tree.text(known.get().properties(), "NewInstancesProtectedFromScaleIn");
        if (isProtecting && !protects.equals(Optional.of("true"))) {
            throw making.refused(
                    "AmazonECS",
                    400,
                    "The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, the Auto Scaling group must have instance protection from scale in enabled.",
                    "InvalidRequest");
        }
        return made(making, name, Map.of(), 3);
    }

    static Made association(Making making) {
        return made(making, making.text("Cluster").orElse(""), Map.of(), 15);
    }

    private static Made made(Making making, String id, Map<String, String> attributes, double seconds) {
        var thing = new Thing.Other(id, making.declared().type(), making.properties());
        return new Made(id, attributes, thing, new After(seconds));
    }
}
