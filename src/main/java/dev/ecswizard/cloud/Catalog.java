package dev.ecswizard.cloud;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can be launched in one region.
public interface Catalog {
    /// The names of the instance types that the region and each of the given availability zones offer. Asked side by
    /// side.
    ///
    /// @param zones at least one
    Offerings offerings(Collection<String> zones);

    /// The facts of the named types, by name. Asked in batches of 100, side by side.
    List<InstanceType> instanceTypes(Collection<String> names);

    /// The names of the key pairs, sorted.
    List<String> keyPairs();

    /// Which instance types are offered where, by name.
    ///
    /// @param region what the region offers, in whatever zone
    /// @param zones what each zone that was asked about offers; a zone that offers none has an empty set
    record Offerings(Set<String> region, Map<String, Set<String>> zones) {
        public Offerings {
            region = Set.copyOf(region);
            zones = Map.copyOf(zones);
        }
    }
}
