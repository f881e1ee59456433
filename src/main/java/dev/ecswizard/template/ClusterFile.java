package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.InvalidSpec;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Violation;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Whole;
import dev.ecswizard.template.Written.Place;
import dev.ecswizard.template.Written.Scalar;
import dev.ecswizard.template.Written.Sequence;
import dev.ecswizard.template.Written.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A saved cluster file: YAML with the keys of [#KEYS], from which the wizard fills in every answer.
///
/// A value is the text as it is written. Where a YAML reader would see a number or a truth value (`keyName: 0123`,
/// `team: yes`) the text is meant: `0123`, `yes`. Only a null (`~`, `null`, nothing) is no text, and refused.
public final class ClusterFile {
    /// The version that is written, and the newest that is read.
    public static final int VERSION = 1;

    /// No cluster file comes near it: with every region and 49 tags it has about 30 KiB.
    public static final int MAX_BYTES = 1 << 20;

    static final List<String> KEYS = List.of(
            "version",
            "stackName",
            "recipe",
            "region",
            "vpcId",
            "subnets",
            "sourceSecurityGroup",
            "instanceType",
            "architecture",
            "clusterSize",
            "clusterMaxSize",
            "keyName",
            "images",
            "tags");

    private final Place end;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Written> values = new LinkedHashMap<>();

    private ClusterFile(Table table) {
        end = table.place();
        table.entries().forEach((key, value) -> {
            places.put(key.text(), key.place());
            values.put(key.text(), value);
        });
    }

    /// Reads a cluster file. Blocks on the disk only.
    ///
    /// @throws InvalidClusterFile if the file is not one, saying where and why
    /// @throws IOException if it can not be read
    public static ClusterSpec read(Path file) throws IOException, InvalidClusterFile {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        return parse(bytes);
    }

    /// The choices that a cluster file's bytes hold.
    ///
    /// @throws InvalidClusterFile if they are not a cluster file, saying where and why
    public static ClusterSpec parse(byte[] bytes) throws InvalidClusterFile {
        if (bytes.length > MAX_BYTES) {
            throw ClusterFileReader.refusal(new Place(1, 1), "huge", MAX_BYTES);
        }
        var table = ClusterFileReader.read(text(bytes));
        var file = new ClusterFile(table);
        for (var key : table.entries().keySet()) {
            if (!KEYS.contains(key.text())) {
                throw ClusterFileReader.refusal(key.place(), "unknown", key.shown(), String.join(", ", KEYS));
            }
        }
        return file.spec();
    }

    /// The cluster file's text: what [#parse] reads back without loss.
    public static String write(ClusterSpec spec) {
        var cluster = spec.cluster();
        var network = spec.network();
        var compute = spec.compute();
        var entries = new ArrayList<Entry>();
        entries.add(entry("version", new Whole(VERSION)));
        entries.add(entry("stackName", cluster.stackName()));
        entries.add(entry("recipe", cluster.recipe().key()));
        entries.add(entry("region", spec.region()));
        entries.add(entry("vpcId", network.vpcId()));
        entries.add(entry(
                "subnets",
                new Items(network.subnets().stream().<Node>map(Node::text).toList())));
        entries.add(entry("sourceSecurityGroup", network.sourceSecurityGroup()));
        entries.add(entry("instanceType", compute.instanceType()));
        entries.add(entry("architecture", compute.architecture().key()));
        entries.add(entry("clusterSize", new Whole(compute.clusterSize())));
        entries.add(entry("clusterMaxSize", new Whole(compute.clusterMaxSize())));
        compute.keyName().ifPresent(keyName -> entries.add(entry("keyName", keyName)));
        entries.add(entry("images", table(compute.images())));
        entries.add(entry("tags", table(cluster.tags())));
        return YamlText.of(new Mapping(entries, false));
    }

    private static Mapping table(Map<String, String> texts) {
        return new Mapping(
                texts.entrySet().stream()
                        .map(text -> entry(text.getKey(), text.getValue()))
                        .toList(),
                false);
    }

    private static String text(byte[] bytes) throws InvalidClusterFile {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ClusterFileReader.refusal(new Place(1, 1), "encoding");
        }
    }

    private ClusterSpec spec() throws InvalidClusterFile {
        checkVersion();
        for (var key : KEYS) {
            if (!values.containsKey(key) && !key.equals("keyName")) {
                throw ClusterFileReader.refusal(end, "missing", key);
            }
        }
        try {
            return new ClusterSpec(
                    required(Rule.REGION, "region"),
                    new Cluster(required(Rule.STACK_NAME, "stackName"), recipe(), texts("tags")),
                    new Network(
                            required(Rule.VPC_ID, "vpcId"),
                            list("subnets"),
                            required(Rule.SOURCE_SECURITY_GROUP, "sourceSecurityGroup")),
                    compute());
        } catch (InvalidSpec e) {
            throw refusal(e.violation());
        }
    }

    private Compute compute() throws InvalidClusterFile {
        return new Compute(
                required(Rule.INSTANCE_TYPE, "instanceType"),
                Architecture.ofKey(required(Rule.ARCHITECTURE, "architecture")).orElseThrow(),
                whole(Rule.CLUSTER_SIZE, "clusterSize"),
                whole(Rule.CLUSTER_MAX_SIZE, "clusterMaxSize"),
                values.containsKey("keyName") ? Optional.of(required(Rule.KEY_NAME, "keyName")) : Optional.empty(),
                images());
    }

    private Map<String, String> images() throws InvalidClusterFile {
        var images = texts("images");
        for (var region : images.keySet()) {
            if (Rule.REGION.check(region).isPresent()) {
                throw refusal(new Violation("images", region, Rule.REGION, List.of()));
            }
        }
        return images;
    }

    private void checkVersion() throws InvalidClusterFile {
        if (!values.containsKey("version")) {
            throw ClusterFileReader.refusal(end, "missing", "version");
        }
        var written = values.get("version");
        if (!(written instanceof Scalar version)
                || version.quoted()
                || !version.text().matches("[1-9][0-9]*")) {
            throw ClusterFileReader.refusal(written.place(), "version", written.shown(), VERSION);
        }
        if (!version.text().equals(String.valueOf(VERSION))) {
            throw ClusterFileReader.refusal(written.place(), "newer", written.shown(), VERSION);
        }
    }

    private Recipe recipe() throws InvalidClusterFile {
        var recipe = Recipe.ofKey(required(Rule.RECIPE, "recipe")).orElseThrow();
        if (recipe == Recipe.PRODUCTION) {
            throw ClusterFileReader.refusal(values.get("recipe").place(), "notYet", recipe.key());
        }
        return recipe;
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
            texts.put(text(key, entry.getKey()), text(key, entry.getValue()));
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
        return ClusterFileReader.refusalSaying(
                place(violation),
                TemplateRefused.sentence(
                        "clusterFile.rule",
                        violation.key(),
                        Written.printable(violation.value()),
                        violation.sentence()));
    }

    /// Where the offending value stands: within a list or a table the one item or key that is at fault.
    private Place place(Violation violation) {
        var value = values.get(violation.key());
        var places = switch (value) {
            case Scalar scalar -> List.<Scalar>of();
            case Sequence sequence -> sequence.items().reversed();
            case Table table -> parts(table);
        };
        return places.stream()
                .filter(part -> part.text().equals(violation.value()))
                .findFirst()
                .map(Scalar::place)
                .orElse(value instanceof Scalar ? value.place() : this.places.get(violation.key()));
    }

    private static List<Scalar> parts(Table table) {
        var parts = new ArrayList<Scalar>();
        table.entries().forEach((key, value) -> {
            parts.add(key);
            if (value instanceof Scalar scalar) {
                parts.add(scalar);
            }
        });
        return parts;
    }
}
