package dev.ecswizard.template;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.InvalidSpec;
import dev.ecswizard.spec.Recipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What can be told of the choices behind a stack from what stands in it.
public sealed interface ReadBack {
    /// The choices make just this template, but for defaults of parameters that the stack gives other values to.
    record Same(ClusterSpec spec) implements ReadBack {}

    /// It is one of the recipes, but somebody has changed the template. What the choices make has not those changes.
    ///
    /// @param places where it differs, such as `Resources.Cluster.Properties`, by name; at least one
    record Altered(ClusterSpec spec, List<String> places) implements ReadBack {
        public Altered {
            places = List.copyOf(places);
        }
    }

    /// It is none of the recipes, or not any more.
    ///
    /// @param why a sentence for a person
    record Foreign(String why) implements ReadBack {}

    /// A stack as it stands.
    ///
    /// @param template the body, YAML or JSON
    /// @param parameters the values that it has; of one that is missing here the template's default is taken
    /// @param tags in no order
    record Standing(
            String region,
            String stackName,
            String template,
            Map<String, String> parameters,
            Map<String, String> tags) {
        public Standing {
            parameters = Map.copyOf(parameters);
            tags = Map.copyOf(tags);
        }
    }

    /// Reads the choices back. Images come back only where the template holds them, tags in the order of their keys.
    /// Blocks no longer than `architectures`.
    ///
    /// @param architectures the processors of an instance type whose name does not tell them
    static ReadBack of(Standing standing, Function<String, Optional<Architecture>> architectures) {
        var tree = StandingTree.parse(standing.template());
        if (tree.isEmpty()) {
            return foreign("template");
        }
        var recipe = recipe(tree.get());
        if (recipe.isEmpty()) {
            return foreign("recipe");
        }
        try {
            var spec = new StandingAnswers(standing, tree.get(), recipe.get(), architectures).spec();
            var own = StandingTree.parse(Template.of(spec).yaml()).orElseThrow();
            var lacking = lacking(tree.get(), own);
            return lacking.isPresent()
                    ? foreign("resource", lacking.get(), recipe.get().key())
                    : compared(spec, own, tree.get());
        } catch (StandingAnswers.Unanswered missing) {
            return foreign("parameter", missing.getMessage(), recipe.get().key());
        } catch (InvalidSpec invalid) {
            var broken = invalid.violation();
            return foreign("rule", broken.key(), Written.printable(broken.value()), broken.sentence());
        } catch (TemplateRefused refused) {
            return new Foreign(refused.getMessage());
        }
    }

    /// Whether it is worth reading, from what the list of stacks tells: the recipes' sentence about themselves and the
    /// parameters that all of them have.
    static boolean mayBeRecipe(String description, Set<String> parameters) {
        return (description.equals(ClusterTemplate.DESCRIPTION)
                        || description.startsWith(ProductionSections.DESCRIPTION))
                && parameters.containsAll(List.of(
                        Parameters.INSTANCE_TYPE,
                        Parameters.SUBNETS,
                        Parameters.VPC_ID,
                        Parameters.SOURCE_SECURITY_GROUP));
    }

    private static Foreign foreign(String key, Object... arguments) {
        return new Foreign(TemplateRefused.sentence("standing." + key, arguments));
    }

    private static ReadBack compared(ClusterSpec spec, Map<String, Object> own, Map<String, Object> theirs) {
        var places = StandingTree.differences(comparable(own), comparable(theirs));
        return places.isEmpty() ? new Same(spec) : new Altered(spec, places);
    }

    /// By what only that recipe has.
    private static Optional<Recipe> recipe(Map<String, Object> tree) {
        var types = StandingTree.table(tree, "Resources").values().stream()
                .flatMap(resource -> StandingTree.text(resource, "Type").stream())
                .toList();
        if (!types.contains("AWS::ECS::Cluster") || !types.contains("AWS::AutoScaling::AutoScalingGroup")) {
            return Optional.empty();
        }
        if (types.contains("AWS::ECS::CapacityProvider")) {
            return Optional.of(Recipe.PRODUCTION);
        }
        return types.contains("AWS::AutoScaling::LaunchConfiguration")
                ? Optional.of(Recipe.CLASSIC)
                : Optional.of(Recipe.STANDARD);
    }

    /// The first resource of the recipe that is not there under its name.
    private static Optional<String> lacking(Map<String, Object> theirs, Map<String, Object> own) {
        return StandingTree.table(own, "Resources").entrySet().stream()
                .filter(resource -> !StandingTree.text(resource.getValue(), "Type")
                        .equals(StandingTree.text(theirs, "Resources", resource.getKey(), "Type")))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Without what says nothing of the stack once it is there: defaults of parameters, and the sentence about the
    /// whole.
    private static Map<String, Object> comparable(Map<String, Object> tree) {
        var comparable = new LinkedHashMap<>(tree);
        comparable.remove("Description");
        var parameters = new LinkedHashMap<String, Object>();
        StandingTree.table(tree, "Parameters").keySet().forEach(name -> {
            var parameter = StandingTree.table(tree, "Parameters", name);
            parameter.remove("Default");
            parameters.put(name, parameter);
        });
        comparable.put("Parameters", parameters);
        return comparable;
    }
}
