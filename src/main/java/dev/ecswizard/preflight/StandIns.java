package dev.ecswizard.preflight;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which instance type comes closest to one that is not to be had.
final class StandIns {
    /// Series, generation and options (EC2 instance types guide, "Naming conventions").
    private static final Pattern FAMILY = Pattern.compile("([a-z]+)([0-9]+)([a-z0-9-]*)\\..*");

    private StandIns() {}

    /// Whether a type may be one, as far as its name tells.
    static boolean isCandidate(String name, ClusterSpec spec) {
        var architecture = spec.compute().architecture();
        return !Sizes.types(spec).contains(name)
                && Architecture.ofInstanceType(name).orElse(architecture) == architecture
                && VcpuQuota.isStandard(name)
                && (spec.cluster().recipe() != Recipe.CLASSIC || !TemplateChecks.isNewerThanLaunchConfigurations(name));
    }

    /// @param known the facts of the type that is wanted, if the region offers it at all
    /// @param offered the types to choose from
    static Optional<String> nearest(
            String wanted, Optional<InstanceType> known, Collection<InstanceType> offered, Architecture architecture) {
        return offered.stream()
                .filter(type ->
                        type.unsupported().isEmpty() && type.architecture().equals(Optional.of(architecture)))
                .min(Comparator.<InstanceType>comparingDouble(
                                type -> known.map(fact -> distance(fact, type)).orElse(0.0))
                        .thenComparing(type -> !part(type.name(), 1).equals(part(wanted, 1)))
                        .thenComparing(type -> known.filter(fact -> fact.burstable() != type.burstable())
                                .isPresent())
                        .thenComparing(type -> !type.currentGeneration())
                        .thenComparing(type -> Math.abs(generation(type.name()) - generation(wanted)))
                        .thenComparing(type -> !options(type.name()).equals(options(wanted)))
                        .thenComparing(InstanceType::name))
                .map(InstanceType::name);
    }

    /// How many times smaller or larger, in doublings of vCPUs and of memory.
    private static double distance(InstanceType one, InstanceType other) {
        return doublings(one.vcpus(), other.vcpus()) + doublings(one.memoryMib(), other.memoryMib());
    }

    private static double doublings(double one, double other) {
        return Math.abs(Math.log(Math.max(1, one) / Math.max(1, other)) / Math.log(2));
    }

    private static String part(String name, int group) {
        Matcher family = FAMILY.matcher(name);
        return family.matches() ? family.group(group) : "";
    }

    /// An i for Intel, which older names leave out, tells nothing.
    private static String options(String name) {
        return part(name, 3).replaceFirst("^i", "");
    }

    private static int generation(String name) {
        var number = part(name, 2);
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }
}
