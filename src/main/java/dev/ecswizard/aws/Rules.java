package dev.ecswizard.aws;

import static dev.ecswizard.aws.AwsNetworks.isTrue;
import static dev.ecswizard.aws.AwsNetworks.said;

import dev.ecswizard.cloud.Firewall;
import dev.ecswizard.cloud.NetworkAcl;
import dev.ecswizard.cloud.RouteTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/// Reads EC2's routes and rules.
final class Rules {
    private static final int LAST_PORT = 65_535;

    /// All protocols, and TCP by its number and name.
    private static final Set<String> TCP = Set.of("-1", "6", "tcp");

    private Rules() {}

    static RouteTable.Route route(Route route) {
        var destination = Stream.of(
                        route.destinationCidrBlock(), route.destinationPrefixListId(), route.destinationIpv6CidrBlock())
                .filter(each -> each != null && !each.isEmpty())
                .findFirst()
                .orElse("");
        var isActive = route.state() != RouteState.BLACKHOLE;
        return Stream.of(
                        target(RouteTable.Kind.NAT_GATEWAY, route.natGatewayId()),
                        target(RouteTable.Kind.TRANSIT_GATEWAY, route.transitGatewayId()),
                        target(RouteTable.Kind.PEERING, route.vpcPeeringConnectionId()),
                        target(RouteTable.Kind.NETWORK_INTERFACE, route.instanceId()),
                        target(RouteTable.Kind.NETWORK_INTERFACE, route.networkInterfaceId()),
                        target(RouteTable.Kind.EGRESS_ONLY_GATEWAY, route.egressOnlyInternetGatewayId()),
                        target(gateway(said(route.gatewayId())), route.gatewayId()),
                        target(RouteTable.Kind.OTHER, route.carrierGatewayId()),
                        target(RouteTable.Kind.OTHER, route.localGatewayId()),
                        target(RouteTable.Kind.OTHER, route.coreNetworkArn()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(to -> new RouteTable.Route(destination, to.kind(), to.id(), isActive))
                .orElseGet(() -> new RouteTable.Route(destination, RouteTable.Kind.OTHER, "", isActive));
    }

    private record Target(RouteTable.Kind kind, String id) {}

    private static Optional<Target> target(RouteTable.Kind kind, String id) {
        return Optional.ofNullable(id).filter(each -> !each.isEmpty()).map(each -> new Target(kind, each));
    }

    private static RouteTable.Kind gateway(String id) {
        if (id.equals("local")) {
            return RouteTable.Kind.LOCAL;
        }
        return switch (id.substring(0, Math.max(0, id.indexOf('-')))) {
            case "igw" -> RouteTable.Kind.INTERNET_GATEWAY;
            case "vgw" -> RouteTable.Kind.VIRTUAL_PRIVATE_GATEWAY;
            case "vpce" -> RouteTable.Kind.ENDPOINT;
            case "eigw" -> RouteTable.Kind.EGRESS_ONLY_GATEWAY;
            case "nat" -> RouteTable.Kind.NAT_GATEWAY;
            case "tgw" -> RouteTable.Kind.TRANSIT_GATEWAY;
            case "pcx" -> RouteTable.Kind.PEERING;
            case "eni", "i" -> RouteTable.Kind.NETWORK_INTERFACE;
            default -> RouteTable.Kind.OTHER;
        };
    }

    static NetworkAcl acl(software.amazon.awssdk.services.ec2.model.NetworkAcl acl) {
        return new NetworkAcl(
                acl.networkAclId(),
                acl.associations().stream()
                        .map(NetworkAclAssociation::subnetId)
                        .filter(subnet -> subnet != null)
                        .collect(Collectors.toSet()),
                acl.entries().stream()
                        .filter(entry -> entry.cidrBlock() != null && TCP.contains(said(entry.protocol())))
                        .sorted(Comparator.comparing(NetworkAclEntry::ruleNumber))
                        .map(Rules::entry)
                        .toList());
    }

    /// Ports mean nothing where all protocols are meant (EC2 API reference, CreateNetworkAclEntry, `Protocol`).
    private static NetworkAcl.Entry entry(NetworkAclEntry entry) {
        var range = said(entry.protocol()).equals("-1") ? null : entry.portRange();
        return new NetworkAcl.Entry(
                isTrue(entry.egress()),
                entry.ruleAction() == RuleAction.ALLOW,
                entry.cidrBlock(),
                range == null || range.from() == null ? 0 : range.from(),
                range == null || range.to() == null ? LAST_PORT : range.to());
    }

    static Firewall firewall(SecurityGroup group) {
        return new Firewall(
                group.groupId(),
                said(group.vpcId()),
                openings(group.ipPermissions()),
                openings(group.ipPermissionsEgress()));
    }

    private static List<Firewall.Opening> openings(List<IpPermission> permissions) {
        return permissions.stream()
                .filter(permission -> TCP.contains(said(permission.ipProtocol())))
                .map(Rules::opening)
                .toList();
    }

    private static Firewall.Opening opening(IpPermission permission) {
        var isAll = said(permission.ipProtocol()).equals("-1")
                || permission.fromPort() == null
                || permission.fromPort() < 0;
        return new Firewall.Opening(
                isAll ? 0 : permission.fromPort(),
                isAll || permission.toPort() == null ? LAST_PORT : permission.toPort(),
                permission.ipRanges().stream().map(IpRange::cidrIp).collect(Collectors.toSet()),
                permission.userIdGroupPairs().stream()
                        .map(UserIdGroupPair::groupId)
                        .filter(id -> id != null)
                        .collect(Collectors.toSet()),
                permission.prefixListIds().stream()
                        .map(PrefixListId::prefixListId)
                        .collect(Collectors.toSet()));
    }
}
