package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The instance types of a region parted into those that can be chosen in the given zones and the rest.
///
/// @param usable in the order of the facts
/// @param leftOut in the same order
record Types(List<InstanceType> usable, List<LeftOut> leftOut) {
    Types {
        usable = List.copyOf(usable);
        leftOut = List.copyOf(leftOut);
    }

    /// @param offered names of types by chosen zone
    /// @param facts of every type that the region offers
    /// @param withImage the architectures for which the region has an image
    static Types of(Map<String, Set<String>> offered, List<InstanceType> facts, Set<Architecture> withImage) {
        var usable = new ArrayList<InstanceType>();
        var leftOut = new ArrayList<LeftOut>();
        facts.forEach(type -> reason(type, offered, withImage)
                .ifPresentOrElse(reason -> leftOut.add(new LeftOut(type, reason)), () -> usable.add(type)));
        return new Types(usable, leftOut);
    }

    Optional<InstanceType> find(String name) {
        return usable.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    Optional<LeftOut> findLeftOut(String name) {
        return leftOut.stream().filter(each -> each.type().name().equals(name)).findFirst();
    }

    private static Optional<LeftOut.Reason> reason(
            InstanceType type, Map<String, Set<String>> offered, Set<Architecture> withImage) {
        var unsupported = type.unsupported();
        if (unsupported.isPresent()) {
            return Optional.of(new LeftOut.NotForUs(unsupported.get()));
        }
        var lacking = offered.entrySet().stream()
                .filter(zone -> !zone.getValue().contains(type.name()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!lacking.isEmpty()) {
            return Optional.of(new LeftOut.NotOffered(lacking));
        }
        var architecture = type.architecture().orElseThrow();
        return withImage.contains(architecture) ? Optional.empty() : Optional.of(new LeftOut.NoImage(architecture));
    }
}
