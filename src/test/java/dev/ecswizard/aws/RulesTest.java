package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Firewall.Opening;
import dev.ecswizard.cloud.NetworkAcl.Entry;
import dev.ecswizard.cloud.RouteTable.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

class RulesTest {
    private static Arguments row(Kind kind, String id, Consumer<Route.Builder> set) {
        return Arguments.of(kind, id, set);
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                row(Kind.LOCAL, "local", route -> route.gatewayId("local")),
                row(Kind.INTERNET_GATEWAY, "igw-1", route -> route.gatewayId("igw-1")),
                row(Kind.VIRTUAL_PRIVATE_GATEWAY, "vgw-1", route -> route.gatewayId("vgw-1")),
                row(Kind.ENDPOINT, "vpce-1", route -> route.gatewayId("vpce-1")),
                row(Kind.NAT_GATEWAY, "nat-1", route -> route.natGatewayId("nat-1")),
                row(Kind.TRANSIT_GATEWAY, "tgw-1", route -> route.transitGatewayId("tgw-1")),
                row(Kind.PEERING, "pcx-1", route -> route.vpcPeeringConnectionId("pcx-1")),
                row(
                        Kind.NETWORK_INTERFACE,
                        "i-1",
                        route -> route.instanceId("i-1").networkInterfaceId("eni-1")),
                row(Kind.NETWORK_INTERFACE, "eni-1", route -> route.networkInterfaceId("eni-1")),
                row(Kind.EGRESS_ONLY_GATEWAY, "eigw-1", route -> route.egressOnlyInternetGatewayId("eigw-1")),
                row(Kind.OTHER, "cagw-1", route -> route.carrierGatewayId("cagw-1")),
                row(Kind.OTHER, "lgw-1", route -> route.localGatewayId("lgw-1")),
                row(Kind.OTHER, "arn:core", route -> route.coreNetworkArn("arn:core")),
                row(Kind.OTHER, "", route -> {}));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void eachTargetIsKnown(Kind kind, String id, Consumer<Route.Builder> set) {
        var route = Route.builder().destinationCidrBlock("0.0.0.0/0").state("active");
        set.accept(route);

        assertThat(Rules.route(route.build()))
                .isEqualTo(new dev.ecswizard.cloud.RouteTable.Route("0.0.0.0/0", kind, id, true));
    }

    @Test
    void destinationsAreOfThreeKinds() {
        var list = Rules.route(Route.builder()
                .destinationPrefixListId("pl-1")
                .gatewayId("vpce-1")
                .state("blackhole")
                .build());
        assertThat(list.isPrefixList()).isTrue();
        assertThat(list.isIpv4()).isFalse();
        assertThat(list.isActive()).isFalse();
        var sixth = Rules.route(Route.builder()
                .destinationIpv6CidrBlock("::/0")
                .gatewayId("igw-1")
                .build());
        assertThat(sixth.destination()).isEqualTo("::/0");
        assertThat(sixth.isIpv4()).isFalse();
    }

    @Test
    void anAclKeepsWhatSpeaksOfTcpInOrder() {
        var entries = List.of(
                entry(200, "-1").egress(true).ruleAction("deny").build(),
                entry(100, "6")
                        .egress(false)
                        .ruleAction("allow")
                        .portRange(range -> range.from(443).to(444))
                        .build(),
                entry(90, "17").egress(true).ruleAction("deny").build(),
                entry(80, "6")
                        .cidrBlock(null)
                        .ipv6CidrBlock("::/0")
                        .egress(true)
                        .ruleAction("deny")
                        .build());

        assertThat(Rules.acl(NetworkAcl.builder()
                        .networkAclId("acl-1")
                        .entries(entries)
                        .associations(NetworkAclAssociation.builder()
                                .subnetId("subnet-1")
                                .build())
                        .build()))
                .isEqualTo(new dev.ecswizard.cloud.NetworkAcl(
                        "acl-1",
                        Set.of("subnet-1"),
                        List.of(
                                new Entry(false, true, "10.0.0.0/8", 443, 444),
                                new Entry(true, false, "10.0.0.0/8", 0, 65_535))));
    }

    private static NetworkAclEntry.Builder entry(int number, String protocol) {
        return NetworkAclEntry.builder().ruleNumber(number).protocol(protocol).cidrBlock("10.0.0.0/8");
    }

    /// EC2 API reference, CreateNetworkAclEntry, `Protocol`: all ports are meant, whatever the entry says of them.
    @Test
    void anEntryForAllProtocolsIsAboutAllPorts() {
        var acl = Rules.acl(NetworkAcl.builder()
                .networkAclId("acl-1")
                .entries(entry(100, "-1")
                        .ruleAction("allow")
                        .portRange(range -> range.from(80).to(80))
                        .build())
                .build());

        assertThat(acl.entries()).containsExactly(new Entry(false, true, "10.0.0.0/8", 0, 65_535));
    }

    @Test
    void aSecurityGroupKeepsWhatIsOpenForTcp() {
        var all = IpPermission.builder()
                .ipProtocol("-1")
                .userIdGroupPairs(UserIdGroupPair.builder().groupId("sg-2").build())
                .build();
        var https = IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(443)
                .toPort(443)
                .ipRanges(IpRange.builder().cidrIp("10.0.0.0/8").build())
                .prefixListIds(PrefixListId.builder().prefixListId("pl-1").build())
                .build();
        var dns =
                IpPermission.builder().ipProtocol("udp").fromPort(53).toPort(53).build();

        var firewall = Rules.firewall(SecurityGroup.builder()
                .groupId("sg-1")
                .vpcId("vpc-1")
                .ipPermissions(all, https, dns)
                .build());
        assertThat(firewall.ingress())
                .containsExactly(
                        new Opening(0, 65_535, Set.of(), Set.of("sg-2"), Set.of()),
                        new Opening(443, 443, Set.of("10.0.0.0/8"), Set.of(), Set.of("pl-1")));
        assertThat(firewall.egress()).isEmpty();
    }
}
