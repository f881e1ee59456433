package dev.ecswizard.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where the production recipe's template gets the hosts' image from.
public enum ImageSource {
    /// A mapping in the template: the same image until somebody chooses another.
    PINNED,
    /// AWS's public SSM parameter, which is looked up anew at every update of the stack: whatever the update is about,
    /// it also replaces every host as soon as there is a newer image.
    SSM;

    /// The word that stands in a cluster file.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ImageSource> ofKey(String key) {
        return Arrays.stream(values())
                .filter(source -> source.key().equals(key))
                .findFirst();
    }
}
