package dev.ecswizard.template;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.InvalidSpec;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Scaling;
import dev.ecswizard.spec.Violation;
import dev.ecswizard.template.Written.Place;
import dev.ecswizard.template.Written.Scalar;
import dev.ecswizard.template.Written.Sequence;
import dev.ecswizard.template.Written.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys and values of one cluster file, and what they mean.
final class ClusterFileAnswers {
    private final Place end;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Written> values = new LinkedHashMap<>();

    ClusterFileAnswers(Table table) throws InvalidClusterFile {
        end = table.place();
        table.entries().forEach((key, value) -> {
            places.put(key.text(), key.place());
            values.put(key.text(), value);
        });
        // first of all: what a newer version calls a key is no mistake
        if (values.containsKey("version")) {
            checkVersion();
        }
        for (var key : table.entries().keySet()) {
            if (!ClusterFileKeys.all().contains(key.text())) {
                throw ClusterFileReader.refusal(
                        key.place(), "unknown", key.shown(), String.join(", ", ClusterFileKeys.all()));
            }
        }
    }

    ClusterSpec spec() throws InvalidClusterFile {
        var recipe = knownRecipe();
        if (recipe.isPresent()) {
            checkForeign(recipe.get());
        }
        var required = recipe.map(ClusterFileKeys::required).orElseGet(ClusterFileKeys::alwaysRequired);
        var missing = required.stream()
                .filter(key -> !values.containsKey(key) && !(key.equals("images") && isFromSsm()))
                .toList();
        if (!missing.isEmpty()) {
            throw ClusterFileReader.refusal(end, "missing", String.join(", ", missing), missing.size());
        }
        try {
            return new ClusterSpec(
                    required(Rule.REGION, "region"),
                    new Cluster(required(Rule.STACK_NAME, "stackName"), recipe(), texts("tags")),
                    new Network(
                            required(Rule.VPC_ID, "vpcId"),
                            list("subnets"),
                            required(Rule.SOURCE_SECURITY_GROUP, "sourceSecurityGroup"),
                            optional(Rule.ASSIGN_PUBLIC_IP, "assignPublicIp").map(Boolean::valueOf)),
                    compute(recipe()));
        } catch (InvalidSpec e) {
            throw refusal(e.violation());
        }
    }

    /// The template that the answers make.
    Template template() throws InvalidClusterFile {
        var spec = spec();
        try {
            return Template.of(spec);
        } catch (TemplateRefused e) {
            throw refusal(e, spec.compute().images().size());
        }
    }

    /// A template that is too large is so because of its images; of another fault no key of the file is the cause.
    InvalidClusterFile refusal(TemplateRefused refused, int images) {
        return refused.isTooLarge()
                ? ClusterFileReader.refusal(
                        places.getOrDefault("images", end), "tooLarge", images, refused.getMessage())
                : ClusterFileReader.refusalSaying(end, refused.getMessage());
    }

    private Compute compute(Recipe recipe) throws InvalidClusterFile {
        return new Compute(
                required(Rule.INSTANCE_TYPE, "instanceType"),
                Architecture.ofKey(required(Rule.ARCHITECTURE, "architecture")).orElseThrow(),
                switch (recipe) {
                    case CLASSIC, STANDARD ->
                        new Fleet.Fixed(
                                whole(Rule.CLUSTER_SIZE, "clusterSize"),
                                whole(Rule.CLUSTER_MAX_SIZE, "clusterMaxSize"));
                    case PRODUCTION -> new Fleet.Managed(scaling(), hosts(), operations());
                },
                optional(Rule.KEY_NAME, "keyName"),
                images());
    }

    private Scaling scaling() throws InvalidClusterFile {
        return new Scaling(
                whole(Rule.CLUSTER_MIN_SIZE, "clusterMinSize"),
                whole(Rule.SCALED_MAX_SIZE, "clusterMaxSize"),
                whole(Rule.TARGET_CAPACITY, "targetCapacity"),
                whole(Rule.ON_DEMAND_BASE_CAPACITY, "onDemandBaseCapacity"),
                whole(Rule.ON_DEMAND_PERCENTAGE, "onDemandPercentage"));
    }

    private Hosts hosts() throws InvalidClusterFile {
        return new Hosts(
                list("alternateInstanceTypes"),
                whole(Rule.ROOT_VOLUME_SIZE, "rootVolumeSize"),
                whole(Rule.MAX_INSTANCE_LIFETIME, "maxInstanceLifetime"),
                optional(Rule.IMAGE_SOURCE, "imageSource")
                        .flatMap(ImageSource::ofKey)
                        .orElse(ImageSource.PINNED));
    }

    private Operations operations() throws InvalidClusterFile {
        return new Operations(
                ContainerInsights.ofKey(required(Rule.CONTAINER_INSIGHTS, "containerInsights"))
                        .orElseThrow(),
                required(Rule.PROTECT_BUSY_INSTANCES, "protectBusyInstances").equals("ENABLED"),
                whole(Rule.LOG_RETENTION_DAYS, "logRetentionDays"));
    }

    private Map<String, String> images() throws InvalidClusterFile {
        if (!values.containsKey("images")) {
            return Map.of();
        }
        var images = texts("images");
        for (var region : images.keySet()) {
            if (Rule.REGION.check(region).isPresent()) {
                throw refusal(new Violation("images", region, Rule.REGION, List.of()));
            }
        }
        return images;
    }

    private void checkVersion() throws InvalidClusterFile {
        var written = values.get("version");
        if (!(written instanceof Scalar version)
                || version.quoted()
                || !version.text().matches("[1-9][0-9]*")) {
            throw ClusterFileReader.refusal(written.place(), "version", written.shown(), ClusterFile.VERSION);
        }
        if (!version.text().equals(String.valueOf(ClusterFile.VERSION))) {
            throw ClusterFileReader.refusal(written.place(), "newer", written.shown(), ClusterFile.VERSION);
        }
    }

    /// A key that only another recipe knows is refused before anything that is missing: it tells what was meant.
    private void checkForeign(Recipe recipe) throws InvalidClusterFile {
        var known = ClusterFileKeys.of(recipe);
        for (var key : places.entrySet()) {
            if (!known.contains(key.getKey())) {
                throw ClusterFileReader.refusal(key.getValue(), "foreign", key.getKey(), recipe.key());
            }
        }
    }

    private Optional<Recipe> knownRecipe() {
        return values.get("recipe") instanceof Scalar scalar ? Recipe.ofKey(scalar.text()) : Optional.empty();
    }

    private boolean isFromSsm() {
        return values.get("imageSource") instanceof Scalar scalar
                && ImageSource.ofKey(scalar.text()).equals(Optional.of(ImageSource.SSM));
    }

    private Recipe recipe() throws InvalidClusterFile {
        return Recipe.ofKey(required(Rule.RECIPE, "recipe")).orElseThrow();
    }

    private Optional<String> optional(Rule rule, String key) throws InvalidClusterFile {
        return values.containsKey(key) ? Optional.of(required(rule, key)) : Optional.empty();
    }

    private String required(Rule rule, String key) throws InvalidClusterFile {
        var value = text(key, values.get(key));
        var broken = rule.check(value);
        if (broken.isPresent()) {
            throw refusal(broken.get());
        }
        return value;
    }

    private int whole(Rule rule, String key) throws InvalidClusterFile {
        if (values.get(key) instanceof Scalar scalar
                && !scalar.quoted()
                && scalar.text().matches("-?[1-9][0-9]{0,8}|0")) {
            return Integer.parseInt(scalar.text());
        }
        throw refusal(rule.brokenBy(values.get(key).shown()));
    }

    private List<String> list(String key) throws InvalidClusterFile {
        if (!(values.get(key) instanceof Sequence sequence)) {
            throw ClusterFileReader.refusal(
                    values.get(key).place(), "list", key, values.get(key).shown());
        }
        var texts = new ArrayList<String>();
        for (var item : sequence.items()) {
            texts.add(text(key, item));
        }
        return texts;
    }

    private Map<String, String> texts(String key) throws InvalidClusterFile {
        if (!(values.get(key) instanceof Table table)) {
            throw ClusterFileReader.refusal(
                    values.get(key).place(), "table", key, values.get(key).shown());
        }
        var texts = new LinkedHashMap<String, String>();
        for (var entry : table.entries().entrySet()) {
            var name = text(key, entry.getKey());
            texts.put(name, text(inner(key, name), entry.getValue()));
        }
        return texts;
    }

    private static String text(String key, Written written) throws InvalidClusterFile {
        if (!(written instanceof Scalar scalar)) {
            throw ClusterFileReader.refusal(written.place(), "text", key, written.shown());
        }
        if (scalar.isNull()) {
            throw ClusterFileReader.refusal(written.place(), "nothing", key, written.shown());
        }
        return scalar.text();
    }

    private InvalidClusterFile refusal(Violation violation) {
        var spot = spot(violation);
        return ClusterFileReader.refusalSaying(
                spot.place(),
                TemplateRefused.sentence(
                        "clusterFile.rule", spot.key(), Written.printable(violation.value()), violation.sentence()));
    }

    /// Where the offending value stands, and under which key: within a list or a table the one item at fault.
    private Spot spot(Violation violation) {
        var key = violation.key();
        return switch (values.get(key)) {
            case Scalar scalar -> new Spot(key, scalar.place());
            case Sequence sequence ->
                sequence.items().reversed().stream()
                        .filter(item -> item.text().equals(violation.value()))
                        .findFirst()
                        .map(item -> new Spot(key, item.place()))
                        .orElse(new Spot(key, places.get(key)));
            case Table table ->
                table.entries().entrySet().stream()
                        .flatMap(entry -> spot(violation, entry.getKey(), entry.getValue()).stream())
                        .findFirst()
                        .orElse(new Spot(key, places.get(key)));
        };
    }

    private static Optional<Spot> spot(Violation violation, Scalar name, Written written) {
        var key = violation.key();
        return switch (violation.rule()) {
            case TAG_VALUE, IMAGE_ID ->
                written instanceof Scalar value && value.text().equals(violation.value())
                        ? Optional.of(new Spot(inner(key, name.text()), value.place()))
                        : Optional.empty();
            case TAG_KEY, TAG_KEY_RESERVED, TAG_KEY_CASE, REGION ->
                name.text().equals(violation.value()) ? Optional.of(new Spot(key, name.place())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String inner(String key, String name) {
        return key + "." + Written.printable(name);
    }

    private record Spot(String key, Place place) {}
}
