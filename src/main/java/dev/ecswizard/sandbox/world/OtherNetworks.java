package dev.ecswizard.sandbox.world;

import static dev.ecswizard.sandbox.world.Groundwork.ANYWHERE;
import static dev.ecswizard.sandbox.world.Groundwork.route;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

/// Networks of the kinds that people have and trip over, by where hosts in them come to:
/// ```
/// endpoints   10.40.0.0/16    all endpoints that joining a cluster needs, and those for its tasks
/// halfway     10.41.0.0/16    some of these endpoints
/// hub         10.50.0.0/16    a transit gateway; a second block of addresses
/// retired     10.60.0.0/16    a route to a NAT gateway that is deleted
/// (empty)     10.61.0.0/16    an internet gateway, but no DNS; its Name tag is empty
/// (none)      10.62.0.0/16    an internet gateway behind an ACL that lets nothing back in; no Name tag
/// shop        10.70.0.0/16    an internet gateway, but no public addresses
/// shop        10.71.0.0/16    two public subnets in one zone; the name is another VPC's too
/// edge        10.80.0.0/16    subnets in a local zone, on an Outpost and without IPv4
/// (shared)    10.90.0.0/16    another account's, public
/// ```
final class OtherNetworks {
    private static final String OTHER_ACCOUNT = "210987654321";
    private static final String OUTPOST =
            "arn:aws:outposts:us-west-2:" + World.ACCOUNT + ":outpost/op-0a1b2c3d4e5f60718";

    private final RegionWorld world;
    private final Groundwork works;
    private final EndpointWorks endpoints;
    private final NetworkAcls acls;

    OtherNetworks(RegionWorld world, Groundwork works, EndpointWorks endpoints, NetworkAcls acls) {
        this.world = world;
        this.works = works;
        this.endpoints = endpoints;
        this.acls = acls;
    }

    void fill() {
        withEndpoints(
                "endpoints", 40, "ecs-agent", "ecs-telemetry", "ecr.api", "ecr.dkr", "logs", "ssm", "ssmmessages");
        withEndpoints("halfway", 41);
        hub();
        retired();
        withoutDns();
        guarded();
        shop();
        inOneZone();
        edge();
        shared();
    }

    /// ECS, CloudFormation and S3 are always among them.
    private void withEndpoints(String name, int second, String... services) {
        var cidr = "10." + second + ".0.0/16";
        var vpc = works.vpc(name, cidr, false);
        var subnets = works.subnets(vpc, name, 0);
        var table = works.routes(vpc, name, true, List.of());
        var group = works.groups().add(vpc, "vpc-endpoints", "Interfaces of endpoints", SecurityGroups.tcp(443, cidr));
        endpoints.gateway(vpc, name + "-s3", table);
        endpoints.interfaces(vpc, subnets, group, "ecs", "cloudformation");
        endpoints.interfaces(vpc, subnets, group, services);
    }

    private void hub() {
        var vpc = works.vpc("hub", false, World.ACCOUNT, "10.50.0.0/16", "100.64.0.0/20");
        works.subnets(vpc, "hub", 0);
        var zone = world.zones().getFirst();
        works.put(works.subnet(vpc, "hub-pods-" + works.letter(zone), "100.64.0.0/24", zone));
        works.routes(
                vpc,
                "hub",
                true,
                List.of(),
                route(ANYWHERE, true).transitGatewayId(Ids.of("tgw", "hub")).build());
    }

    private void retired() {
        var vpc = works.vpc("retired", "10.60.0.0/16", false);
        var subnets = works.subnets(vpc, "retired", 0);
        var nat = works.nat(vpc, "retired", subnets.getFirst(), false);
        works.routes(
                vpc,
                "retired",
                true,
                List.of(),
                route(ANYWHERE, false).natGatewayId(nat).build());
    }

    private void withoutDns() {
        var vpc = works.vpc(null, "10.61.0.0/16", false);
        world.vpcs()
                .put(vpc.toBuilder()
                        .tags(Tag.builder().key("Name").value("").build())
                        .build());
        world.setDns(vpc.vpcId(), new RegionWorld.Dns(false, false));
        open(vpc, "undns", world.zones());
    }

    private void guarded() {
        var vpc = works.vpc(null, "10.62.0.0/16", false);
        acls.add(
                vpc,
                "outbound-only",
                open(vpc, "guarded", works.threeZones()),
                NetworkAcls.tcp(100, true, RuleAction.ALLOW, 443, 443),
                NetworkAcls.tcp(100, false, RuleAction.ALLOW, 443, 443));
    }

    private void shop() {
        var vpc = works.vpc("shop", "10.70.0.0/16", false);
        works.subnets(vpc, "shop-public", 0);
        works.routes(
                vpc,
                "shop-public",
                true,
                List.of(),
                route(ANYWHERE, true)
                        .gatewayId(works.gateway(vpc, "shop", true))
                        .build());
    }

    private void inOneZone() {
        var vpc = works.vpc("shop", "10.71.0.0/16", false);
        var zone = world.zones().getFirst();
        open(vpc, "shop-old", List.of(zone, zone));
    }

    private void edge() {
        var vpc = works.vpc("edge", "10.80.0.0/16", false);
        var first = world.zones().getFirst();
        var local = world.localZones().getFirst();
        works.put(works.subnet(vpc, "edge-local", "10.80.0.0/24", local).mapPublicIpOnLaunch(true));
        works.put(works.subnet(vpc, "edge-outpost", "10.80.1.0/24", first)
                .outpostArn(OUTPOST)
                .mapPublicIpOnLaunch(true));
        works.put(works.subnet(vpc, "edge-ipv6", "10.80.2.0/24", first)
                .cidrBlock(null)
                .availableIpAddressCount(0)
                .ipv6Native(true)
                .assignIpv6AddressOnCreation(true)
                .ipv6CidrBlockAssociationSet(SubnetIpv6CidrBlockAssociation.builder()
                        .associationId(Ids.of("subnet-cidr-assoc", "edge-ipv6"))
                        .ipv6CidrBlock("2001:db8:80:2::/64")
                        .ipv6CidrBlockState(state -> state.state("associated"))
                        .build()));
        works.routes(
                vpc,
                "edge",
                true,
                List.of(),
                route(ANYWHERE, true)
                        .gatewayId(works.gateway(vpc, "edge", true))
                        .build());
    }

    /// Who takes part in another account's VPC sees no tags of it.
    private void shared() {
        var vpc = works.vpc(null, false, OTHER_ACCOUNT, "10.90.0.0/16");
        open(vpc, null, works.threeZones());
    }

    /// A public subnet for each of the zones, with public addresses.
    private List<String> open(Vpc vpc, String name, List<Region.Zone> zones) {
        var start = vpc.cidrBlock().substring(0, vpc.cidrBlock().indexOf('.', 3) + 1);
        var subnets = new java.util.ArrayList<String>();
        for (var zone : zones) {
            var number = subnets.size();
            subnets.add(works.put(
                    works.subnet(vpc, name == null ? null : name + "-" + number, start + number + ".0/24", zone)
                            .mapPublicIpOnLaunch(true)));
        }
        works.routes(
                vpc,
                name == null ? "" : name,
                true,
                List.of(),
                route(ANYWHERE, true).gatewayId(works.gateway(vpc, name, true)).build());
        return subnets;
    }
}
