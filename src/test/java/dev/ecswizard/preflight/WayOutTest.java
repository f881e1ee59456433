package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Asked.Answered;
import dev.ecswizard.cloud.Asked.Unanswered;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.NatGateway;
import dev.ecswizard.cloud.NetworkAcl;
import dev.ecswizard.cloud.PublicAccess;
import dev.ecswizard.cloud.RouteTable;
import dev.ecswizard.cloud.RouteTable.Kind;
import dev.ecswizard.cloud.RouteTable.Route;
import dev.ecswizard.cloud.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        assertThat(way.missing()).containsExactly("ecr.api", "ecr.dkr", "logs");
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
}
