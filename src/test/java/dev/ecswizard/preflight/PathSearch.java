package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.NetworkAcl;
import dev.ecswizard.cloud.PublicAccess;
import dev.ecswizard.cloud.RouteTable;
import dev.ecswizard.cloud.RouteTable.Route;
import dev.ecswizard.cloud.ServiceEndpoint;
import dev.ecswizard.cloud.Subnet;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sends single packets through a VPC and looks for the way back: rules are painted over a map of sample addresses, the
/// last one first, and a packet goes from place to place as long as the paint lets it. Exact for the blocks and ports
/// that [RandomVpc] uses, and for those only.
final class PathSearch {
    /// What becomes of a packet.
    enum Fate {
        BACK,
        LOST,
        /// It went where nobody can see.
        GONE
    }

    /// @param weight how many addresses one stands for
    private record Sample(long address, long weight) {}

    /// Where a packet is and what it wants.
    private record Step(String place, boolean isAnswer) {}

    private static final long[] HOST_PORTS = {33_000, 50_000};
    private static final long[] NAT_PORTS = {2_000, 33_000, 50_000, 63_000};
    private static final List<Sample> INTERNET = internet();

    private final Map<String, Subnet> subnets = new HashMap<>();
    private final Surroundings around;
    private final Map<String, Boolean> painted = new HashMap<>();

    PathSearch(Surroundings around) {
        this.around = around;
        answer(around.subnets()).forEach(subnet -> subnets.put(subnet.id(), subnet));
    }

    private static <T> T answer(Asked<T> asked) {
        return ((Asked.Answered<T>) asked).answer();
    }

    /// One for each part that no block of a rule cuts.
    private static List<Sample> internet() {
        return List.of(
                new Sample(at(3, 1, 0), 47L << 24),
                new Sample(at(49, 1, 0), 4L << 24),
                new Sample(at(52, 0, 0), 95L << 16),
                new Sample(at(52, 95, 0), 1L << 16),
                new Sample(at(52, 96, 0), 160L << 16),
                new Sample(at(54, 1, 0), 11L << 24),
                new Sample(at(65, 1, 0), 63L << 24),
                new Sample(at(130, 1, 0), 70L << 24),
                new Sample(at(203, 0, 113), 1L << 8),
                new Sample(at(203, 0, 114), 20L << 24));
    }

    private static long at(int first, int second, int third) {
        return (long) first << 24 | second << 16 | third << 8 | 7;
    }

    private static boolean covers(String cidr, long address) {
        var parts = cidr.split("[./]");
        var base = Long.parseLong(parts[0]) << 24
                | Long.parseLong(parts[1]) << 16
                | Long.parseLong(parts[2]) << 8
                | Long.parseLong(parts[3]);
        var shift = 32 - Integer.parseInt(parts[4]);
        return base >> shift == address >> shift;
    }

    /// Whether the ACL of a subnet lets a packet pass: every line paints over those that come after it.
    private boolean passes(String subnet, boolean isEgress, long peer, long port) {
        return painted.computeIfAbsent(subnet + isEgress + peer + ":" + port, _ -> {
            var acl = answer(around.networkAcls()).stream()
                    .filter(each -> each.subnets().contains(subnet))
                    .findFirst()
                    .orElseThrow();
            var colour = false;
            for (NetworkAcl.Entry line : acl.entries().reversed()) {
                if (line.isEgress() == isEgress
                        && covers(line.cidr(), peer)
                        && port >= line.fromPort()
                        && port <= line.toPort()) {
                    colour = line.allows();
                }
            }
            return colour;
        });
    }

    private RouteTable table(String subnet) {
        RouteTable found = null;
        for (var table : answer(around.routeTables())) {
            if (table.isMain() && found == null || table.subnets().contains(subnet)) {
                found = table;
            }
        }
        return found;
    }

    private Route route(String subnet, long address) {
        var table = table(subnet);
        Route found = null;
        if (table != null) {
            var widestFirst = table.routes().stream()
                    .filter(route -> route.destination().contains("."))
                    .sorted(Comparator.comparing(
                            route -> Integer.parseInt(route.destination().replaceFirst(".*/", ""))))
                    .toList();
            for (var route : widestFirst) {
                found = covers(route.destination(), address) ? route : found;
            }
        }
        return found;
    }

    private boolean hasList(String subnet) {
        var table = table(subnet);
        return table != null
                && table.routes().stream()
                        .anyMatch(route -> route.destination().equals("pl-0123")
                                && route.isActive()
                                && route.kind() != RouteTable.Kind.ENDPOINT);
    }

    private boolean isBlocked(String subnet, boolean outwardOnly) {
        var access = answer(around.publicAccess());
        var excluded = access.exclusions().get(subnet);
        if (excluded == null) {
            excluded = access.exclusions().get(RandomVpc.VPC);
        }
        var isWholly = access.mode() == PublicAccess.Mode.BIDIRECTIONAL;
        var open = access.mode() == PublicAccess.Mode.OFF
                || excluded == PublicAccess.Exclusion.BIDIRECTIONAL
                || isWholly && excluded == PublicAccess.Exclusion.EGRESS;
        var outward = open || !isWholly;
        return outwardOnly ? !outward : !open;
    }

    /// Follows one packet from a host and its answer back.
    private Fate send(Subnet from, boolean hasPublicAddress, long host, long to, long hostPort, long natPort) {
        var open = new ArrayDeque<Step>();
        var seen = new HashSet<Step>();
        var ends = EnumSet.noneOf(Fate.class);
        open.add(new Step("out " + from.id(), false));
        var isOwnBarred = !passes(from.id(), true, to, 443) || !passes(from.id(), false, to, hostPort);
        String through = null;
        while (!open.isEmpty()) {
            var step = open.poll();
            if (!seen.add(step)) {
                continue;
            }
            var at = step.place().split(" ");
            switch (at[0]) {
                case "out" -> {
                    if (passes(from.id(), true, to, 443)) {
                        open.add(new Step("router " + from.id(), false));
                    }
                }
                case "router" -> {
                    var route = route(at[1], to);
                    var isOfNat = through != null;
                    if (route != null && route.isActive()) {
                        switch (route.kind()) {
                            case INTERNET_GATEWAY -> open.add(new Step("gateway " + at[1], false));
                            case NAT_GATEWAY -> {
                                if (!isOfNat) {
                                    through = route.target();
                                    open.add(new Step("nat " + through, false));
                                }
                            }
                            case LOCAL, EGRESS_ONLY_GATEWAY -> {}
                            default -> open.add(new Step("beyond", false));
                        }
                    }
                    if (hasList(at[1])) {
                        open.add(new Step("list", false));
                    }
                }
                case "nat" -> {
                    var name = through;
                    var nat = answer(around.natGateways()).stream()
                            .filter(each -> each.id().equals(name) && each.isAvailable())
                            .findFirst();
                    var isListed = answer(around.natGateways()).stream()
                            .anyMatch(each -> each.id().equals(name));
                    if (!isListed) {
                        open.add(new Step("beyond", false));
                    } else if (nat.isPresent() && nat.get().subnet().isEmpty()) {
                        if (!nat.get().isPublic()) {
                            open.add(new Step("beyond", false));
                        } else if (!isBlocked("", true)) {
                            open.add(new Step("internet", true));
                        }
                    } else if (nat.isPresent()) {
                        var place = nat.get().subnet().get();
                        if (place.equals(from.id()) || passes(place, false, host, 443)) {
                            if (passes(place, true, to, 443)) {
                                open.add(new Step("router " + place, false));
                            }
                        }
                    }
                }
                case "gateway" -> {
                    var name = through;
                    var isOpen = name == null
                            ? hasPublicAddress && !isBlocked(at[1], false)
                            : !isBlocked(at[1], true)
                                    && answer(around.natGateways()).stream()
                                            .anyMatch(nat -> nat.id().equals(name) && nat.isPublic());
                    if (isOpen) {
                        open.add(new Step("internet", true));
                    }
                }
                // what is unseen answers the way the packet came
                case "internet", "beyond", "list" -> {
                    var name = through;
                    var place = answer(around.natGateways()).stream()
                            .filter(nat -> nat.id().equals(name))
                            .flatMap(nat -> nat.subnet().stream())
                            .findFirst();
                    var isBack = place.isEmpty()
                            || passes(place.get(), false, to, natPort)
                                    && (place.get().equals(from.id()) || passes(place.get(), true, host, hostPort));
                    if (isBack && passes(from.id(), false, to, hostPort)) {
                        ends.add(at[0].equals("internet") ? Fate.BACK : Fate.GONE);
                    }
                }
                default -> throw new IllegalStateException(step.place());
            }
        }
        if (ends.contains(Fate.BACK)) {
            return Fate.BACK;
        }
        var isGone = ends.contains(Fate.GONE) || !isOwnBarred && hasList(from.id());
        return isGone ? Fate.GONE : Fate.LOST;
    }

    private static long[] hosts(Subnet subnet) {
        var base = Long.parseLong(subnet.cidr().split("\\.")[2]) << 8 | 10L << 24 | 20L << 16;
        return new long[] {base + 10, base + 200};
    }

    /// The verdict on a subnet.
    Reach from(Subnet subnet, boolean hasPublicAddress) {
        if (subnet.cidr().isEmpty() || !answer(around.dns()).support()) {
            return Reach.NO;
        }
        var byRoute = byRoute(subnet, hasPublicAddress);
        var reaches = EnumSet.noneOf(Reach.class);
        for (var service : List.of("ecs", "ecs-agent", "ecs-telemetry", "cloudformation")) {
            reaches.add(answer(around.endpoints()).stream()
                    .filter(endpoint -> endpoint.service().equals(service)
                            && endpoint.isAvailable()
                            && endpoint.hasPrivateDns()
                            && answer(around.dns()).hostnames())
                    .findFirst()
                    .map(endpoint -> bound(endpoint, into(endpoint, subnet)))
                    .orElse(byRoute));
        }
        reaches.add(toS3(subnet, byRoute));
        return reaches.contains(Reach.NO) ? Reach.NO : reaches.contains(Reach.UNKNOWN) ? Reach.UNKNOWN : Reach.YES;
    }

    private Reach byRoute(Subnet subnet, boolean hasPublicAddress) {
        var fates = new HashMap<Sample, Set<Fate>>();
        for (var sample : INTERNET) {
            var all = EnumSet.noneOf(Fate.class);
            for (var host : hosts(subnet)) {
                for (var hostPort : HOST_PORTS) {
                    for (var natPort : NAT_PORTS) {
                        all.add(send(subnet, hasPublicAddress, host, sample.address(), hostPort, natPort));
                    }
                }
            }
            fates.put(sample, all);
        }
        return overall(fates);
    }

    private static Reach overall(Map<Sample, Set<Fate>> fates) {
        var any = EnumSet.noneOf(Fate.class);
        var wide = EnumSet.noneOf(Fate.class);
        fates.forEach((sample, all) -> {
            any.addAll(all);
            if (sample.weight() >= 1 << 16 || all.equals(EnumSet.of(Fate.BACK))) {
                wide.addAll(all);
            }
        });
        if (wide.equals(EnumSet.of(Fate.BACK))) {
            return Reach.YES;
        }
        return any.equals(EnumSet.of(Fate.LOST)) ? Reach.NO : Reach.UNKNOWN;
    }

    private Reach toS3(Subnet subnet, Reach byRoute) {
        var table = table(subnet.id());
        var s3 = answer(around.endpoints()).stream()
                .filter(endpoint -> endpoint.service().equals("s3") && endpoint.isAvailable())
                .toList();
        var gateways = s3.stream()
                .filter(endpoint -> table != null && endpoint.routeTables().contains(table.id()))
                .toList();
        if (!gateways.isEmpty()) {
            var fates = new HashMap<Sample, Set<Fate>>();
            for (var sample : INTERNET) {
                var all = EnumSet.noneOf(Fate.class);
                for (var port : HOST_PORTS) {
                    var isThrough = passes(subnet.id(), true, sample.address(), 443)
                            && passes(subnet.id(), false, sample.address(), port);
                    all.add(isThrough ? Fate.BACK : Fate.LOST);
                }
                fates.put(sample, all);
            }
            return bound(gateways.getFirst(), overall(fates));
        }
        var hasInterface = s3.stream().anyMatch(endpoint -> endpoint.kind() == ServiceEndpoint.Kind.INTERFACE);
        return byRoute == Reach.NO && hasInterface ? Reach.UNKNOWN : byRoute;
    }

    /// A policy may stop what gets there.
    private static Reach bound(ServiceEndpoint endpoint, Reach reach) {
        return reach == Reach.YES && !endpoint.hasOpenPolicy() ? Reach.UNKNOWN : reach;
    }

    private Reach into(ServiceEndpoint endpoint, Subnet from) {
        var fates = EnumSet.noneOf(Fate.class);
        for (var host : hosts(from)) {
            var admission = admission(endpoint, host);
            for (var place : endpoint.subnets()) {
                if (place.equals(from.id())) {
                    fates.add(admission);
                } else if (subnets.get(place).cidr().isEmpty()) {
                    fates.add(admission == Fate.LOST ? Fate.LOST : Fate.GONE);
                } else {
                    for (var address : hosts(subnets.get(place))) {
                        for (var port : HOST_PORTS) {
                            fates.add(ask(from, host, place, address, port) ? admission : Fate.LOST);
                        }
                    }
                }
            }
        }
        return fates.equals(EnumSet.of(Fate.BACK))
                ? Reach.YES
                : fates.equals(EnumSet.of(Fate.LOST)) ? Reach.NO : Reach.UNKNOWN;
    }

    private boolean ask(Subnet from, long host, String place, long address, long port) {
        return passes(from.id(), true, address, 443)
                && passes(place, false, host, 443)
                && passes(place, true, host, port)
                && passes(from.id(), false, address, port);
    }

    private Fate admission(ServiceEndpoint endpoint, long host) {
        var fate = Fate.LOST;
        for (var group : answer(around.firewalls())) {
            if (!endpoint.securityGroups().contains(group.id())) {
                continue;
            }
            for (var opening : group.ingress()) {
                if (opening.fromPort() <= 443 && opening.toPort() >= 443) {
                    if (opening.cidrs().stream().anyMatch(cidr -> covers(cidr, host))) {
                        return Fate.BACK;
                    }
                    fate = opening.prefixLists().isEmpty() ? fate : Fate.GONE;
                }
            }
        }
        return fate;
    }
}
