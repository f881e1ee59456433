package dev.ecswizard.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What CloudWatch Container Insights gathers of a cluster.
public enum ContainerInsights {
    /// Metrics down to the single container.
    ENHANCED,
    /// Metrics of the cluster, its services and tasks.
    ENABLED,
    DISABLED;

    /// ECS's own word, and the one in a cluster file.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ContainerInsights> ofKey(String key) {
        return Arrays.stream(values()).filter(level -> level.key().equals(key)).findFirst();
    }
}
