package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Asked.Answered;
import dev.ecswizard.cloud.Firewall;
import dev.ecswizard.cloud.Firewall.Opening;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// VPCs of every kind, few of which anybody would build. Three in four things are as they should be, so that some hosts
/// get out.
final class RandomVpc {
    static final String VPC = "vpc-1";
    static final List<String> SUBNETS = List.of("subnet-a", "subnet-b", "subnet-c");

    /// Blocks of the internet that rules speak of.
    private static final List<String> WIDE = List.of(
            "0.0.0.0/0",
            "0.0.0.0/0",
            "0.0.0.0/0",
            "0.0.0.0/1",
            "128.0.0.0/1",
            "52.0.0.0/8",
            "52.95.0.0/16",
            "203.0.113.0/24",
            "48.0.0.0/4");
    private static final List<String> NEAR =
            List.of("10.20.0.0/16", "10.20.0.0/24", "10.20.1.0/24", "10.20.0.0/26", "10.0.0.0/8");
    private static final List<int[]> PORTS = List.of(
            new int[] {0, 65_535},
            new int[] {443, 443},
            new int[] {1_024, 65_535},
            new int[] {32_768, 60_999},
            new int[] {40_000, 65_535},
            new int[] {1_024, 39_999},
            new int[] {32_768, 65_535});
    private static final List<String> SERVICES =
            List.of("ecs", "ecs-agent", "ecs-telemetry", "cloudformation", "ecr.api", "ecr.dkr", "logs");

    private final Random random;

    RandomVpc(Random random) {
        this.random = random;
    }

    private boolean usually() {
        return random.nextInt(8) > 0;
    }

    private boolean seldom() {
        return !usually();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Set<String> some(List<String> of) {
        var some = new HashSet<String>();
        of.stream().filter(_ -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    Surroundings next() {
        return new Surroundings(
                answered(subnets()),
                answered(tables()),
                answered(nats()),
                answered(endpoints()),
                answered(acls()),
                answered(firewalls()),
                answered(new Ground.Dns(random.nextInt(30) > 0, usually())),
                answered(access()));
    }

    private static <T> Asked<T> answered(T answer) {
        return new Answered<>(answer);
    }

    private List<Subnet> subnets() {
        return IntStream.range(0, SUBNETS.size())
                .mapToObj(i -> new Subnet(
                        SUBNETS.get(i),
                        "",
                        VPC,
                        "eu-west-1" + (char) ('a' + i),
                        random.nextInt(20) == 0 ? "" : "10.20." + i + ".0/24",
                        200,
                        random.nextBoolean(),
                        ""))
                .toList();
    }

    private List<RouteTable> tables() {
        var owners = new HashMap<String, Integer>();
        SUBNETS.forEach(subnet -> owners.put(subnet, random.nextInt(4)));
        return IntStream.range(0, 3)
                .mapToObj(i -> new RouteTable(
                        "rtb-" + i,
                        i == 0 && usually(),
                        Set.copyOf(SUBNETS.stream()
                                .filter(subnet -> owners.get(subnet) == i)
                                .toList()),
                        routes()))
                .toList();
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.add(new Route("10.20.0.0/16", Kind.LOCAL, "local", true));
        var taken = new HashSet<String>();
        for (var i = random.nextInt(4); i > 0; i--) {
            var destination = random.nextInt(25) == 0 ? "pl-0123" : one(WIDE);
            if (taken.add(destination)) {
                routes.add(route(destination));
            }
        }
        if (seldom()) {
            routes.add(new Route("::/0", Kind.EGRESS_ONLY_GATEWAY, "eigw-1", true));
        }
        if (random.nextBoolean()) {
            routes.add(new Route("pl-s3", Kind.ENDPOINT, "vpce-s3", true));
        }
        return routes;
    }

    private Route route(String destination) {
        var isActive = random.nextInt(16) > 0;
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> new Route(destination, Kind.INTERNET_GATEWAY, "igw-1", isActive);
            case 4, 5, 6, 7 -> new Route(destination, Kind.NAT_GATEWAY, "nat-" + random.nextInt(3), isActive);
            case 8 -> new Route(destination, Kind.TRANSIT_GATEWAY, "tgw-1", isActive);
            default ->
                new Route(
                        destination,
                        one(List.of(
                                Kind.VIRTUAL_PRIVATE_GATEWAY,
                                Kind.PEERING,
                                Kind.NETWORK_INTERFACE,
                                Kind.OTHER,
                                Kind.ENDPOINT)),
                        "x-1",
                        isActive);
        };
    }

    private List<NatGateway> nats() {
        return IntStream.range(0, 3)
                .filter(_ -> usually())
                .mapToObj(i -> new NatGateway(
                        "nat-" + i,
                        random.nextInt(6) == 0 ? java.util.Optional.empty() : java.util.Optional.of(one(SUBNETS)),
                        usually(),
                        usually() ? "available" : "deleted"))
                .toList();
    }

    private List<ServiceEndpoint> endpoints() {
        var endpoints = new ArrayList<ServiceEndpoint>();
        var isComplete = random.nextInt(3) == 0;
        for (var service : SERVICES) {
            if (isComplete ? random.nextInt(20) > 0 : random.nextInt(12) == 0) {
                var places = some(SUBNETS);
                endpoints.add(new ServiceEndpoint(
                        "vpce-" + service,
                        service,
                        ServiceEndpoint.Kind.INTERFACE,
                        random.nextInt(20) > 0,
                        random.nextInt(20) > 0,
                        places.isEmpty() ? Set.of("subnet-a") : places,
                        Set.of(),
                        random.nextInt(6) == 0 ? Set.of("sg-1", "sg-2") : Set.of("sg-0"),
                        random.nextInt(60) > 0));
            }
        }
        if (random.nextBoolean()) {
            endpoints.add(s3(
                    ServiceEndpoint.Kind.GATEWAY,
                    Set.of(),
                    usually() ? Set.of("rtb-0", "rtb-1", "rtb-2") : some(List.of("rtb-0", "rtb-1", "rtb-2"))));
        } else if (seldom()) {
            endpoints.add(s3(ServiceEndpoint.Kind.INTERFACE, Set.of("subnet-a"), Set.of()));
        }
        return endpoints;
    }

    private ServiceEndpoint s3(ServiceEndpoint.Kind kind, Set<String> subnets, Set<String> tables) {
        return new ServiceEndpoint(
                "vpce-s3", "s3", kind, usually(), true, subnets, tables, Set.of("sg-0"), random.nextInt(60) > 0);
    }

    private List<NetworkAcl> acls() {
        if (random.nextInt(3) == 0) {
            return List.of(new NetworkAcl("acl-0", Set.copyOf(SUBNETS), open()));
        }
        return SUBNETS.stream()
                .map(subnet -> new NetworkAcl("acl-" + subnet, Set.of(subnet), random.nextBoolean() ? open() : lines()))
                .toList();
    }

    private static List<NetworkAcl.Entry> open() {
        return List.of(
                new NetworkAcl.Entry(true, true, "0.0.0.0/0", 0, 65_535),
                new NetworkAcl.Entry(false, true, "0.0.0.0/0", 0, 65_535));
    }

    private List<NetworkAcl.Entry> lines() {
        var lines = new ArrayList<NetworkAcl.Entry>();
        for (var i = random.nextInt(3); i > 0; i--) {
            lines.add(line(usually()));
        }
        if (seldom()) {
            lines.add(line(false));
        }
        if (usually()) {
            lines.addAll(open());
        } else {
            lines.add(line(true));
            lines.add(line(true));
        }
        return lines;
    }

    private NetworkAcl.Entry line(boolean allows) {
        var ports = one(PORTS);
        return new NetworkAcl.Entry(
                random.nextBoolean(), allows, random.nextBoolean() ? one(WIDE) : one(NEAR), ports[0], ports[1]);
    }

    private List<Firewall> firewalls() {
        return IntStream.range(0, 3)
                .mapToObj(i -> new Firewall(
                        "sg-" + i,
                        VPC,
                        i == 0 && usually()
                                ? List.of(new Opening(443, 443, Set.of("10.20.0.0/16"), Set.of(), Set.of()))
                                : openings(),
                        List.of()))
                .toList();
    }

    private List<Opening> openings() {
        var openings = new ArrayList<Opening>();
        for (var i = random.nextInt(3); i > 0; i--) {
            var ports = one(PORTS);
            openings.add(new Opening(
                    ports[0],
                    ports[1],
                    usually() ? Set.of(one(NEAR)) : Set.of(),
                    seldom() ? Set.of("sg-0") : Set.of(),
                    seldom() ? Set.of("pl-9") : Set.of()));
        }
        return openings;
    }

    private PublicAccess access() {
        var exclusions = new HashMap<String, PublicAccess.Exclusion>();
        for (var id : List.of(VPC, "subnet-a", "subnet-b")) {
            if (random.nextInt(4) == 0) {
                exclusions.put(id, one(List.of(PublicAccess.Exclusion.values())));
            }
        }
        return new PublicAccess(
                random.nextInt(4) > 0 ? PublicAccess.Mode.OFF : one(List.of(PublicAccess.Mode.values())), exclusions);
    }
}
