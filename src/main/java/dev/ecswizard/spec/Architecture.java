package dev.ecswizard.spec;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Processor architecture of an instance type and of the images it boots, in EC2's own words.
public enum Architecture {
    X86_64("x86_64"),
    ARM64("arm64");

    /// Behind the generation stands the processor: `g` for Graviton, `a` for AMD, `i` for Intel (EC2 instance types
    /// guide, "Naming conventions"). a1 is older than the convention.
    private static final Pattern GRAVITON = Pattern.compile("(a1|[a-z]+[0-9]+g[a-z0-9-]*)\\..*");

    /// Up to the fifth generation no letter stands for Intel. Of families that take images of their own (GPU, Neuron,
    /// Mac) nothing is said: some of those without a letter have Arm processors.
    private static final Pattern INTEL_OR_AMD =
            Pattern.compile("([a-z]+[0-9]+[ai][a-z0-9-]*|[cdhimrtxz][1-5][a-z]*)\\..*");

    private final String key;

    Architecture(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Architecture> ofKey(String key) {
        return Arrays.stream(values())
                .filter(architecture -> architecture.key.equals(key))
                .findFirst();
    }

    /// The architecture that an instance type's name tells. Of a name that tells none only EC2 knows more.
    public static Optional<Architecture> ofInstanceType(String name) {
        if (GRAVITON.matcher(name).matches()) {
            return Optional.of(ARM64);
        }
        return INTEL_OR_AMD.matcher(name).matches() ? Optional.of(X86_64) : Optional.empty();
    }
}
