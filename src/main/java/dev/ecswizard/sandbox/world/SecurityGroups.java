package dev.ecswizard.sandbox.world;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.ec2.model.Vpc;

/// The security groups that a region has before anybody comes, all of which let everything out.
final class SecurityGroups {
    private final RegionWorld world;

    SecurityGroups(RegionWorld world) {
        this.world = world;
    }

    /// The group that every VPC is born with.
    void addDefault(Vpc vpc) {
        var group = Ids.of("sg", vpc.vpcId(), "default");
        securityGroup(
                vpc,
                group,
                "default",
                "default VPC security group",
                IpPermission.builder()
                        .ipProtocol("-1")
                        .userIdGroupPairs(UserIdGroupPair.builder()
                                .groupId(group)
                                .userId(World.ACCOUNT)
                                .build())
                        .ipRanges(List.of())
                        .ipv6Ranges(List.of())
                        .prefixListIds(List.of())
                        .build());
    }

    SecurityGroup add(Vpc vpc, String name, String description, IpPermission... ingress) {
        return securityGroup(vpc, Ids.of("sg", vpc.vpcId(), name), name, description, ingress);
    }

    private SecurityGroup securityGroup(Vpc vpc, String id, String name, String description, IpPermission... ingress) {
        return world.securityGroups()
                .put(SecurityGroup.builder()
                        .groupId(id)
                        .groupName(name)
                        .description(description)
                        .vpcId(vpc.vpcId())
                        .ownerId(vpc.ownerId())
                        .securityGroupArn(
                                "arn:aws:ec2:" + world.region().name() + ":" + vpc.ownerId() + ":security-group/" + id)
                        .ipPermissions(ingress)
                        .ipPermissionsEgress(permission("-1", "0.0.0.0/0").build())
                        .tags(List.of())
                        .build());
    }

    static IpPermission tcp(int port, String cidr) {
        return permission("tcp", cidr).fromPort(port).toPort(port).build();
    }

    static IpPermission from(int port, String group) {
        return permission("tcp", null)
                .fromPort(port)
                .toPort(port)
                .userIdGroupPairs(UserIdGroupPair.builder()
                        .groupId(group)
                        .userId(World.ACCOUNT)
                        .build())
                .build();
    }

    private static IpPermission.Builder permission(String protocol, String cidr) {
        return IpPermission.builder()
                .ipProtocol(protocol)
                .ipRanges(
                        cidr == null
                                ? List.of()
                                : List.of(IpRange.builder().cidrIp(cidr).build()))
                .ipv6Ranges(List.of())
                .prefixListIds(List.of())
                .userIdGroupPairs(List.of());
    }
}
