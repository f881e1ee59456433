package dev.ecswizard.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/// What an account has in a region before anybody comes:
/// ```
/// (default) 172.31.0.0/16   a public subnet in every zone                    internet gateway
/// main      10.20.0.0/16    a public and a private subnet in three zones     internet gateway, NAT gateway, S3
/// endpoint
/// isolated  10.30.0.0/16    a private subnet in three zones                  no way out
/// ```
final class Landscape {
    private static final Instant BUILT = Instant.parse("2025-11-03T09:12:44Z");

    private static final Instant DELETED = Instant.parse("2026-02-17T16:40:05Z");

    private final RegionWorld world;
    private final String region;
    private final SecurityGroups groups;
    private final boolean lacksWayOut;

    /// @param lacksWayOut whether the default VPC's internet gateway has been detached and the NAT gateway of `main`
    ///     deleted; the routes to them stay, as black holes
    Landscape(RegionWorld world, boolean lacksWayOut) {
        this.world = world;
        this.lacksWayOut = lacksWayOut;
        this.region = world.region().name();
        this.groups = new SecurityGroups(world);
    }

    void fill() {
        defaultVpc();
        main();
        isolated();
        key("ops", "ed25519", "vPj0W8yzR2Jm1kq7X3uQ0bTn5sLcE9dGhAaFiKoY4rU=");
        key("deploy", "rsa", "1f:51:ae:28:bf:89:e9:d8:1f:25:5d:37:2d:7d:b8:ca:9f:f5:f1:6f");
    }

    private void defaultVpc() {
        var vpc = vpc("", "172.31.0.0/16", true);
        var gateway = gateway(vpc, "", !lacksWayOut);
        var subnets = new ArrayList<String>();
        int block = 0;
        for (var zone : world.zones()) {
            subnets.add(subnet(vpc, "", "172.31." + 16 * block++ + ".0/20", zone, true, true));
        }
        routes(
                vpc,
                "",
                true,
                List.of(),
                route("0.0.0.0/0", !lacksWayOut).gatewayId(gateway).build());
        groups.add(
                vpc,
                "launch-wizard-1",
                "launch-wizard-1 created 2025-11-03T09:20:31.310Z",
                SecurityGroups.tcp(22, "0.0.0.0/0"));
    }

    private void main() {
        var vpc = vpc("main", "10.20.0.0/16", false);
        var gateway = gateway(vpc, "main", true);
        var open = new ArrayList<String>();
        var closed = new ArrayList<String>();
        int block = 0;
        for (var zone : threeZones()) {
            var letter = zone.name().substring(region.length());
            open.add(subnet(vpc, "main-public-" + letter, "10.20." + block + ".0/24", zone, true, false));
            closed.add(subnet(
                    vpc, "main-private-" + letter, "10.20." + (64 + 16 * block++) + ".0/20", zone, false, false));
        }
        var nat = nat(vpc, open.getFirst());
        routes(vpc, "", true, List.of());
        routes(
                vpc,
                "main-public",
                false,
                open,
                route("0.0.0.0/0", true).gatewayId(gateway).build());
        var inside = routes(
                vpc,
                "main-private",
                false,
                closed,
                route("0.0.0.0/0", !lacksWayOut).natGatewayId(nat).build());
        world.vpcEndpoints()
                .put(VpcEndpoint.builder()
                        .vpcEndpointId(Ids.of("vpce", region, "main", "s3"))
                        .vpcEndpointType("Gateway")
                        .vpcId(vpc)
                        .serviceName("com.amazonaws." + region + ".s3")
                        .serviceRegion(region)
                        .state("available")
                        .routeTableIds(inside)
                        .subnetIds(List.of())
                        .groups(List.of())
                        .privateDnsEnabled(false)
                        .requesterManaged(false)
                        .networkInterfaceIds(List.of())
                        .dnsEntries(List.of())
                        .creationTimestamp(BUILT)
                        .ownerId(World.ACCOUNT)
                        .tags(named("main-s3"))
                        .build());
        var balancer = groups.add(
                vpc,
                "web-alb",
                "Load balancer of the web site",
                SecurityGroups.tcp(80, "0.0.0.0/0"),
                SecurityGroups.tcp(443, "0.0.0.0/0"));
        groups.add(vpc, "internal-alb", "Load balancer inside the company", SecurityGroups.tcp(443, "10.0.0.0/8"));
        groups.add(vpc, "bastion", "SSH from the office", SecurityGroups.tcp(22, "203.0.113.0/24"));
        groups.add(vpc, "database", "PostgreSQL for the application", SecurityGroups.from(5432, balancer));
    }

    private void isolated() {
        var vpc = vpc("isolated", "10.30.0.0/16", false);
        var subnets = new ArrayList<String>();
        int block = 0;
        for (var zone : threeZones()) {
            var letter = zone.name().substring(region.length());
            subnets.add(subnet(vpc, "isolated-" + letter, "10.30." + block++ + ".0/24", zone, false, false));
        }
        routes(vpc, "isolated", true, List.of());
        groups.add(vpc, "batch-alb", "Load balancer of the batch controller", SecurityGroups.tcp(443, "10.30.0.0/16"));
    }

    private List<Region.Zone> threeZones() {
        return world.zones().subList(0, Math.min(3, world.zones().size()));
    }

    private String vpc(String name, String cidr, boolean isDefault) {
        var id = Ids.of("vpc", region, cidr);
        world.vpcs()
                .put(Vpc.builder()
                        .vpcId(id)
                        .state("available")
                        .cidrBlock(cidr)
                        .cidrBlockAssociationSet(VpcCidrBlockAssociation.builder()
                                .associationId(Ids.of("vpc-cidr-assoc", region, cidr))
                                .cidrBlock(cidr)
                                .cidrBlockState(state -> state.state("associated"))
                                .build())
                        .dhcpOptionsId(Ids.of("dopt", region))
                        .instanceTenancy("default")
                        .isDefault(isDefault)
                        .ownerId(World.ACCOUNT)
                        .blockPublicAccessStates(block -> block.internetGatewayBlockMode("off"))
                        .tags(named(name))
                        .build());
        groups.addDefault(id);
        return id;
    }

    private String subnet(String vpc, String name, String cidr, Region.Zone zone, boolean open, boolean isDefault) {
        var id = Ids.of("subnet", vpc, cidr);
        // five addresses of every subnet are AWS's own
        int all = (1 << 32 - Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1))) - 5;
        world.subnets()
                .put(Subnet.builder()
                        .subnetId(id)
                        .subnetArn("arn:aws:ec2:" + region + ":" + World.ACCOUNT + ":subnet/" + id)
                        .vpcId(vpc)
                        .state("available")
                        .availabilityZone(zone.name())
                        .availabilityZoneId(zone.id())
                        .cidrBlock(cidr)
                        .availableIpAddressCount(all - (isDefault ? 0 : Ids.number(Math.min(all / 4, 90), id)))
                        .mapPublicIpOnLaunch(open)
                        .defaultForAz(isDefault)
                        .assignIpv6AddressOnCreation(false)
                        .ipv6CidrBlockAssociationSet(List.of())
                        .ipv6Native(false)
                        .enableDns64(false)
                        .mapCustomerOwnedIpOnLaunch(false)
                        .privateDnsNameOptionsOnLaunch(dns -> dns.hostnameType("ip-name")
                                .enableResourceNameDnsARecord(false)
                                .enableResourceNameDnsAAAARecord(false))
                        .ownerId(World.ACCOUNT)
                        .tags(named(name))
                        .build());
        return id;
    }

    private String gateway(String vpc, String name, boolean isAttached) {
        var id = Ids.of("igw", vpc);
        world.internetGateways()
                .put(InternetGateway.builder()
                        .internetGatewayId(id)
                        .attachments(
                                isAttached
                                        ? List.of(InternetGatewayAttachment.builder()
                                                .vpcId(vpc)
                                                .state("available")
                                                .build())
                                        : List.of())
                        .ownerId(World.ACCOUNT)
                        .tags(named(name))
                        .build());
        return id;
    }

    private String nat(String vpc, String subnet) {
        var id = Ids.of("nat", vpc);
        world.natGateways()
                .put(NatGateway.builder()
                        .natGatewayId(id)
                        .vpcId(vpc)
                        .subnetId(subnet)
                        .state(lacksWayOut ? "deleted" : "available")
                        .connectivityType("public")
                        .natGatewayAddresses(NatGatewayAddress.builder()
                                .allocationId(Ids.of("eipalloc", vpc))
                                .associationId(Ids.of("eipassoc", vpc))
                                .networkInterfaceId(Ids.of("eni", vpc))
                                .privateIp("10.20.0." + (10 + Ids.number(200, vpc)))
                                .publicIp("198.51.100." + (1 + Ids.number(254, vpc)))
                                .isPrimary(true)
                                .status("succeeded")
                                .build())
                        .createTime(BUILT)
                        .deleteTime(lacksWayOut ? DELETED : null)
                        .tags(named("main"))
                        .build());
        return id;
    }

    private String routes(String vpc, String name, boolean isMain, List<String> subnets, Route... beyondLocal) {
        var id = Ids.of("rtb", vpc, name);
        var cidr = world.vpcs().find(vpc).orElseThrow().cidrBlock();
        var routes = new ArrayList<Route>();
        routes.add(
                route(cidr, true).gatewayId("local").origin("CreateRouteTable").build());
        routes.addAll(List.of(beyondLocal));
        var associations = new ArrayList<RouteTableAssociation>();
        if (isMain) {
            associations.add(association(id, null));
        }
        subnets.forEach(subnet -> associations.add(association(id, subnet)));
        world.routeTables()
                .put(RouteTable.builder()
                        .routeTableId(id)
                        .vpcId(vpc)
                        .routes(routes)
                        .associations(associations)
                        .propagatingVgws(List.of())
                        .ownerId(World.ACCOUNT)
                        .tags(named(name))
                        .build());
        return id;
    }

    private static RouteTableAssociation association(String table, String subnet) {
        return RouteTableAssociation.builder()
                .main(subnet == null)
                .routeTableId(table)
                .routeTableAssociationId(Ids.of("rtbassoc", table, subnet == null ? "main" : subnet))
                .subnetId(subnet)
                .associationState(state -> state.state("associated"))
                .build();
    }

    /// @param leads whether what the route names is still there
    private static Route.Builder route(String destination, boolean leads) {
        return Route.builder()
                .destinationCidrBlock(destination)
                .state(leads ? "active" : "blackhole")
                .origin("CreateRoute");
    }

    private void key(String name, String type, String fingerprint) {
        world.keyPairs()
                .put(KeyPairInfo.builder()
                        .keyPairId(Ids.of("key", region, name))
                        .keyName(name)
                        .keyType(type)
                        .keyFingerprint(fingerprint)
                        .createTime(BUILT)
                        .tags(List.of())
                        .build());
    }

    private static List<Tag> named(String name) {
        return name.isEmpty()
                ? List.of()
                : List.of(Tag.builder().key("Name").value(name).build());
    }
}
