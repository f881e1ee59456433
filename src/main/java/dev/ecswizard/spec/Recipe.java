package dev.ecswizard.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which of the three shapes of cluster the template describes.
public enum Recipe {
    /// Launch configuration and `sysvinit`, as the product's founding document has it.
    CLASSIC,
    /// The same architecture on a launch template and Amazon Linux 2023.
    STANDARD,
    /// Capacity provider, several instance types, Spot.
    PRODUCTION;

    /// The word that stands in a cluster file.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Recipe> ofKey(String key) {
        return Arrays.stream(values())
                .filter(recipe -> recipe.key().equals(key))
                .findFirst();
    }

    /// The name that the template gives to the hosts' IAM role, if it gives one. IAM is global, so that only a name
    /// with the region in it lets the same stack name stand in two regions.
    public Optional<String> roleName(String stackName, String region) {
        return switch (this) {
            case CLASSIC -> Optional.of("ecs-" + stackName);
            case STANDARD -> Optional.of("ecs-" + stackName + "-" + region);
            case PRODUCTION -> Optional.empty();
        };
    }

    /// The name that the template gives to the capacity provider, if it has one. ECS refuses names that begin
    /// with aws, ecs or fargate and those of more than 255 characters (ECS API reference, CreateCapacityProvider);
    /// no name of a stack makes this one such.
    public Optional<String> capacityProvider(String stackName) {
        return switch (this) {
            case CLASSIC, STANDARD -> Optional.empty();
            case PRODUCTION -> Optional.of("cp-" + stackName);
        };
    }
}
