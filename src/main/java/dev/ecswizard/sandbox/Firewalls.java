package dev.ecswizard.sandbox;

import dev.ecswizard.sandbox.stacks.Thing;
import dev.ecswizard.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/// The security groups that stacks make, as EC2 has them.
final class Firewalls {
    private Firewalls() {}

    static SecurityGroup group(Thing.SecurityGroup group, String region) {
        var egress = permissions(group.properties().get("SecurityGroupEgress"), "DestinationSecurityGroupId");
        return SecurityGroup.builder()
                .groupId(group.id())
                .groupName(group.name())
                .description(group.description())
                .vpcId(group.vpc())
                .ownerId(World.ACCOUNT)
                .securityGroupArn("arn:aws:ec2:" + region + ":" + World.ACCOUNT + ":security-group/" + group.id())
                .ipPermissions(permissions(group.properties().get("SecurityGroupIngress"), "SourceSecurityGroupId"))
                // a group that says nothing of egress lets everything out
                .ipPermissionsEgress(
                        egress.isEmpty()
                                ? permissions(
                                        List.of(Map.of("IpProtocol", "-1", "CidrIp", "0.0.0.0/0")),
                                        "DestinationSecurityGroupId")
                                : egress)
                .tags(group.tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    private static List<IpPermission> permissions(Object rules, String peer) {
        return !(rules instanceof List<?> list)
                ? List.of()
                : list.stream()
                        .filter(Map.class::isInstance)
                        .map(rule -> permission((Map<?, ?>) rule, peer))
                        .toList();
    }

    private static IpPermission permission(Map<?, ?> rule, String peer) {
        var description = text(rule, "Description").orElse(null);
        return IpPermission.builder()
                .ipProtocol(text(rule, "IpProtocol").orElse("-1"))
                .fromPort(port(rule, "FromPort"))
                .toPort(port(rule, "ToPort"))
                .ipRanges(text(rule, "CidrIp").stream()
                        .map(cidr -> IpRange.builder()
                                .cidrIp(cidr)
                                .description(description)
                                .build())
                        .toList())
                .ipv6Ranges(text(rule, "CidrIpv6").stream()
                        .map(cidr -> Ipv6Range.builder()
                                .cidrIpv6(cidr)
                                .description(description)
                                .build())
                        .toList())
                .userIdGroupPairs(text(rule, peer).stream()
                        .map(id -> UserIdGroupPair.builder()
                                .groupId(id)
                                .userId(World.ACCOUNT)
                                .description(description)
                                .build())
                        .toList())
                .prefixListIds(List.of())
                .build();
    }

    /// EC2 shows no ports where all of them are meant.
    private static Integer port(Map<?, ?> rule, String key) {
        return text(rule, key)
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    private static Optional<String> text(Map<?, ?> rule, String key) {
        return Optional.ofNullable(rule.get(key)).map(Object::toString);
    }

    /// Whether a rule of another security group names this one.
    static boolean isNamedByAnother(String id, List<SecurityGroup> groups) {
        return groups.stream()
                .filter(other -> !other.groupId().equals(id))
                .flatMap(other -> Stream.concat(other.ipPermissions().stream(), other.ipPermissionsEgress().stream()))
                .flatMap(rule -> rule.userIdGroupPairs().stream())
                .anyMatch(pair -> id.equals(pair.groupId()));
    }
}
