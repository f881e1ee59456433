package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Reach;
import dev.ecswizard.preflight.Way;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The subnets to begin with: one in each of three zones, from where hosts reach ECS for certain, private ones before
/// public ones. Zones beyond the third are left out, since some of a region's zones lack most instance types.
final class Preselection {
    private static final int ZONES = 3;

    private Preselection() {}

    static List<String> of(List<SubnetLine> lines) {
        var best = new TreeMap<String, SubnetLine>();
        for (var line : lines) {
            if (isFit(line)) {
                best.merge(
                        zone(line),
                        line,
                        (one, other) -> Comparator.comparing(Preselection::rank)
                                                .thenComparing(Preselection::free, Comparator.reverseOrder())
                                                .compare(one, other)
                                        <= 0
                                ? one
                                : other);
            }
        }
        return best.values().stream().limit(ZONES).map(SubnetLine::id).toList();
    }

    private static boolean isFit(SubnetLine line) {
        return reaches(line.way()) && free(line) > 0 && line.markers().stream().noneMatch(Marker::isOutside);
    }

    private static boolean reaches(Optional<Way> way) {
        return way.filter(known -> known.reach() == Reach.YES).isPresent();
    }

    private static int rank(SubnetLine line) {
        var way = line.way().orElseThrow();
        return switch (way.exit()) {
            case NAT_GATEWAY -> 0;
            case ENDPOINTS, BEYOND, NONE -> way.missing().isEmpty() ? 1 : 3;
            case INTERNET_GATEWAY -> 2;
        };
    }

    private static String zone(SubnetLine line) {
        return line.facts().map(Subnet::zone).orElseThrow();
    }

    private static int free(SubnetLine line) {
        return line.facts().map(Subnet::freeAddresses).orElse(0);
    }
}
