package dev.ecswizard.spec;

import java.util.Arrays;
import java.util.Optional;

/// Processor architecture of an instance type and of the images it boots, in EC2's own words.
public enum Architecture {
    X86_64("x86_64"),
    ARM64("arm64");

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
}
