package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.NatGateway;
import dev.ecswizard.cloud.PublicAccess;
import dev.ecswizard.cloud.RouteTable;
import dev.ecswizard.cloud.RouteTable.Route;
import dev.ecswizard.preflight.Obstacle.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where routes lead from the subnets of a VPC. The narrowest route that speaks of an address decides, even if it is a
/// black hole.
final class Routing {
    private final String vpcId;
    private final Surroundings around;
    private final Map<String, List<Destination>> narrowestFirst = new HashMap<>();

    /// A route with its block.
    private record Destination(Block block, Route route) {}

    Routing(String vpcId, Surroundings around) {
        this.vpcId = vpcId;
        this.around = around;
        for (var table : tables()) {
            narrowestFirst.put(
                    table.id(),
                    table.routes().stream()
                            .filter(Route::isIpv4)
                            .map(route -> new Destination(Block.of(route.destination()), route))
                            .sorted(Comparator.comparing(each -> each.block().size()))
                            .toList());
        }
    }

    /// The blocks of addresses that routes are about.
    List<Block> addresses() {
        return narrowestFirst.values().stream()
                .flatMap(List::stream)
                .map(Destination::block)
                .distinct()
                .toList();
    }

    private List<RouteTable> tables() {
        return around.routeTables() instanceof Asked.Answered<List<RouteTable>>(var all) ? all : List.of();
    }

    /// A subnet that no table names uses the VPC's main one.
    Optional<RouteTable> table(String subnet) {
        return tables().stream()
                .filter(table -> table.subnets().contains(subnet))
                .findFirst()
                .or(() -> tables().stream().filter(RouteTable::isMain).findFirst());
    }

    Optional<Route> route(String subnet, long address) {
        return table(subnet).stream()
                .flatMap(table -> narrowestFirst.get(table.id()).stream())
                .filter(each -> each.block().has(address))
                .findFirst()
                .map(Destination::route);
    }

    /// The NAT gateway that a route leads to, if it is there.
    Optional<NatGateway> nat(Route route) {
        return around.natGateways() instanceof Asked.Answered<List<NatGateway>>(var all)
                ? all.stream().filter(nat -> nat.id().equals(route.target())).findFirst()
                : Optional.empty();
    }

    /// Whether a host in a subnet gets to an address on the internet, as far as routes and gateways go.
    Outcome leads(String subnet, boolean hasPublicAddress, long address) {
        if (around.routeTables() instanceof Asked.Unanswered<List<RouteTable>>(var problem)) {
            return Outcome.of(Reach.UNREAD, Obstacle.unread(problem));
        }
        var route = route(subnet, address);
        return route.isEmpty()
                ? Outcome.no(Kind.NO_ROUTE, tableId(subnet))
                : leads(route.get(), subnet, hasPublicAddress, address);
    }

    private String tableId(String subnet) {
        return table(subnet).map(RouteTable::id).orElse("");
    }

    /// A route by a list of blocks, which may be about any address. Those of endpoints are about their service alone.
    Optional<Route> list(String subnet) {
        return table(subnet).stream()
                .flatMap(table -> table.routes().stream())
                .filter(route -> route.isPrefixList()
                        && route.isActive()
                        && route.kind() != RouteTable.Kind.ENDPOINT
                        && route.kind() != RouteTable.Kind.LOCAL)
                .findFirst();
    }

    static Outcome unknown(Route list) {
        return Outcome.unknown(Kind.PREFIX_LIST, list.destination(), list.target());
    }

    private Outcome leads(Route route, String subnet, boolean hasPublicAddress, long address) {
        if (!route.isActive()) {
            return Outcome.no(Kind.BLACK_HOLE, tableId(subnet), route.target());
        }
        return switch (route.kind()) {
            case INTERNET_GATEWAY ->
                (hasPublicAddress ? Outcome.YES : Outcome.no(Kind.NO_PUBLIC_ADDRESS, subnet, route.target()))
                        .and(unblocked(subnet, PublicAccess.Mode.OFF));
            case NAT_GATEWAY -> throughNat(route, address);
            case LOCAL, EGRESS_ONLY_GATEWAY -> Outcome.no(Kind.NO_ROUTE, tableId(subnet));
            case TRANSIT_GATEWAY, VIRTUAL_PRIVATE_GATEWAY, PEERING, NETWORK_INTERFACE, ENDPOINT, OTHER ->
                Outcome.unknown(Kind.BEYOND, route.target());
        };
    }

    /// @param most the most that may be blocked
    private Outcome unblocked(String subnet, PublicAccess.Mode most) {
        return switch (around.publicAccess()) {
            case Asked.Unanswered(var problem) -> Outcome.of(Reach.UNREAD, Obstacle.unread(problem));
            case Asked.Answered(var access) -> {
                var mode = access.in(subnet, vpcId);
                yield mode.compareTo(most) > 0
                        ? Outcome.no(Kind.PUBLIC_ACCESS_BLOCKED, subnet.isEmpty() ? vpcId : subnet, mode.name())
                        : Outcome.YES;
            }
        };
    }

    private Outcome throughNat(Route route, long address) {
        if (around.natGateways() instanceof Asked.Unanswered<List<NatGateway>>(var problem)) {
            return Outcome.of(Reach.UNREAD, Obstacle.unread(problem));
        }
        var listed = nat(route);
        if (listed.isEmpty()) {
            // a route to one that was deleted is a black hole; other accounts' are not listed
            return Outcome.unknown(Kind.BEYOND, route.target());
        }
        var nat = listed.filter(NatGateway::isAvailable);
        if (nat.isEmpty()) {
            return Outcome.no(Kind.NAT_GONE, route.target());
        }
        var id = nat.get().id();
        if (nat.get().subnet().isEmpty()) {
            return nat.get().isPublic() ? unblocked("", PublicAccess.Mode.INGRESS) : Outcome.unknown(Kind.BEYOND, id);
        }
        var subnet = nat.get().subnet().get();
        var outcome = beyond(nat.get(), subnet, address);
        return outcome.reach() == Reach.NO ? list(subnet).map(Routing::unknown).orElse(outcome) : outcome;
    }

    private Outcome beyond(NatGateway nat, String subnet, long address) {
        var way = route(subnet, address).filter(Route::isActive);
        var kind = way.map(Route::kind).orElse(RouteTable.Kind.LOCAL);
        return switch (kind) {
            case INTERNET_GATEWAY ->
                nat.isPublic()
                        ? unblocked(subnet, PublicAccess.Mode.INGRESS)
                        : Outcome.no(Kind.NAT_PRIVATE, nat.id(), tableId(subnet));
            case LOCAL, EGRESS_ONLY_GATEWAY, NAT_GATEWAY ->
                Outcome.no(nat.isPublic() ? Kind.NO_ROUTE_FOR_NAT : Kind.NAT_PRIVATE, nat.id(), tableId(subnet));
            case TRANSIT_GATEWAY, VIRTUAL_PRIVATE_GATEWAY, PEERING, NETWORK_INTERFACE, ENDPOINT, OTHER ->
                Outcome.unknown(Kind.BEYOND, way.orElseThrow().target());
        };
    }
}
