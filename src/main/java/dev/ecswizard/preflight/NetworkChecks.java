package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Firewall;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether the hosts get to ECS from the chosen subnets, have addresses there, and are reached by the load balancer.
final class NetworkChecks {
    private final ClusterSpec spec;
    private final Facts facts;
    private final WayOut wayOut;

    NetworkChecks(ClusterSpec spec, Facts facts) {
        this.spec = spec;
        this.facts = facts;
        this.wayOut = new WayOut(spec.network().vpcId(), facts.around());
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        switch (facts.around().subnets()) {
            case Asked.Unanswered(var problem) -> {
                for (var id : spec.network().subnets()) {
                    findings.add(Finding.unread(Check.WAY_OUT, Question.SUBNETS, id, problem));
                }
                findings.add(Finding.unread(Check.ADDRESSES, Question.SUBNETS, "", problem));
            }
            case Asked.Answered(var all) -> {
                var byId = all.stream().collect(Collectors.toMap(Subnet::id, Function.identity()));
                findings.addAll(ways(byId));
                var there = spec.network().subnets().stream()
                        .filter(byId::containsKey)
                        .map(byId::get)
                        .toList();
                findings.add(there.isEmpty() ? Finding.of(Case.ADDRESSES_OF_NOTHING, "") : addresses(there, byId));
            }
        }
        findings.addAll(groups());
        return findings;
    }

    private List<Finding> ways(Map<String, Subnet> byId) {
        var good = spec.network().subnets().stream()
                .filter(byId::containsKey)
                .filter(id -> way(byId.get(id)).reach() != Reach.NO)
                .toList();
        var better = good.size() < spec.network().subnets().size()
                ? new OtherSubnets(spec, byId, wayOut).inPlaceOf(good)
                : good;
        return spec.network().subnets().stream()
                .map(id -> Optional.ofNullable(byId.get(id))
                        .map(subnet -> way(subnet, better))
                        .orElseGet(() -> withOthers(
                                Finding.of(Case.SUBNET_GONE, id, spec.network().vpcId()), better)))
                .toList();
    }

    private Way way(Subnet subnet) {
        return wayOut.from(subnet, spec.network().assignPublicIp());
    }

    private Finding way(Subnet subnet, List<String> better) {
        var way = way(subnet);
        return switch (way.reach()) {
            case YES -> clear(subnet, way);
            case UNKNOWN -> Finding.of(Case.WAY_UNKNOWN, subnet.id(), said(way.hindrances()), said(way.mends()));
            case UNREAD ->
                Finding.unread(
                        Check.WAY_OUT,
                        Question.SUBNETS,
                        subnet.id(),
                        way.problem().orElseThrow());
            case NO ->
                isOfOthers(subnet) && way.obstacles().stream().anyMatch(Obstacle::isOfOtherWay)
                        ? Finding.of(Case.WAY_OF_OWNER, subnet.id(), subnet.ownerId(), said(way.hindrances()))
                        : mended(
                                Finding.of(Case.WAY_NONE, subnet.id(), said(way.hindrances()), said(way.mends())),
                                way,
                                better);
        };
    }

    private Finding clear(Subnet subnet, Way way) {
        // hosts of the classic recipe have no rights in Systems Manager
        var unwanted = spec.cluster().recipe() == Recipe.CLASSIC ? WayOut.SESSIONS : List.<String>of();
        var missing = way.missing().stream()
                .filter(service -> !unwanted.contains(service))
                .toList();
        // a VPC's owner shows its endpoints to nobody else
        if (missing.isEmpty() || isOfOthers(subnet)) {
            return Finding.of(Case.WAY_CLEAR, subnet.id(), leads(way));
        }
        return Finding.of(
                WayOut.SESSIONS.containsAll(missing) ? Case.WAY_WITHOUT_SESSIONS : Case.WAY_WITHOUT_TASKS,
                subnet.id(),
                String.join(", ", missing));
    }

    /// Whether the subnet is shared by another account (VPC user guide, "Responsibilities and permissions for owners
    /// and participants").
    private boolean isOfOthers(Subnet subnet) {
        return facts.caller() instanceof Asked.Answered(var caller)
                && !subnet.ownerId().isEmpty()
                && !subnet.ownerId().equals(caller.account());
    }

    private static String leads(Way way) {
        return way.route()
                .filter(route -> route.isActive() && way.exit() != Exit.ENDPOINTS)
                .map(found -> Words.of("leads.ROUTE", found.target()))
                .orElseGet(() -> Words.of("leads.ENDPOINTS"));
    }

    private static String said(List<String> sentences) {
        return String.join(" ", sentences);
    }

    private Finding mended(Finding finding, Way way, List<String> better) {
        if (way.wantsPublicAddress() && spec.cluster().recipe() != Recipe.CLASSIC) {
            return finding.with(Finding.Instead.of(Question.ASSIGN_PUBLIC_IP, "true"));
        }
        return withOthers(finding, better);
    }

    private static Finding withOthers(Finding finding, List<String> better) {
        return better.isEmpty() ? finding : finding.with(new Finding.Instead(Question.SUBNETS, better));
    }

    private Finding addresses(List<Subnet> subnets, Map<String, Subnet> byId) {
        var sizes = Sizes.of(spec);
        var free = subnets.stream().mapToInt(Subnet::freeAddresses).sum();
        if (free < sizes.most() && facts.own().isPresent()) {
            return Finding.of(Case.ADDRESSES_OF_CHANGE, "", free, sizes.most());
        }
        if (free < Math.max(1, sizes.first())) {
            return withOthers(
                    Finding.of(Case.ADDRESSES_LACKING, "", free, Math.max(1, sizes.first())),
                    new OtherSubnets(spec, byId, wayOut).enoughFor(Math.max(1, sizes.first())));
        }
        if (free >= sizes.most()) {
            return uneven(subnets, sizes).orElseGet(() -> Finding.of(Case.ADDRESSES_ENOUGH, "", free, sizes.most()));
        }
        var finding = Finding.of(Case.ADDRESSES_FEW, "", free, sizes.most());
        return free > sizes.first()
                ? finding.with(Finding.Instead.of(Question.CLUSTER_MAX_SIZE, String.valueOf(free)))
                : finding;
    }

    /// Auto Scaling spreads hosts evenly over zones, and goes to another one where a launch fails (EC2 Auto Scaling
    /// user guide, "Auto Scaling group Availability Zone distribution").
    private static Optional<Finding> uneven(List<Subnet> subnets, Sizes sizes) {
        var byZone = subnets.stream()
                .collect(Collectors.groupingBy(
                        Subnet::zone, TreeMap::new, Collectors.summingInt(Subnet::freeAddresses)));
        var share = (sizes.most() + byZone.size() - 1) / byZone.size();
        return byZone.entrySet().stream()
                .filter(zone -> zone.getValue() < share)
                .min(Map.Entry.comparingByValue())
                .map(zone -> {
                    var finding =
                            Finding.of(Case.ADDRESSES_UNEVEN, zone.getKey(), zone.getValue(), share, sizes.most());
                    var even = zone.getValue() * byZone.size();
                    return even > sizes.first() && sizes.isMost(even)
                            ? finding.with(Finding.Instead.of(Question.CLUSTER_MAX_SIZE, String.valueOf(even)))
                            : finding;
                });
    }

    private List<Finding> groups() {
        var id = spec.network().sourceSecurityGroup();
        return switch (facts.around().firewalls()) {
            case Asked.Unanswered(var problem) ->
                List.of(
                        Finding.unread(Check.SECURITY_GROUP, Question.SOURCE_SECURITY_GROUP, id, problem),
                        Finding.unread(Check.EGRESS, Question.SOURCE_SECURITY_GROUP, id, problem));
            case Asked.Answered(var all) ->
                all.stream()
                        .filter(group -> group.id().equals(id))
                        .findFirst()
                        .map(group -> List.of(Finding.of(Case.GROUP_FINE, id), egress(group)))
                        .orElseGet(() -> List.of(
                                Finding.of(Case.GROUP_GONE, id, spec.network().vpcId()),
                                Finding.of(Case.EGRESS_OF_NOBODY, id)));
        };
    }

    /// The hosts' own group lets everything out, since the template says nothing of it; what may not is the load
    /// balancer's. Bridge-mode tasks listen on ports of the host from 32768 on.
    private Finding egress(Firewall balancer) {
        var isOpen = balancer.egress().stream()
                .anyMatch(opening -> opening.toPort() >= Barriers.HOST_PORTS.first()
                        && (opening.cidrs().stream().map(Block::of).anyMatch(this::hasHosts)
                                || !opening.prefixLists().isEmpty()));
        return Finding.of(isOpen ? Case.EGRESS_OPEN : Case.EGRESS_OF_BALANCER, balancer.id());
    }

    /// Whether some of the chosen subnets' addresses are in a block; of subnets that could not be read all may be.
    private boolean hasHosts(Block block) {
        return switch (facts.around().subnets()) {
            case Asked.Unanswered<?> _ -> true;
            case Asked.Answered(var all) ->
                all.stream()
                        .filter(subnet -> spec.network().subnets().contains(subnet.id())
                                && !subnet.cidr().isEmpty())
                        .map(subnet -> Block.of(subnet.cidr()))
                        .anyMatch(hosts -> hosts.has(block.first()) || block.has(hosts.first()));
        };
    }
}
