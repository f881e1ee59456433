package dev.ecswizard.cloud;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can be launched in one region.
public interface Catalog {
    /// The names of all instance types that the region offers.
    Set<String> typeNames();

    /// The names of the instance types that each of the given availability zones offers. A zone that offers none has an
    /// empty set. All zones are asked side by side.
    Map<String, Set<String>> offerings(Collection<String> zones);

    /// The facts of the named types, by name. Asked in batches of 100, side by side.
    List<InstanceType> instanceTypes(Collection<String> names);

    /// The names of the key pairs, sorted.
    List<String> keyPairs();
}
