package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.NatGateway;
import dev.ecswizard.cloud.RouteTable;
import dev.ecswizard.cloud.RouteTable.Route;
import dev.ecswizard.cloud.ServiceEndpoint;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Obstacle.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells whether the hosts of a subnet reach what they need to signal and to join a cluster: package repositories on
/// S3, CloudFormation and ECS. Worked out address by address, cut where any rule makes a difference:
/// ```
/// host ── ACL ── routes ──┬── internet gateway, with a public address
///                         ├── ACL ── NAT gateway ── ACL ── routes ── internet gateway
///                         ├── transit gateway and its like: unknown
/// host ── ACL ── ACL ── security group ── the service's endpoint, where its name leads there
/// ```
/// A service with an endpoint of its own name is reached by it or not at all. Where some addresses are reached and
/// others are not, nobody knows which ones AWS answers at: that is unknown, unless each gap is narrower than a /16, as
/// those of single hosts and sites are.
public final class WayOut {
    /// What a host needs beside S3 (Amazon ECS developer guide, "Interface VPC endpoints").
    static final List<String> JOINING = List.of("ecs", "ecs-agent", "ecs-telemetry", "cloudformation");

    /// What its tasks will need.
    static final List<String> TASKS = List.of("ecr.api", "ecr.dkr", "logs");

    /// What a person needs who wants to get onto a host or into a task (Systems Manager user guide, "Improve the
    /// security of EC2 instances by using VPC endpoints"). Agents of today do without ec2messages.
    static final List<String> SESSIONS = List.of("ssm", "ssmmessages");

    static final String S3 = "s3";

    private static final long NARROW = 1L << 16;

    private final Surroundings around;
    private final Routing routing;
    private final Barriers barriers;
    private final ByEndpoint endpoints;
    private final List<Block> internet;

    public WayOut(String vpcId, Surroundings around) {
        this.around = around;
        this.routing = new Routing(vpcId, around);
        this.barriers = new Barriers(around.networkAcls());
        this.endpoints = new ByEndpoint(vpcId, around, barriers);
        var cuts = Stream.concat(routing.addresses().stream(), barriers.addresses().stream())
                .toList();
        this.internet = Block.INTERNET.stream()
                .flatMap(block -> block.cutAt(cuts).stream())
                .toList();
    }

    /// @param assignPublicIp what the template says; nothing leaves it to the subnet
    public Way from(Subnet subnet, Optional<Boolean> assignPublicIp) {
        var table = routing.table(subnet.id());
        var id = table.map(RouteTable::id);
        var route = table.stream()
                .flatMap(routes -> routes.routes().stream())
                .filter(each -> each.destination().equals("0.0.0.0/0"))
                .findFirst();
        if (subnet.cidr().isEmpty()) {
            return new Way(Reach.NO, Exit.NONE, Set.of(Obstacle.of(Kind.NO_IPV4, subnet.id())), id, route, List.of());
        }
        if (around.dns() instanceof Asked.Answered(var dns) && !dns.support()) {
            return new Way(
                    Reach.NO, exit(subnet), Set.of(Obstacle.of(Kind.DNS_OFF, subnet.vpcId())), id, route, List.of());
        }
        var byRoute = byRoute(subnet, assignPublicIp.orElse(subnet.publicAddressOnLaunch()));
        var outcomes = new ArrayList<Outcome>();
        var missing = new ArrayList<String>();
        for (var service : JOINING) {
            outcomes.add(endpoints.to(service, subnet).orElseGet(() -> {
                missing.add(service);
                return byRoute;
            }));
        }
        outcomes.add(toS3(subnet, byRoute, missing));
        var later = Stream.concat(TASKS.stream(), SESSIONS.stream())
                .filter(service -> endpoints.to(service, subnet).orElse(byRoute).reach() == Reach.NO)
                .toList();
        var whole = Outcome.all(outcomes);
        var isByEndpoints = missing.isEmpty() && byRoute.reach() != Reach.YES;
        return new Way(
                whole.reach(),
                isByEndpoints ? Exit.ENDPOINTS : exit(subnet),
                obstacles(subnet, whole, byRoute, missing),
                id,
                route,
                later);
    }

    /// What routes to the internet lead to; the first of several.
    private Exit exit(Subnet subnet) {
        return internet.stream()
                .flatMap(block -> routing.route(subnet.id(), block.first()).stream())
                .filter(Route::isActive)
                .map(route -> switch (route.kind()) {
                    case INTERNET_GATEWAY -> Exit.INTERNET_GATEWAY;
                    case NAT_GATEWAY -> Exit.NAT_GATEWAY;
                    case LOCAL, EGRESS_ONLY_GATEWAY -> Exit.NONE;
                    case TRANSIT_GATEWAY, VIRTUAL_PRIVATE_GATEWAY, PEERING, NETWORK_INTERFACE, ENDPOINT, OTHER ->
                        Exit.BEYOND;
                })
                .filter(exit -> exit != Exit.NONE)
                .findFirst()
                .orElse(Exit.NONE);
    }

    /// Endpoints are another way where there is none by routes.
    private Set<Obstacle> obstacles(Subnet subnet, Outcome whole, Outcome byRoute, List<String> missing) {
        var all = new LinkedHashSet<>(whole.obstacles());
        if (whole.reach() == Reach.NO && byRoute.reach() == Reach.NO) {
            var absent = new ArrayList<String>();
            for (var service : missing) {
                var unusable = service.equals(S3) ? elsewhere(subnet) : endpoints.unusable(service);
                unusable.ifPresentOrElse(all::add, () -> absent.add(service));
            }
            if (!absent.isEmpty()) {
                all.add(Obstacle.of(Kind.ENDPOINTS_MISSING, "", absent.toArray(String[]::new)));
            }
        }
        return all;
    }

    /// A gateway for S3 that the subnet's routes do not lead to.
    private Optional<Obstacle> elsewhere(Subnet subnet) {
        return gateways().stream()
                .map(gateway -> gateway.isAvailable()
                        ? Obstacle.of(
                                Kind.GATEWAY_ELSEWHERE,
                                gateway.id(),
                                routing.table(subnet.id()).map(RouteTable::id).orElse(""))
                        : Obstacle.of(Kind.ENDPOINT_NOT_AVAILABLE, gateway.id(), S3))
                .findFirst();
    }

    private List<ServiceEndpoint> gateways() {
        return around.endpoints() instanceof Asked.Answered<List<ServiceEndpoint>>(var all)
                ? all.stream()
                        .filter(each -> each.service().equals(S3) && each.kind() == ServiceEndpoint.Kind.GATEWAY)
                        .toList()
                : List.of();
    }

    private Outcome byRoute(Subnet subnet, boolean hasPublicAddress) {
        return overInternet(
                address -> Outcome.any(hosts(subnet).stream()
                        .map(host -> byRoute(subnet, hasPublicAddress, address, host))
                        .toList()),
                subnet);
    }

    /// What no block leads to may be led to by a list of blocks.
    private Outcome byRoute(Subnet subnet, boolean hasPublicAddress, long address, Block host) {
        var outcome = packets(subnet, address, host).and(routing.leads(subnet.id(), hasPublicAddress, address));
        var list = routing.list(subnet.id());
        if (outcome.reach() != Reach.NO || list.isEmpty()) {
            return outcome;
        }
        var own =
                barriers.out(subnet.id(), address, Barriers.HTTPS, Kind.ACL_OUT).and(answers(subnet, address));
        return own.reach() == Reach.NO ? own : Routing.unknown(list.get());
    }

    private interface Tracing {
        Outcome to(long address);
    }

    /// What holds for the internet as a whole.
    private Outcome overInternet(Tracing tracing, Subnet subnet) {
        var outcomes = new ArrayList<Outcome>();
        var wide = new ArrayList<Outcome>();
        var gap = 0L;
        var last = -1L;
        for (var block : internet) {
            if (isOfVpc(subnet, block.first())) {
                continue;
            }
            var outcome = tracing.to(block.first());
            outcomes.add(outcome);
            if (outcome.reach() == Reach.YES) {
                gap = 0;
                wide.add(outcome);
            } else {
                gap = last + 1 == block.first() ? gap + block.size() : block.size();
                if (gap >= NARROW) {
                    wide.add(outcome);
                }
            }
            last = block.last();
        }
        var all = Outcome.any(outcomes);
        var isReached = wide.stream().allMatch(outcome -> outcome.reach() == Reach.YES) && !wide.isEmpty();
        return isReached ? Outcome.YES : all;
    }

    /// A VPC may have public addresses for its own.
    private boolean isOfVpc(Subnet subnet, long address) {
        return routing.route(subnet.id(), address)
                .filter(route -> route.kind() == RouteTable.Kind.LOCAL)
                .isPresent();
    }

    private List<Block> hosts(Subnet subnet) {
        return Block.of(subnet.cidr()).cutAt(barriers.addresses());
    }

    /// Whether ACLs let a host's packets to an address on the internet, and the answers back.
    private Outcome packets(Subnet subnet, long address, Block host) {
        var nat = routing.route(subnet.id(), address)
                .filter(Route::isActive)
                .flatMap(routing::nat)
                .flatMap(NatGateway::subnet);
        var requests = barriers.out(subnet.id(), address, Barriers.HTTPS, Kind.ACL_OUT);
        if (nat.isEmpty()) {
            return requests.and(answers(subnet, address));
        }
        var place = nat.get();
        var passed = requests.and(barriers.out(place, address, Barriers.HTTPS, Kind.ACL_OF_NAT))
                .and(barriers.anyOf(Barriers.NAT_PORTS, port -> barriers.in(place, address, port, Kind.ACL_OF_NAT)));
        if (place.equals(subnet.id())) {
            return passed.and(answers(subnet, address));
        }
        return passed.and(barriers.in(place, host.first(), Barriers.HTTPS, Kind.ACL_OF_NAT))
                .and(barriers.anyOf(
                        Barriers.HOST_PORTS,
                        port -> barriers.in(subnet.id(), address, port, Kind.ACL_IN)
                                .and(barriers.out(place, host.first(), port, Kind.ACL_OF_NAT))));
    }

    private Outcome answers(Subnet subnet, long address) {
        return barriers.anyOf(Barriers.HOST_PORTS, port -> barriers.in(subnet.id(), address, port, Kind.ACL_IN));
    }

    /// S3 has endpoints of another kind: routes to it.
    private Outcome toS3(Subnet subnet, Outcome byRoute, List<String> missing) {
        if (around.endpoints() instanceof Asked.Unanswered<List<ServiceEndpoint>>(var problem)) {
            return Outcome.of(Reach.UNREAD, Obstacle.unread(problem));
        }
        var all = around.endpoints() instanceof Asked.Answered<List<ServiceEndpoint>>(var answer)
                ? answer.stream()
                        .filter(each -> each.service().equals(S3) && each.isAvailable())
                        .toList()
                : List.<ServiceEndpoint>of();
        var table = routing.table(subnet.id()).map(RouteTable::id).orElse("");
        var gateway = all.stream()
                .filter(each -> each.kind() == ServiceEndpoint.Kind.GATEWAY
                        && each.routeTables().contains(table))
                .findFirst();
        if (gateway.isPresent()) {
            return overInternet(
                            address -> barriers.out(subnet.id(), address, Barriers.HTTPS, Kind.ACL_OUT)
                                    .and(answers(subnet, address)),
                            subnet)
                    .and(ByEndpoint.byPolicy(gateway.get()));
        }
        missing.add(S3);
        var byInterface = all.stream()
                .filter(each -> each.kind() == ServiceEndpoint.Kind.INTERFACE)
                .findFirst();
        return byRoute.reach() == Reach.NO && byInterface.isPresent()
                ? Outcome.unknown(Kind.S3_BY_INTERFACE, byInterface.get().id())
                : byRoute;
    }
}
