package dev.ecswizard.cloud;

import dev.ecswizard.spec.Architecture;
import java.util.Optional;
import java.util.Set;

/// An EC2 instance type.
///
/// @param memoryMib in mebibytes
/// @param architectures in EC2's words, such as x86_64, i386, arm64, arm64_mac
/// @param processor who makes its processors in EC2's words, such as Intel, AMD, AWS; empty where it does not say
/// @param networkPerformance in EC2's words, such as "Up to 5 Gigabit"
/// @param gpus how many; one that is shared with others counts as one
/// @param accelerator what other images it needs, if any
public record InstanceType(
        String name,
        int vcpus,
        long memoryMib,
        Set<String> architectures,
        String processor,
        String networkPerformance,
        int maxNetworkInterfaces,
        boolean currentGeneration,
        boolean burstable,
        boolean bareMetal,
        int gpus,
        Accelerator accelerator) {
    /// What a type has beside processors.
    public enum Accelerator {
        NONE,
        GPU,
        NEURON,
        OTHER
    }

    /// Why no ECS-optimized image of this product boots on a type.
    public enum Unsupported {
        /// The first Graviton does not run Amazon Linux 2023.
        FIRST_GRAVITON,
        MAC,
        GPU,
        NEURON,
        OTHER_ACCELERATOR,
        ARCHITECTURE
    }

    public InstanceType {
        architectures = Set.copyOf(architectures);
    }

    /// The family: what stands before the point.
    public String family() {
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }

    /// The size: what stands behind the point.
    public String size() {
        return name.substring(name.indexOf('.') + 1);
    }

    /// How many tasks of network mode awsvpc one instance has room for: each has an interface of its own, and the
    /// instance needs one itself. ENI trunking, a setting of the account, raises it (Amazon ECS developer guide,
    /// "Increasing Amazon ECS Linux container instance network interfaces").
    public int awsvpcTasks() {
        return Math.max(0, maxNetworkInterfaces - 1);
    }

    /// The architecture of the images that boot on it.
    public Optional<Architecture> architecture() {
        return Architecture.ofKey(Architecture.X86_64.key())
                .filter(x86 -> architectures.contains(x86.key()))
                .or(() ->
                        Architecture.ofKey(Architecture.ARM64.key()).filter(arm -> architectures.contains(arm.key())));
    }

    /// Why the type can not be used here, if it can not.
    public Optional<Unsupported> unsupported() {
        if (family().equals("a1")) {
            return Optional.of(Unsupported.FIRST_GRAVITON);
        }
        if (family().startsWith("mac")) {
            return Optional.of(Unsupported.MAC);
        }
        return switch (accelerator) {
            case GPU -> Optional.of(Unsupported.GPU);
            case NEURON -> Optional.of(Unsupported.NEURON);
            case OTHER -> Optional.of(Unsupported.OTHER_ACCELERATOR);
            case NONE -> architecture().isPresent() ? Optional.empty() : Optional.of(Unsupported.ARCHITECTURE);
        };
    }
}
