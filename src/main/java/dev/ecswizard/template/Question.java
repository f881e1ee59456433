package dev.ecswizard.template;

import dev.ecswizard.spec.Recipe;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A question that the wizard asks, by the key of its answer in a cluster file; in the order of that file.
public enum Question {
    STACK_NAME("stackName"),
    RECIPE("recipe"),
    REGION("region"),
    VPC_ID("vpcId"),
    SUBNETS("subnets"),
    SOURCE_SECURITY_GROUP("sourceSecurityGroup"),
    ASSIGN_PUBLIC_IP("assignPublicIp", Recipe.STANDARD, Recipe.PRODUCTION),
    INSTANCE_TYPE("instanceType"),
    ALTERNATE_INSTANCE_TYPES("alternateInstanceTypes", Recipe.PRODUCTION),
    ARCHITECTURE("architecture"),
    CLUSTER_SIZE("clusterSize", Recipe.CLASSIC, Recipe.STANDARD),
    CLUSTER_MIN_SIZE("clusterMinSize", Recipe.PRODUCTION),
    CLUSTER_MAX_SIZE("clusterMaxSize"),
    TARGET_CAPACITY("targetCapacity", Recipe.PRODUCTION),
    ON_DEMAND_BASE_CAPACITY("onDemandBaseCapacity", Recipe.PRODUCTION),
    ON_DEMAND_PERCENTAGE("onDemandPercentage", Recipe.PRODUCTION),
    ROOT_VOLUME_SIZE("rootVolumeSize", Recipe.PRODUCTION),
    MAX_INSTANCE_LIFETIME("maxInstanceLifetime", Recipe.PRODUCTION),
    KEY_NAME("keyName"),
    CONTAINER_INSIGHTS("containerInsights", Recipe.PRODUCTION),
    PROTECT_BUSY_INSTANCES("protectBusyInstances", Recipe.PRODUCTION),
    LOG_RETENTION_DAYS("logRetentionDays", Recipe.PRODUCTION),
    IMAGE_SOURCE("imageSource", Recipe.PRODUCTION),
    IMAGES("images"),
    TAGS("tags");

    private final String key;
    private final Set<Recipe> recipes;

    Question(String key, Recipe... recipes) {
        this.key = key;
        this.recipes = recipes.length == 0 ? EnumSet.allOf(Recipe.class) : EnumSet.copyOf(Arrays.asList(recipes));
    }

    /// The answer's key in a cluster file, and the name of its component in the spec.
    public String key() {
        return key;
    }

    /// Whether a recipe leaves the answer to the person.
    public boolean isAskedIn(Recipe recipe) {
        return recipes.contains(recipe);
    }

    public static Optional<Question> ofKey(String key) {
        return Arrays.stream(values())
                .filter(question -> question.key.equals(key))
                .findFirst();
    }
}
