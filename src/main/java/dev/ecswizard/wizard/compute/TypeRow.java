package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// An instance type of the region and how it stands in the chosen zones.
///
/// @param order its place among all types of the region, in the order of [TypeOrder]
/// @param architecture that of the images that boot on it, else EC2's words
/// @param gigabits what its network's performance amounts to; nothing where EC2 gives no figure
/// @param zones how many of the chosen zones offer it
/// @param of how many zones are chosen
/// @param reason why it can not be chosen, if it can not
record TypeRow(
        InstanceType type,
        int order,
        String architecture,
        double gigabits,
        int zones,
        int of,
        Optional<LeftOut.Reason> reason) {
    /// @param lacking the chosen zones that do not offer it
    static TypeRow of(InstanceType type, int order, List<String> lacking, int of, Optional<LeftOut.Reason> reason) {
        return new TypeRow(
                type,
                order,
                type.architecture()
                        .map(Architecture::key)
                        .orElseGet(() -> String.join(", ", new TreeSet<>(type.architectures()))),
                Quantity.NETWORK.of(type),
                of - lacking.size(),
                of,
                reason);
    }

    boolean isUsable() {
        return reason.isEmpty();
    }
}
