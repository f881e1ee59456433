package dev.ecswizard.spec;

import java.util.Optional;

/// Everything that was chosen: the one value from which the template is made.
public record ClusterSpec(String region, Cluster cluster, Network network, Compute compute) {
    private static final int MAX_ROLE_NAME = 64;

    public ClusterSpec {
        Rule.REGION.require(region);
        checkRoleName(cluster.stackName(), cluster.recipe(), region).ifPresent(Rule::refuse);
        var isManaged = compute.fleet() instanceof Fleet.Managed;
        if (isManaged != (cluster.recipe() == Recipe.PRODUCTION)) {
            Rule.refuse(Rule.FLEET_OF_RECIPE.brokenBy(cluster.recipe().key()));
        }
        network.assignPublicIp()
                .filter(_ -> cluster.recipe() == Recipe.CLASSIC)
                .map(Rule.ASSIGN_PUBLIC_IP_IN_CLASSIC::brokenBy)
                .ifPresent(Rule::refuse);
        if (compute.imageSource() == ImageSource.PINNED && !compute.images().containsKey(region)) {
            Rule.refuse(Rule.IMAGES_LACK_REGION.brokenBy(compute.images().keySet(), region));
        }
    }

    /// Whether the role that the recipe names after the stack fits the 64 characters of IAM.
    public static Optional<Violation> checkRoleName(String stackName, Recipe recipe, String region) {
        return recipe.roleName(stackName, region)
                .filter(roleName -> roleName.length() > MAX_ROLE_NAME)
                .map(roleName -> Rule.ROLE_NAME.brokenBy(
                        stackName,
                        roleName,
                        roleName.length(),
                        stackName.length() - roleName.length() + MAX_ROLE_NAME));
    }
}
