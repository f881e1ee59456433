package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.ui.Source;
import dev.ecswizard.wizard.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The facts of instance types, each asked for once: a type is the same in every region.
final class TypeFacts {
    private record Known(Cloud cloud, Map<String, InstanceType> facts) {}

    private Optional<Known> known = Optional.empty();

    /// The facts of all types that the place's region offers, by name.
    Source<Map<String, InstanceType>> ofRegion(Place place) {
        return place.reading("types", () -> of(place, place.catalog().typeNames()));
    }

    /// The facts of some types, by name. Blocks where one of them is not known yet.
    Map<String, InstanceType> of(Place place, Collection<String> names) {
        var facts = knownTo(place.cloud());
        var unknown = names.stream()
                .filter(name -> !facts.containsKey(name))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            place.catalog().instanceTypes(unknown).forEach(type -> facts.put(type.name(), type));
        }
        var wanted = new HashMap<>(facts);
        wanted.keySet().retainAll(Set.copyOf(names));
        return Map.copyOf(wanted);
    }

    private synchronized Map<String, InstanceType> knownTo(Cloud cloud) {
        if (known.filter(before -> before.cloud().equals(cloud)).isEmpty()) {
            known = Optional.of(new Known(cloud, new ConcurrentHashMap<>()));
        }
        return known.orElseThrow().facts();
    }
}
