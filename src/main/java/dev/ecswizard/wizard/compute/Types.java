package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The instance types of a region: which of them can be chosen in the given zones, and why the rest can not.
final class Types {
    private final List<TypeRow> rows;
    private final Map<String, TypeRow> byName;

    private Types(List<TypeRow> rows) {
        this.rows = List.copyOf(rows);
        byName = rows.stream().collect(Collectors.toMap(row -> row.type().name(), Function.identity()));
    }

    /// @param offered names of types by chosen zone
    /// @param facts of every type that the region offers, in the order of [TypeOrder]
    /// @param withImage the architectures for which the region has an image
    static Types of(Map<String, Set<String>> offered, List<InstanceType> facts, Set<Architecture> withImage) {
        var rows = new ArrayList<TypeRow>();
        for (var type : facts) {
            var lacking = offered.entrySet().stream()
                    .filter(zone -> !zone.getValue().contains(type.name()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            rows.add(TypeRow.of(type, rows.size(), lacking, offered.size(), reason(type, lacking, withImage)));
        }
        return new Types(rows);
    }

    /// All of them, in the order of [TypeOrder].
    List<TypeRow> rows() {
        return rows;
    }

    /// The names of all of them.
    Set<String> names() {
        return byName.keySet();
    }

    /// Those that can be chosen.
    List<InstanceType> usable() {
        return rows.stream().filter(TypeRow::isUsable).map(TypeRow::type).toList();
    }

    /// One that can be chosen.
    Optional<InstanceType> find(String name) {
        return row(name).filter(TypeRow::isUsable).map(TypeRow::type);
    }

    Optional<TypeRow> row(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// One that can not be chosen.
    Optional<LeftOut> findLeftOut(String name) {
        return row(name).flatMap(row -> row.reason().map(reason -> new LeftOut(row.type(), reason)));
    }

    /// @param lacking the chosen zones that do not offer it
    private static Optional<LeftOut.Reason> reason(
            InstanceType type, List<String> lacking, Set<Architecture> withImage) {
        var unsupported = type.unsupported();
        if (unsupported.isPresent()) {
            return Optional.of(new LeftOut.NotForUs(unsupported.get()));
        }
        if (!lacking.isEmpty()) {
            return Optional.of(new LeftOut.NotOffered(lacking));
        }
        var architecture = type.architecture().orElseThrow();
        return withImage.contains(architecture) ? Optional.empty() : Optional.of(new LeftOut.NoImage(architecture));
    }
}
