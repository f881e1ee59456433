package dev.ecswizard.template;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Scaling;
import dev.ecswizard.template.ReadBack.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The answers that the values of a stack's parameters, its mapping and its tags give, taking it for one of a recipe.
final class StandingAnswers {
    /// A parameter says nothing that can be an answer; the message is its name.
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(String parameter) {
            super(parameter);
        }
    }

    private final Standing standing;
    private final Map<String, Object> tree;
    private final Recipe recipe;
    private final Function<String, Optional<Architecture>> architectures;

    StandingAnswers(
            Standing standing,
            Map<String, Object> tree,
            Recipe recipe,
            Function<String, Optional<Architecture>> architectures) {
        this.standing = standing;
        this.tree = tree;
        this.recipe = recipe;
        this.architectures = architectures;
    }

    /// @throws Unanswered if a parameter is missing or says nothing that can be meant
    /// @throws dev.ecswizard.spec.InvalidSpec if an answer breaks a rule
    ClusterSpec spec() {
        var type = value(Parameters.INSTANCE_TYPE);
        return new ClusterSpec(
                standing.region(),
                new Cluster(standing.stackName(), recipe, tags()),
                new Network(
                        value(Parameters.VPC_ID),
                        Arrays.stream(value(Parameters.SUBNETS).split(","))
                                .map(String::strip)
                                .toList(),
                        value(Parameters.SOURCE_SECURITY_GROUP),
                        given(Parameters.ASSIGN_PUBLIC_IP).map(Boolean::valueOf)),
                new Compute(
                        type,
                        architecture(type),
                        fleet(),
                        given(Parameters.KEY_NAME).filter(name -> !name.isEmpty()),
                        images()));
    }

    private Map<String, String> tags() {
        var tags = new TreeMap<String, String>();
        standing.tags().forEach((key, value) -> {
            if (!key.equalsIgnoreCase(Cluster.RECIPE_TAG)
                    && !key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                tags.put(key, value);
            }
        });
        return tags;
    }

    private Fleet fleet() {
        return switch (recipe) {
            case CLASSIC, STANDARD ->
                new Fleet.Fixed(number(Parameters.CLUSTER_SIZE), number(Parameters.CLUSTER_MAX_SIZE));
            case PRODUCTION ->
                new Fleet.Managed(
                        new Scaling(
                                number(ProductionParameters.CLUSTER_MIN_SIZE),
                                number(Parameters.CLUSTER_MAX_SIZE),
                                number(ProductionParameters.TARGET_CAPACITY),
                                number(ProductionParameters.ON_DEMAND_BASE),
                                number(ProductionParameters.ON_DEMAND_PERCENTAGE)),
                        new Hosts(
                                alternates(),
                                number(ProductionParameters.ROOT_VOLUME_SIZE),
                                number(ProductionParameters.MAX_LIFETIME),
                                isFromSsm() ? ImageSource.SSM : ImageSource.PINNED),
                        new Operations(
                                ContainerInsights.ofKey(value(ProductionParameters.CONTAINER_INSIGHTS))
                                        .orElseThrow(() -> new Unanswered(ProductionParameters.CONTAINER_INSIGHTS)),
                                value(ProductionParameters.PROTECT_BUSY).equals(ProductionParameters.ENABLED),
                                number(ProductionParameters.LOG_RETENTION)));
        };
    }

    private List<String> alternates() {
        var alternates = new ArrayList<String>();
        for (var index = 0; index < Hosts.MAX_ALTERNATES; index++) {
            given(ProductionParameters.alternate(index)).ifPresent(alternates::add);
        }
        return alternates;
    }

    private boolean isFromSsm() {
        return given(ProductionParameters.IMAGE).isPresent();
    }

    /// What the image is for; else what the type's name, or at last EC2, tells.
    private Architecture architecture(String type) {
        return given(ProductionParameters.IMAGE)
                .flatMap(path -> Arrays.stream(Architecture.values())
                        .filter(each ->
                                ProductionParameters.imageParameter(each).equals(path))
                        .findFirst())
                .or(() -> Architecture.ofInstanceType(type))
                .or(() -> architectures.apply(type))
                .orElseThrow(() -> new Unanswered(Parameters.INSTANCE_TYPE));
    }

    private Map<String, String> images() {
        var images = new TreeMap<String, String>();
        StandingTree.table(tree, "Mappings", ClusterTemplate.IMAGE_MAP)
                .forEach((region, row) -> StandingTree.text(row, ClusterTemplate.IMAGE_KEY)
                        .ifPresent(image -> images.put(region, image)));
        return images;
    }

    private int number(String parameter) {
        try {
            return Integer.parseInt(value(parameter).strip());
        } catch (NumberFormatException _) {
            throw new Unanswered(parameter);
        }
    }

    private String value(String parameter) {
        return given(parameter).orElseThrow(() -> new Unanswered(parameter));
    }

    /// Of a parameter that the template declares.
    private Optional<String> given(String parameter) {
        return StandingTree.at(tree, "Parameters", parameter)
                .flatMap(declared -> Optional.ofNullable(standing.parameters().get(parameter))
                        .or(() -> StandingTree.text(declared, "Default")));
    }
}
