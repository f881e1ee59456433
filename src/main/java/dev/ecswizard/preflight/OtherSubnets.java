package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Subnets of the VPC that were not chosen and would do: hosts reach ECS from them and find addresses there.
///
/// @param subnets those that are there, by id
record OtherSubnets(ClusterSpec spec, Map<String, Subnet> subnets, WayOut wayOut) {
    /// The ones with most free addresses first.
    private List<Subnet> all() {
        return subnets.values().stream()
                .filter(subnet -> !spec.network().subnets().contains(subnet.id()))
                .filter(subnet -> subnet.freeAddresses() > 0)
                .filter(subnet ->
                        wayOut.from(subnet, spec.network().assignPublicIp()).reach() == Reach.YES)
                .sorted(Comparator.comparingInt(Subnet::freeAddresses)
                        .reversed()
                        .thenComparing(Subnet::id))
                .toList();
    }

    /// The chosen ones that are good, and for each of the rest another one of its zone, if there is one. Where that is
    /// none at all, one a zone.
    List<String> inPlaceOf(Collection<String> good) {
        var others = all();
        var taken = new LinkedHashSet<String>();
        for (var id : spec.network().subnets()) {
            if (good.contains(id)) {
                taken.add(id);
            } else {
                var zone =
                        Optional.ofNullable(subnets.get(id)).map(Subnet::zone).orElse("");
                others.stream()
                        .filter(other -> other.zone().equals(zone) && !taken.contains(other.id()))
                        .findFirst()
                        .ifPresent(other -> taken.add(other.id()));
            }
        }
        if (taken.isEmpty()) {
            var zones = new HashSet<String>();
            others.stream().filter(other -> zones.add(other.zone())).forEach(other -> taken.add(other.id()));
        }
        return List.copyOf(taken);
    }

    /// The chosen ones with as many others as it takes for a number of hosts; none where all are not enough.
    List<String> enoughFor(int hosts) {
        var taken = new ArrayList<>(spec.network().subnets());
        var free = taken.stream()
                .mapToInt(id -> Optional.ofNullable(subnets.get(id))
                        .map(Subnet::freeAddresses)
                        .orElse(0))
                .sum();
        for (var other : all()) {
            if (free >= hosts) {
                break;
            }
            taken.add(other.id());
            free += other.freeAddresses();
        }
        return free >= hosts ? List.copyOf(taken) : List.of();
    }
}
