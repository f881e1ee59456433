package dev.ecswizard.spec;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Processor architecture of an instance type and of the images it boots, in EC2's own words.
public enum Architecture {
    X86_64("x86_64"),
    ARM64("arm64");

    /// A `g` behind the generation stands for Graviton (EC2 instance types guide, "Naming conventions"); a1 is older
    /// than the convention.
    private static final Pattern GRAVITON = Pattern.compile("(a1|[a-z]+[0-9]+g[a-z0-9-]*)\\..*");

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

    /// The architecture that an instance type's name tells.
    public static Architecture ofInstanceType(String name) {
        return GRAVITON.matcher(name).matches() ? ARM64 : X86_64;
    }
}
