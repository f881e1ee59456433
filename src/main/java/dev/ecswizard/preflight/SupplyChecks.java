package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whether instances of the chosen types are to be had in the chosen zones, and as many as there may be.
final class SupplyChecks {
    private final ClusterSpec spec;
    private final Facts facts;
    private final List<String> types;

    SupplyChecks(ClusterSpec spec, Facts facts) {
        this.spec = spec;
        this.facts = facts;
        this.types = Sizes.types(spec);
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        switch (facts.zones()) {
            case Asked.Unanswered(var problem) -> {
                for (var type : types) {
                    findings.add(Finding.unread(Check.OFFERED, Question.INSTANCE_TYPE, type, problem));
                }
            }
            case Asked.Answered(var zones) -> findings.addAll(offers(zones));
        }
        findings.addAll(vcpus());
        return findings;
    }

    /// The zones of the chosen subnets, with these.
    private Map<String, List<String>> places() {
        return facts.around().subnets() instanceof Asked.Answered<List<Subnet>>(var all)
                ? all.stream()
                        .filter(subnet -> spec.network().subnets().contains(subnet.id()))
                        .collect(Collectors.groupingBy(
                                Subnet::zone, TreeMap::new, Collectors.mapping(Subnet::id, Collectors.toList())))
                : Map.of();
    }

    private List<Finding> offers(Map<String, Set<String>> zones) {
        if (facts.around().subnets() instanceof Asked.Unanswered<List<Subnet>>(var problem)) {
            return List.of(Finding.unread(Check.OFFERED, Question.SUBNETS, "", problem));
        }
        var places = places().keySet();
        var findings = new ArrayList<Finding>();
        for (var type : types) {
            var lacking = new TreeSet<>(places);
            lacking.removeAll(zones.getOrDefault(type, Set.of()));
            if (zones.getOrDefault(type, Set.of()).isEmpty()) {
                findings.add(instead(Finding.of(Case.OFFERED_NOWHERE, type, spec.region()), zones, type));
            } else if (lacking.isEmpty()) {
                // where none of the subnets is there, all that offer it
                var named = places.isEmpty() ? zones.get(type) : places;
                findings.add(Finding.of(Case.OFFERED, type, String.join(", ", new TreeSet<>(named))));
            } else if (others(type, zones).containsAll(lacking)) {
                findings.add(Finding.of(Case.OFFERED_IN_PART, type, String.join(", ", lacking)));
            } else {
                findings.add(
                        instead(Finding.of(Case.OFFERED_ELSEWHERE, type, String.join(", ", lacking)), zones, type));
            }
        }
        return findings;
    }

    /// The zones that some other of the types is offered in.
    private Set<String> others(String type, Map<String, Set<String>> zones) {
        return types.stream()
                .filter(other -> !other.equals(type))
                .flatMap(other -> zones.getOrDefault(other, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /// A type that is offered in all zones; else the subnets in whose zones this one is.
    private Finding instead(Finding finding, Map<String, Set<String>> zones, String type) {
        if (!type.equals(spec.compute().instanceType())) {
            var rest =
                    types.stream().skip(1).filter(other -> !other.equals(type)).toArray(String[]::new);
            return finding.with(Finding.Instead.of(Question.ALTERNATE_INSTANCE_TYPES, rest));
        }
        var places = places();
        var other = facts.standIns() instanceof Asked.Answered<List<InstanceType>>(var offered)
                ? StandIns.nearest(type, known(type), offered, spec.compute().architecture())
                : Optional.<String>empty();
        if (other.isPresent()) {
            return finding.with(Finding.Instead.of(Question.INSTANCE_TYPE, other.get()));
        }
        var fit = places.entrySet().stream()
                .filter(place -> zones.getOrDefault(type, Set.of()).contains(place.getKey()))
                .flatMap(place -> place.getValue().stream())
                .toList();
        return fit.isEmpty() ? finding : finding.with(new Finding.Instead(Question.SUBNETS, fit));
    }

    private List<Finding> vcpus() {
        return switch (facts.types()) {
            case Asked.Unanswered(var problem) ->
                List.of(Finding.unread(
                        Check.VCPUS, Question.INSTANCE_TYPE, spec.compute().instanceType(), problem));
            case Asked.Answered(var found) -> {
                var first = Sizes.of(spec);
                var findings = new ArrayList<Finding>();
                findings.addAll(vcpus(found, false, first.firstOnDemand(), first.onDemand()));
                findings.addAll(
                        vcpus(found, true, first.first() - first.firstOnDemand(), first.most() - first.onDemand()));
                yield findings.isEmpty()
                        ? List.of(Finding.of(
                                found.isEmpty() ? Case.VCPUS_OF_NO_TYPE : Case.VCPUS_UNLIMITED,
                                spec.compute().instanceType()))
                        : findings;
            }
        };
    }

    /// Of every quota that a type counts against: the largest of its types has to fit as often as there may be hosts.
    private List<Finding> vcpus(List<InstanceType> found, boolean isSpot, int first, int most) {
        if (most == 0) {
            return List.of();
        }
        var largest = new TreeMap<String, InstanceType>();
        for (var type : found) {
            VcpuQuota.code(type.name(), isSpot)
                    .ifPresent(code ->
                            largest.merge(code, type, (one, other) -> one.vcpus() < other.vcpus() ? other : one));
        }
        return largest.entrySet().stream()
                .map(entry -> vcpus(entry.getKey(), entry.getValue(), first, most))
                .toList();
    }

    private Finding vcpus(String code, InstanceType type, int first, int most) {
        var limit = Optional.ofNullable(facts.quotas().get(code)).orElseThrow();
        if (limit instanceof Asked.Unanswered<Integer>(var problem)) {
            return Finding.unread(Check.VCPUS, Question.INSTANCE_TYPE, code, problem);
        }
        if (facts.used() instanceof Asked.Unanswered<Map<String, Integer>>(var problem)) {
            return Finding.unread(Check.VCPUS, Question.INSTANCE_TYPE, code, problem);
        }
        var used =
                ((Asked.Answered<Map<String, Integer>>) facts.used()).answer().getOrDefault(code, 0);
        var free = Math.max(0, ((Asked.Answered<Integer>) limit).answer() - used);
        var fitting = free / Math.max(1, type.vcpus());
        var needed = Math.max(1, first) * type.vcpus();
        // how many of its own are among them is not known
        if (most > fitting && facts.own().isPresent()) {
            return Finding.of(Case.VCPUS_OF_CHANGE, code, type.name(), most * type.vcpus(), free, used, most);
        }
        if (needed > free) {
            var finding = Finding.of(Case.VCPUS_LACKING, code, type.name(), needed, free, used, Math.max(1, first));
            var least = Sizes.of(spec).firstQuestion();
            // where some are Spot a smaller number is not sure to do
            return fitting > 0
                            && (least == Question.CLUSTER_SIZE || Sizes.of(spec).isOfOneKind())
                    ? finding.with(Finding.Instead.of(least, String.valueOf(fitting)))
                    : finding;
        }
        if (most <= fitting) {
            return Finding.of(Case.VCPUS_ENOUGH, code, type.name(), most * type.vcpus(), free);
        }
        var finding = Finding.of(Case.VCPUS_FEW, code, type.name(), most * type.vcpus(), free, used, most);
        return largestMost()
                .map(number -> finding.with(Finding.Instead.of(Question.CLUSTER_MAX_SIZE, String.valueOf(number))))
                .orElse(finding);
    }

    /// The largest maximum that all quotas are enough for; nothing if the first hosts take as many.
    private Optional<Integer> largestMost() {
        var sizes = Sizes.of(spec);
        return IntStream.iterate(sizes.most() - 1, most -> most > sizes.first(), most -> most - 1)
                .filter(most -> sizes.isMost(most))
                .filter(this::fits)
                .boxed()
                .findFirst();
    }

    private boolean fits(int most) {
        var onDemand = Sizes.of(spec).onDemandOf(most);
        return fits(false, onDemand) && fits(true, most - onDemand);
    }

    private boolean fits(boolean isSpot, int hosts) {
        return hosts == 0
                || facts.types() instanceof Asked.Answered<List<InstanceType>>(var found)
                        && found.stream()
                                .allMatch(type -> VcpuQuota.code(type.name(), isSpot)
                                        .map(code -> hosts * type.vcpus() <= free(code))
                                        .orElse(true));
    }

    private int free(String code) {
        return facts.quotas().get(code) instanceof Asked.Answered<Integer>(var limit)
                        && facts.used() instanceof Asked.Answered<Map<String, Integer>>(var used)
                ? limit - used.getOrDefault(code, 0)
                : 0;
    }

    private Optional<InstanceType> known(String type) {
        return facts.types() instanceof Asked.Answered<List<InstanceType>>(var found)
                ? found.stream().filter(each -> each.name().equals(type)).findFirst()
                : Optional.empty();
    }
}
