package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import java.util.List;
import java.util.function.Predicate;

/// What a type is or is not, with the words that a person may use for it.
enum Feature {
    ARM(type -> has(type, "arm64"), "arm", "arm64", "aarch64"),
    X86(type -> has(type, "x86_64"), "x86", "x86_64", "x86-64", "x64", "amd64"),
    GRAVITON(type -> has(type, "arm64") && type.processor().equals("AWS"), "graviton"),
    INTEL(type -> type.processor().equals("Intel"), "intel"),
    AMD(type -> type.processor().equals("AMD"), "amd"),
    BURSTABLE(InstanceType::burstable, "burstable"),
    BARE_METAL(InstanceType::bareMetal, "metal", "bare-metal", "baremetal"),
    GPU(type -> type.gpus() > 0, "gpu", "gpus"),
    CURRENT(InstanceType::currentGeneration, "current", "current-generation", "newer", "new", "latest"),
    PREVIOUS(type -> !type.currentGeneration(), "previous", "previous-generation", "older", "old");

    private final Predicate<InstanceType> test;
    private final List<String> words;

    Feature(Predicate<InstanceType> test, String... words) {
        this.test = test;
        this.words = List.of(words);
    }

    boolean isOf(InstanceType type) {
        return test.test(type);
    }

    /// In lower case.
    List<String> words() {
        return words;
    }

    private static boolean has(InstanceType type, String architecture) {
        return type.architectures().stream().anyMatch(each -> each.startsWith(architecture));
    }
}
