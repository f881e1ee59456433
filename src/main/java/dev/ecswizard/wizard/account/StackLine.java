package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.StandingStack;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.ReadBack;
import java.util.Optional;
import java.util.Set;

/// A stack in the list of those that this app made, or that are of one of its recipes.
///
/// @param recipe what its tag says; nothing of one that was made without the app
public record StackLine(StandingStack standing, Optional<Recipe> recipe) {
    /// How the names of this app's change sets begin.
    private static final String CHANGE_SETS = "ecs-cluster-wizard-";

    /// The line of a stack that belongs into the list. Asks, and blocks, only about an empty stack of a change set.
    static Optional<StackLine> of(StandingStack standing, ChangeSets changeSets) {
        var stack = standing.stack();
        var recipe = Optional.ofNullable(stack.tags().get(Cluster.RECIPE_TAG)).flatMap(Recipe::ofKey);
        var isOurs = recipe.isPresent()
                || ReadBack.mayBeRecipe(
                        standing.description(), stack.parameters().keySet())
                || stack.status().isUnderReview()
                        && changeSets.pending(stack.id()).stream().anyMatch(StackLine::isOfTheApp);
        return isOurs ? Optional.of(new StackLine(standing, recipe)) : Optional.empty();
    }

    /// The name stands in the ARN of a change set behind the first slash.
    private static boolean isOfTheApp(String changeSet) {
        return changeSet.contains(":changeSet/" + CHANGE_SETS);
    }

    String id() {
        return standing.stack().id();
    }

    public String name() {
        return standing.stack().name();
    }

    public String status() {
        return standing.stack().status().name();
    }

    Set<StackAction> actions() {
        return StackAction.of(standing.stack().status());
    }
}
