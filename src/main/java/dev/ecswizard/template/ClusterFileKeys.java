package dev.ecswizard.template;

import dev.ecswizard.spec.Recipe;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The keys of a cluster file: their order, the recipes that know them, and which may be left out.
final class ClusterFileKeys {
    /// A key.
    ///
    /// @param recipes those that know it
    /// @param isOptional whether it may be left out
    private record Key(String name, Set<Recipe> recipes, boolean isOptional) {}

    private static final Set<Recipe> ALL = EnumSet.allOf(Recipe.class);
    private static final Set<Recipe> FIXED = EnumSet.of(Recipe.CLASSIC, Recipe.STANDARD);
    private static final Set<Recipe> MANAGED = EnumSet.of(Recipe.PRODUCTION);

    private static final List<Key> KEYS = List.of(
            new Key("version", ALL, false),
            new Key("stackName", ALL, false),
            new Key("recipe", ALL, false),
            new Key("region", ALL, false),
            new Key("vpcId", ALL, false),
            new Key("subnets", ALL, false),
            new Key("sourceSecurityGroup", ALL, false),
            new Key("assignPublicIp", EnumSet.of(Recipe.STANDARD, Recipe.PRODUCTION), true),
            new Key("instanceType", ALL, false),
            new Key("alternateInstanceTypes", MANAGED, false),
            new Key("architecture", ALL, false),
            new Key("clusterSize", FIXED, false),
            new Key("clusterMinSize", MANAGED, false),
            new Key("clusterMaxSize", ALL, false),
            new Key("targetCapacity", MANAGED, false),
            new Key("onDemandBaseCapacity", MANAGED, false),
            new Key("onDemandPercentage", MANAGED, false),
            new Key("rootVolumeSize", MANAGED, false),
            new Key("maxInstanceLifetime", MANAGED, false),
            new Key("keyName", ALL, true),
            new Key("containerInsights", MANAGED, false),
            new Key("protectBusyInstances", MANAGED, false),
            new Key("logRetentionDays", MANAGED, false),
            new Key("imageSource", MANAGED, true),
            new Key("images", ALL, false),
            new Key("tags", ALL, false));

    private ClusterFileKeys() {}

    /// Those that some recipe knows, in the order of the file.
    static List<String> all() {
        return KEYS.stream().map(Key::name).toList();
    }

    static List<String> of(Recipe recipe) {
        return keys(recipe).map(Key::name).toList();
    }

    /// Those that may not be left out.
    static List<String> required(Recipe recipe) {
        return keys(recipe).filter(key -> !key.isOptional()).map(Key::name).toList();
    }

    /// Those that no recipe goes without.
    static List<String> alwaysRequired() {
        return KEYS.stream()
                .filter(key -> key.recipes().equals(ALL) && !key.isOptional())
                .map(Key::name)
                .toList();
    }

    private static Stream<Key> keys(Recipe recipe) {
        return KEYS.stream().filter(key -> key.recipes().contains(recipe));
    }
}
