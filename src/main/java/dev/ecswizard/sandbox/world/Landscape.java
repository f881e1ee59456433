package dev.ecswizard.sandbox.world;

import static dev.ecswizard.sandbox.world.Groundwork.ANYWHERE;
import static dev.ecswizard.sandbox.world.Groundwork.route;

import java.util.ArrayList;
import java.util.List;

/// What an account has in a region before anybody comes:
/// ```
/// (default) 172.31.0.0/16 a public subnet in every zone                internet gateway
/// main      10.20.0.0/16  a public and a private subnet in three zones internet and NAT gateway, S3 endpoint
/// isolated  10.30.0.0/16  a private subnet in three zones              no way out
/// ```
/// In one region somebody has deleted every VPC; in another one stands a network of every other kind.
final class Landscape {
    private static final String WITHOUT_VPC = "ap-northeast-3";
    private static final String WITH_ALL_KINDS = "us-west-2";

    private final RegionWorld world;
    private final String region;
    private final boolean lacksWayOut;
    private final Groundwork works;
    private final EndpointWorks endpoints;
    private final NetworkAcls acls;

    /// @param lacksWayOut whether the default VPC's internet gateway has been detached and the NAT gateway of `main`
    ///     deleted; the routes to them stay, as black holes
    Landscape(RegionWorld world, boolean lacksWayOut) {
        this.world = world;
        this.region = world.region().name();
        this.lacksWayOut = lacksWayOut;
        this.works = new Groundwork(world);
        this.endpoints = new EndpointWorks(world);
        this.acls = new NetworkAcls(world);
    }

    void fill() {
        endpoints.prefixLists();
        works.key("ops", "ed25519", "vPj0W8yzR2Jm1kq7X3uQ0bTn5sLcE9dGhAaFiKoY4rU=");
        works.key("deploy", "rsa", "1f:51:ae:28:bf:89:e9:d8:1f:25:5d:37:2d:7d:b8:ca:9f:f5:f1:6f");
        if (region.equals(WITHOUT_VPC)) {
            return;
        }
        defaultVpc();
        main();
        isolated();
        if (region.equals(WITH_ALL_KINDS)) {
            new OtherNetworks(world, works, endpoints, acls).fill();
        }
        acls.addDefaults();
    }

    private void defaultVpc() {
        var vpc = works.vpc("", "172.31.0.0/16", true);
        var gateway = works.gateway(vpc, "", !lacksWayOut);
        int block = 0;
        for (var zone : world.zones()) {
            works.put(works.subnet(vpc, "", "172.31." + 16 * block++ + ".0/20", zone)
                    .mapPublicIpOnLaunch(true));
        }
        works.routes(
                vpc,
                "",
                true,
                List.of(),
                route(ANYWHERE, !lacksWayOut).gatewayId(gateway).build());
        works.groups()
                .add(
                        vpc,
                        "launch-wizard-1",
                        "launch-wizard-1 created 2025-11-03T09:20:31.310Z",
                        SecurityGroups.tcp(22, ANYWHERE));
    }

    private void main() {
        var vpc = works.vpc("main", "10.20.0.0/16", false);
        var gateway = works.gateway(vpc, "main", true);
        var open = new ArrayList<String>();
        var closed = new ArrayList<String>();
        int block = 0;
        for (var zone : works.threeZones()) {
            var letter = works.letter(zone);
            open.add(works.put(works.subnet(vpc, "main-public-" + letter, "10.20." + block + ".0/24", zone)
                    .mapPublicIpOnLaunch(true)));
            closed.add(works.put(
                    works.subnet(vpc, "main-private-" + letter, "10.20." + (64 + 16 * block++) + ".0/20", zone)));
        }
        var nat = works.nat(vpc, "main", open.getFirst(), !lacksWayOut);
        works.routes(vpc, "", true, List.of());
        works.routes(
                vpc,
                "main-public",
                false,
                open,
                route(ANYWHERE, true).gatewayId(gateway).build());
        var inside = works.routes(
                vpc,
                "main-private",
                false,
                closed,
                route(ANYWHERE, !lacksWayOut).natGatewayId(nat).build());
        endpoints.gateway(vpc, "main-s3", inside);
        var groups = works.groups();
        var balancer = groups.add(
                vpc,
                "web-alb",
                "Load balancer of the web site",
                SecurityGroups.tcp(80, ANYWHERE),
                SecurityGroups.tcp(443, ANYWHERE));
        groups.add(vpc, "internal-alb", "Load balancer inside the company", SecurityGroups.tcp(443, "10.0.0.0/8"));
        groups.add(vpc, "bastion", "SSH from the office", SecurityGroups.tcp(22, "203.0.113.0/24"));
        groups.add(vpc, "database", "PostgreSQL for the application", SecurityGroups.from(5432, balancer.groupId()));
    }

    private void isolated() {
        var vpc = works.vpc("isolated", "10.30.0.0/16", false);
        works.subnets(vpc, "isolated", 0);
        works.routes(vpc, "isolated", true, List.of());
        works.groups()
                .add(
                        vpc,
                        "batch-alb",
                        "Load balancer of the batch controller",
                        SecurityGroups.tcp(443, "10.30.0.0/16"));
    }
}
