package dev.ecswizard.sandbox.world;

import java.util.List;

/// A region of the partition, as the account sees it.
///
/// @param optIn opt-in-not-required, opted-in or not-opted-in
/// @param zones empty where the account may not look
public record Region(String name, String optIn, List<Zone> zones) {
    /// An availability zone. Its id is the same for every account, its name is not.
    public record Zone(String name, String id) {}

    public Region {
        zones = List.copyOf(zones);
    }

    /// Zones away from the region's data centres that the account has opted into: Los Angeles, and no other.
    public List<Zone> localZones() {
        return name.equals("us-west-2") ? List.of(new Zone("us-west-2-lax-1a", "usw2-lax1-az1")) : List.of();
    }

    public boolean enabled() {
        return !optIn.equals("not-opted-in");
    }

    static List<Region> all() {
        return Figures.table("regions.tsv.gz").stream()
                .map(row -> new Region(
                        row.get(0),
                        row.get(1),
                        row.stream()
                                .skip(2)
                                .map(pair -> new Zone(
                                        pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)))
                                .toList()))
                .toList();
    }
}
