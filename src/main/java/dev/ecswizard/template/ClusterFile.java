package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Whole;
import dev.ecswizard.template.Written.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    private ClusterFile() {}

    /// Reads a cluster file. Blocks on the disk only.
    ///
    /// @throws InvalidClusterFile if the file is not one, saying where and why
    /// @throws IOException if it can not be read
    public static ClusterSpec read(Path file) throws IOException, InvalidClusterFile {
        return parse(bytes(file));
    }

    /// The choices that a cluster file's bytes hold.
    ///
    /// @throws InvalidClusterFile if they are not a cluster file, saying where and why
    public static ClusterSpec parse(byte[] bytes) throws InvalidClusterFile {
        return answers(bytes).spec();
    }

    /// Reads a cluster file and makes its template. Blocks on the disk only.
    ///
    /// @throws InvalidClusterFile if the file is not one, or its template would be too large, saying where and why
    /// @throws IOException if it can not be read
    public static Template template(Path file) throws IOException, InvalidClusterFile {
        return answers(bytes(file)).template();
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

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private static ClusterFileAnswers answers(byte[] bytes) throws InvalidClusterFile {
        if (bytes.length > MAX_BYTES) {
            throw ClusterFileReader.refusal(new Place(1, 1), "huge", MAX_BYTES);
        }
        return new ClusterFileAnswers(ClusterFileReader.read(text(bytes)));
    }

    private static String text(byte[] bytes) throws InvalidClusterFile {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        var text = out.flip().toString();
        if (result.isError()) {
            throw ClusterFileReader.refusal(placeAfter(text), "encoding");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Place placeAfter(String text) {
        var lines = text.split("\r\n|\r|\n", -1);
        return new Place(lines.length, lines[lines.length - 1].length() + 1);
    }
}
