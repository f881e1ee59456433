package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.InstanceType.Unsupported;
import dev.ecswizard.spec.Architecture;
import java.util.List;

/// An instance type that can not be chosen here, and why.
record LeftOut(InstanceType type, Reason reason) {
    /// Why a type can not be chosen.
    sealed interface Reason {}

    /// No image of this product boots on it.
    record NotForUs(Unsupported why) implements Reason {}

    /// The region has no ECS-optimized image for its architecture.
    record NoImage(Architecture architecture) implements Reason {}

    /// Some of the chosen zones do not offer it.
    ///
    /// @param zones those that lack it
    record NotOffered(List<String> zones) implements Reason {
        NotOffered {
            zones = List.copyOf(zones);
        }
    }
}
