package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Asked.Answered;
import dev.ecswizard.cloud.Asked.Unanswered;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Firewall;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.NatGateway;
import dev.ecswizard.cloud.NetworkAcl;
import dev.ecswizard.cloud.PublicAccess;
import dev.ecswizard.cloud.RouteTable;
import dev.ecswizard.cloud.RouteTable.Kind;
import dev.ecswizard.cloud.RouteTable.Route;
import dev.ecswizard.cloud.ServiceEndpoint;
import dev.ecswizard.cloud.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WayOutTest {
    private static final Subnet OPEN =
            new Subnet("subnet-1", "", "vpc-1", "eu-west-1a", "10.0.0.0/24", 250, true, "123456789012");
    private static final Subnet CLOSED =
            new Subnet("subnet-2", "", "vpc-1", "eu-west-1a", "10.0.1.0/24", 250, false, "123456789012");
    private static final List<NatGateway> NATS =
            List.of(new NatGateway("nat-1", Optional.of("subnet-1"), true, "available"));

    private static <T> Asked<T> denied(String action) {
        return new Unanswered<>(
                new CloudProblem(CloudProblem.Kind.DENIED, action, "AccessDenied", "You may not.", "", null));
    }

    private static Asked<List<RouteTable>> tables(Route... ofOpen) {
        return new Answered<>(List.of(
                new RouteTable("rtb-1", true, Set.of("subnet-1"), List.of(ofOpen)),
                new RouteTable("rtb-2", false, Set.of("subnet-2"), List.of(to(Kind.NAT_GATEWAY, "nat-1")))));
    }

    private static Route to(Kind kind, String target) {
        return new Route("0.0.0.0/0", kind, target, true);
    }

    private static Surroundings around(Asked<List<RouteTable>> tables) {
        return new Surroundings(
                new Answered<>(List.of(OPEN, CLOSED)),
                tables,
                new Answered<>(NATS),
                new Answered<>(List.of()),
                new Answered<>(List.of()),
                new Answered<>(List.of()),
                new Answered<>(new Ground.Dns(true, true)),
                new Answered<>(new PublicAccess(PublicAccess.Mode.OFF, Map.of())));
    }

    /// The usual surroundings, but for what could not be read.
    private static Surroundings without(String action) {
        var all = around(tables(to(Kind.INTERNET_GATEWAY, "igw-1")));
        return new Surroundings(
                unless("ec2:DescribeSubnets", action, all.subnets()),
                unless("ec2:DescribeRouteTables", action, all.routeTables()),
                unless("ec2:DescribeNatGateways", action, all.natGateways()),
                unless("ec2:DescribeVpcEndpoints", action, all.endpoints()),
                unless("ec2:DescribeNetworkAcls", action, all.networkAcls()),
                unless("ec2:DescribeSecurityGroups", action, all.firewalls()),
                unless("ec2:DescribeVpcAttribute", action, all.dns()),
                unless("ec2:DescribeVpcBlockPublicAccessOptions", action, all.publicAccess()));
    }

    private static <T> Asked<T> unless(String action, String deniedAction, Asked<T> read) {
        return action.equals(deniedAction) ? denied(action) : read;
    }

    private static Way from(Subnet subnet, Surroundings around) {
        return new WayOut("vpc-1", around).from(subnet, Optional.empty());
    }

    private static List<Obstacle.Kind> kinds(Way way) {
        return way.obstacles().stream().map(Obstacle::kind).toList();
    }

    @Test
    void whatTheTemplateSaysOfPublicAddressesWinsOverTheSubnet() {
        var wayOut = new WayOut("vpc-1", around(tables(to(Kind.INTERNET_GATEWAY, "igw-1"))));

        assertThat(wayOut.from(OPEN, Optional.empty()).reach()).isEqualTo(Reach.YES);
        assertThat(wayOut.from(OPEN, Optional.of(true)).reach()).isEqualTo(Reach.YES);
        var without = wayOut.from(OPEN, Optional.of(false));
        assertThat(without.reach()).isEqualTo(Reach.NO);
        assertThat(without.obstacles()).contains(Obstacle.of(Obstacle.Kind.NO_PUBLIC_ADDRESS, "subnet-1", "igw-1"));
        assertThat(without.route()).contains(to(Kind.INTERNET_GATEWAY, "igw-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "ec2:DescribeSubnets, YES",
        "ec2:DescribeRouteTables, UNREAD",
        "ec2:DescribeNatGateways, UNREAD",
        "ec2:DescribeVpcEndpoints, UNREAD",
        "ec2:DescribeNetworkAcls, UNREAD",
        "ec2:DescribeSecurityGroups, YES",
        "ec2:DescribeVpcAttribute, UNREAD",
        "ec2:DescribeVpcBlockPublicAccessOptions, UNREAD"
    })
    void whatIsNeededAndCanNotBeReadIsNamed(String action, Reach reach) {
        var way = from(CLOSED, without(action));

        assertThat(way.reach()).isEqualTo(reach);
        assertThat(way.obstacles()).allMatch(obstacle -> obstacle.resource().equals(action));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec2:DescribeNatGateways", "ec2:DescribeNetworkAcls", "ec2:DescribeSecurityGroups"})
    void whatIsCertainNeedsNoMore(String action) {
        var without = new WayOut("vpc-1", without(action)).from(OPEN, Optional.of(false));

        assertThat(without.reach()).isEqualTo(Reach.NO);
        assertThat(kinds(without)).containsExactly(Obstacle.Kind.NO_PUBLIC_ADDRESS, Obstacle.Kind.ENDPOINTS_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSIT_GATEWAY, tgw-1",
        "VIRTUAL_PRIVATE_GATEWAY, vgw-1",
        "PEERING, pcx-1",
        "NETWORK_INTERFACE, eni-1",
        "OTHER, cagw-1"
    })
    void whatLiesBehindOtherGatewaysIsUnknown(Kind kind, String target) {
        var way = from(OPEN, around(tables(to(kind, target))));

        assertThat(way.reach()).isEqualTo(Reach.UNKNOWN);
        assertThat(way.obstacles()).containsExactly(Obstacle.of(Obstacle.Kind.BEYOND, target));
    }

    @Test
    void aBlackHoleIsNoRoute() {
        var way = from(OPEN, around(tables(new Route("0.0.0.0/0", Kind.INTERNET_GATEWAY, "igw-1", false))));

        assertThat(way.reach()).isEqualTo(Reach.NO);
        assertThat(way.obstacles())
                .contains(
                        Obstacle.of(Obstacle.Kind.BLACK_HOLE, "rtb-1", "igw-1"),
                        Obstacle.of(
                                Obstacle.Kind.ENDPOINTS_MISSING,
                                "",
                                "ecs",
                                "ecs-agent",
                                "ecs-telemetry",
                                "cloudformation",
                                "s3"));
        assertThat(way.missing()).containsExactly("ecr.api", "ecr.dkr", "logs", "ssm", "ssmmessages");
    }

    /// A route to one that was deleted is a black hole. One that is nowhere listed belongs to the VPC's owner, of which
    /// other accounts see nothing (VPC user guide, "Responsibilities and permissions for owners and participants").
    @Test
    void aNatGatewayThatOnlyItsOwnerSeesIsUnknown() {
        var all = around(tables(to(Kind.INTERNET_GATEWAY, "igw-1")));
        var shared = new Surroundings(
                all.subnets(),
                all.routeTables(),
                new Answered<>(List.of()),
                all.endpoints(),
                all.networkAcls(),
                all.firewalls(),
                all.dns(),
                all.publicAccess());

        assertThat(from(CLOSED, shared).reach()).isEqualTo(Reach.UNKNOWN);
        assertThat(from(CLOSED, shared).obstacles()).containsExactly(Obstacle.of(Obstacle.Kind.BEYOND, "nat-1"));
    }

    @Test
    void twoHalvesMakeAWholeAndASiteIsNoGap() {
        var halves = tables(
                new Route("0.0.0.0/1", Kind.INTERNET_GATEWAY, "igw-1", true),
                new Route("128.0.0.0/1", Kind.INTERNET_GATEWAY, "igw-1", true),
                new Route("203.0.113.0/24", Kind.VIRTUAL_PRIVATE_GATEWAY, "vgw-1", false));
        assertThat(from(OPEN, around(halves)).reach()).isEqualTo(Reach.YES);

        var half = tables(new Route("0.0.0.0/1", Kind.INTERNET_GATEWAY, "igw-1", true));
        assertThat(from(OPEN, around(half)).reach()).isEqualTo(Reach.UNKNOWN);
        assertThat(kinds(from(OPEN, around(half)))).contains(Obstacle.Kind.PARTLY, Obstacle.Kind.NO_ROUTE);
    }

    @Test
    void ipv6IsNoWay() {
        var sixth = tables(new Route("::/0", Kind.EGRESS_ONLY_GATEWAY, "eigw-1", true));
        assertThat(kinds(from(OPEN, around(sixth)))).contains(Obstacle.Kind.NO_ROUTE);
        var only = new Subnet("subnet-1", "", "vpc-1", "eu-west-1a", "", 0, true, "");
        assertThat(kinds(from(only, around(tables(to(Kind.INTERNET_GATEWAY, "igw-1"))))))
                .containsExactly(Obstacle.Kind.NO_IPV4);
    }

    @Test
    void anAclHasToLetTheAnswersBackToTheNatGatewayToo() {
        var acl = new NetworkAcl(
                "acl-1",
                Set.of("subnet-1"),
                List.of(
                        new NetworkAcl.Entry(true, true, "0.0.0.0/0", 0, 65_535),
                        new NetworkAcl.Entry(false, true, "0.0.0.0/0", 32_768, 60_999)));
        var all = around(tables(to(Kind.INTERNET_GATEWAY, "igw-1")));
        var guarded = new Surroundings(
                all.subnets(),
                all.routeTables(),
                all.natGateways(),
                all.endpoints(),
                new Answered<>(List.of(acl)),
                all.firewalls(),
                all.dns(),
                all.publicAccess());

        assertThat(from(OPEN, guarded).reach()).isEqualTo(Reach.YES);
        var behind = from(CLOSED, guarded);
        assertThat(behind.reach()).isEqualTo(Reach.NO);
        assertThat(behind.obstacles()).contains(Obstacle.of(Obstacle.Kind.ACL_OF_NAT, "acl-1"));
    }

    private static Surroundings guarded(Asked<List<RouteTable>> tables, NetworkAcl.Entry... entries) {
        var all = around(tables);
        return new Surroundings(
                all.subnets(),
                all.routeTables(),
                all.natGateways(),
                all.endpoints(),
                new Answered<>(List.of(new NetworkAcl("acl-1", Set.of("subnet-1"), List.of(entries)))),
                all.firewalls(),
                all.dns(),
                all.publicAccess());
    }

    @ParameterizedTest
    @CsvSource({"1024, 65535, YES", "32768, 65535, UNKNOWN", "1024, 60999, UNKNOWN", "80, 442, NO"})
    void aNatGatewayHearsAnswersOnMorePortsThanAHost(int from, int to, Reach reach) {
        var around = guarded(
                tables(to(Kind.INTERNET_GATEWAY, "igw-1")),
                new NetworkAcl.Entry(true, true, "0.0.0.0/0", 0, 65_535),
                new NetworkAcl.Entry(false, true, "10.0.0.0/16", 443, 443),
                new NetworkAcl.Entry(false, true, "0.0.0.0/0", from, to));

        assertThat(from(CLOSED, around).reach()).isEqualTo(reach);
    }

    @Test
    void aListOfBlocksMayLeadWhereRoutesDoNotAndNotThroughAnAcl() {
        var list = tables(new Route("pl-1", Kind.TRANSIT_GATEWAY, "tgw-1", true));
        var open = new NetworkAcl.Entry(true, true, "0.0.0.0/0", 0, 65_535);

        assertThat(from(OPEN, around(list)).obstacles())
                .containsExactly(Obstacle.of(Obstacle.Kind.PREFIX_LIST, "pl-1", "tgw-1"));
        assertThat(from(OPEN, around(list)).reach()).isEqualTo(Reach.UNKNOWN);
        assertThat(from(OPEN, guarded(list, open)).reach()).isEqualTo(Reach.NO);
    }

    /// Where there is no way but endpoints, and these are the VPC's.
    private static Surroundings only(Ground.Dns dns, ServiceEndpoint... endpoints) {
        var all = around(tables());
        var opened = new Firewall(
                "sg-1",
                "vpc-1",
                List.of(new Firewall.Opening(443, 443, Set.of("10.0.0.0/16"), Set.of(), Set.of())),
                List.of());
        return new Surroundings(
                all.subnets(),
                all.routeTables(),
                all.natGateways(),
                new Answered<>(List.of(endpoints)),
                all.networkAcls(),
                new Answered<>(List.of(opened)),
                new Answered<>(dns),
                all.publicAccess());
    }

    private static ServiceEndpoint endpoint(
            String service, boolean isAvailable, boolean hasPrivateDns, String... subnets) {
        return new ServiceEndpoint(
                "vpce-" + service,
                service,
                ServiceEndpoint.Kind.INTERFACE,
                isAvailable,
                hasPrivateDns,
                Set.of(subnets),
                Set.of(),
                Set.of("sg-1"),
                true);
    }

    private static ServiceEndpoint gateway(String table, boolean hasOpenPolicy) {
        return new ServiceEndpoint(
                "vpce-s3",
                "s3",
                ServiceEndpoint.Kind.GATEWAY,
                true,
                false,
                Set.of(),
                Set.of(table),
                Set.of(),
                hasOpenPolicy);
    }

    private static ServiceEndpoint[] joining(ServiceEndpoint... others) {
        return Stream.concat(
                        Stream.of(others),
                        WayOut.JOINING.stream()
                                .filter(service -> Stream.of(others)
                                        .noneMatch(other -> other.service().equals(service)))
                                .map(service -> endpoint(service, true, true, "subnet-2")))
                .toArray(ServiceEndpoint[]::new);
    }

    private static final Ground.Dns NAMED = new Ground.Dns(true, true);

    @Test
    void endpointsThatAreThereAndDoNotHelpAreNamedWithTheReason() {
        assertThat(from(OPEN, only(NAMED, joining(gateway("rtb-1", true)))).reach())
                .isEqualTo(Reach.YES);
        assertThat(from(OPEN, only(NAMED, joining(gateway("rtb-2", true)))).obstacles())
                .contains(Obstacle.of(Obstacle.Kind.GATEWAY_ELSEWHERE, "vpce-s3", "rtb-1"));

        var lame = from(
                OPEN,
                only(
                        NAMED,
                        joining(
                                gateway("rtb-1", true),
                                endpoint("ecs", false, true, "subnet-2"),
                                endpoint("ecs-agent", true, false, "subnet-2"))));
        assertThat(lame.reach()).isEqualTo(Reach.NO);
        assertThat(lame.obstacles())
                .containsExactlyInAnyOrder(
                        Obstacle.of(Obstacle.Kind.NO_ROUTE, "rtb-1"),
                        Obstacle.of(Obstacle.Kind.ENDPOINT_NOT_AVAILABLE, "vpce-ecs", "ecs"),
                        Obstacle.of(Obstacle.Kind.ENDPOINT_UNNAMED, "vpce-ecs-agent", "ecs-agent"));
        assertThat(from(OPEN, only(new Ground.Dns(true, false), joining(gateway("rtb-1", true))))
                        .obstacles())
                .containsExactlyInAnyOrder(
                        Obstacle.of(Obstacle.Kind.NO_ROUTE, "rtb-1"),
                        Obstacle.of(Obstacle.Kind.HOSTNAMES_OFF, "vpc-1"));
    }

    @Test
    void anEndpointWithoutInterfacesLeadsNowhere() {
        var way = from(OPEN, only(NAMED, joining(gateway("rtb-1", true), endpoint("ecs", true, true))));

        assertThat(way.reach()).isEqualTo(Reach.NO);
        assertThat(way.obstacles())
                .containsExactly(Obstacle.of(Obstacle.Kind.ENDPOINT_NOT_AVAILABLE, "vpce-ecs", "ecs"));
    }

    @Test
    void whomAPolicyLetsInIsUnknown() {
        var way = from(OPEN, only(NAMED, joining(gateway("rtb-1", false))));

        assertThat(way.reach()).isEqualTo(Reach.UNKNOWN);
        assertThat(way.obstacles()).containsExactly(Obstacle.of(Obstacle.Kind.ENDPOINT_POLICY, "vpce-s3", "s3"));
    }

    @Test
    void sessionsNeedEndpointsOfTheirOwn() {
        var tasks = WayOut.TASKS.stream()
                .map(service -> endpoint(service, true, true, "subnet-2"))
                .toList();
        var all = new ArrayList<>(tasks);
        all.add(gateway("rtb-1", true));
        var way = from(OPEN, only(NAMED, joining(all.toArray(ServiceEndpoint[]::new))));

        assertThat(way.reach()).isEqualTo(Reach.YES);
        assertThat(way.missing()).containsExactlyElementsOf(WayOut.SESSIONS);
    }

    /// VPC user guide, "Block public access to VPCs and subnets".
    @ParameterizedTest
    @CsvSource({
        "OFF,, YES, YES",
        "INGRESS,, NO, YES",
        "BIDIRECTIONAL,, NO, NO",
        "INGRESS, BIDIRECTIONAL, YES, YES",
        "BIDIRECTIONAL, BIDIRECTIONAL, YES, YES",
        "INGRESS, EGRESS, NO, YES",
        "BIDIRECTIONAL, EGRESS, YES, YES"
    })
    void blocksOfPublicAccessAndTheirExclusions(
            PublicAccess.Mode mode, PublicAccess.Exclusion exclusion, Reach direct, Reach throughNat) {
        var all = around(tables(to(Kind.INTERNET_GATEWAY, "igw-1")));
        // the gateway's traffic passes in the subnet of hosts with addresses and of the NAT gateway
        Map<String, PublicAccess.Exclusion> exclusions = exclusion == null ? Map.of() : Map.of("subnet-1", exclusion);
        var blocked = new Surroundings(
                all.subnets(),
                all.routeTables(),
                all.natGateways(),
                all.endpoints(),
                all.networkAcls(),
                all.firewalls(),
                all.dns(),
                new Answered<>(new PublicAccess(mode, exclusions)));

        assertThat(from(OPEN, blocked).reach()).isEqualTo(direct);
        assertThat(from(CLOSED, blocked).reach()).isEqualTo(throughNat);
    }
}
