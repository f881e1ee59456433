package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
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

/// A saved cluster file: YAML with the keys of [ClusterFileKeys], from which the wizard fills in every answer.
///
/// A value is the text as it is written. Where a YAML reader would see a number or a truth value (`keyName: 0123`,
/// `team: yes`) the text is meant: `0123`, `yes`. Only a null (`~`, `null`, nothing) is no text, and refused.
public final class ClusterFile {
    /// The version that is written, and the newest that is read.
    public static final int VERSION = 1;

    /// No cluster file comes near it: with every region and 49 tags it has about 30 KiB.
    public static final int MAX_BYTES = 1 << 20;

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

    /// Reads a cluster file and makes what [TemplateFiles#all] saves of it. Blocks on the disk only.
    ///
    /// @throws InvalidClusterFile if the file is not one, or its template can not be made, saying where and why
    /// @throws IOException if it can not be read
    public static List<TextFile> export(Path file, DeployScript script, Path folder)
            throws IOException, InvalidClusterFile {
        var answers = answers(bytes(file));
        return TemplateFiles.all(answers.spec(), answers.template(), script, folder);
    }

    /// The cluster file's text: what [#parse] reads back without loss.
    public static String write(ClusterSpec spec) {
        var cluster = spec.cluster();
        var network = spec.network();
        var compute = spec.compute();
        var entries = new ArrayList<Entry>();
        entries.add(entry("version", VERSION));
        entries.add(entry("stackName", cluster.stackName()));
        entries.add(entry("recipe", cluster.recipe().key()));
        entries.add(entry("region", spec.region()));
        entries.add(entry("vpcId", network.vpcId()));
        entries.add(entry("subnets", list(network.subnets())));
        entries.add(entry("sourceSecurityGroup", network.sourceSecurityGroup()));
        network.assignPublicIp().ifPresent(given -> entries.add(entry("assignPublicIp", given)));
        entries.add(entry("instanceType", compute.instanceType()));
        switch (compute.fleet()) {
            case Fleet.Fixed fleet -> {
                entries.add(entry("architecture", compute.architecture().key()));
                entries.add(entry("clusterSize", fleet.clusterSize()));
                entries.add(entry("clusterMaxSize", fleet.clusterMaxSize()));
                compute.keyName().ifPresent(keyName -> entries.add(entry("keyName", keyName)));
            }
            case Fleet.Managed fleet -> entries.addAll(production(compute, fleet));
        }
        // where the images come from SSM those of the file are not used, and perhaps not known
        if (compute.imageSource() == ImageSource.PINNED || !compute.images().isEmpty()) {
            entries.add(entry("images", table(compute.images())));
        }
        entries.add(entry("tags", table(cluster.tags())));
        return YamlText.of(new Mapping(entries, false));
    }

    private static List<Entry> production(Compute compute, Fleet.Managed fleet) {
        var scaling = fleet.scaling();
        var hosts = fleet.hosts();
        var operations = fleet.operations();
        var entries = new ArrayList<Entry>();
        entries.add(entry("alternateInstanceTypes", list(hosts.alternateInstanceTypes())));
        entries.add(entry("architecture", compute.architecture().key()));
        entries.add(entry("clusterMinSize", scaling.clusterMinSize()));
        entries.add(entry("clusterMaxSize", scaling.clusterMaxSize()));
        entries.add(entry("targetCapacity", scaling.targetCapacity()));
        entries.add(entry("onDemandBaseCapacity", scaling.onDemandBaseCapacity()));
        entries.add(entry("onDemandPercentage", scaling.onDemandPercentage()));
        entries.add(entry("rootVolumeSize", hosts.rootVolumeSize()));
        entries.add(entry("maxInstanceLifetime", hosts.maxInstanceLifetime()));
        compute.keyName().ifPresent(keyName -> entries.add(entry("keyName", keyName)));
        entries.add(entry("containerInsights", operations.containerInsights().key()));
        entries.add(entry("protectBusyInstances", operations.protectBusyInstances() ? "ENABLED" : "DISABLED"));
        entries.add(entry("logRetentionDays", operations.logRetentionDays()));
        entries.add(entry("imageSource", hosts.imageSource().key()));
        return entries;
    }

    private static Items list(List<String> texts) {
        return new Items(texts.stream().<Node>map(Node::text).toList());
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
