package dev.ecswizard.wizard.deploy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.template.Template;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// `cdk deploy`, unmodified, of the same template: each line that it prints bears the time at which it could be read.
final class CdkSide {
    static final String KEY = "cdk";

    private static final Path PROGRAM = Path.of("target/npm/node_modules/aws-cdk/bin/cdk");
    /// `name | 3/9 | 10:11:12 AM | CREATE_COMPLETE | AWS::IAM::Role | Role (Role) reason`
    private static final Pattern EVENT =
            Pattern.compile(".*\\| +\\d+:\\d\\d:\\d\\d [AP]M \\| +([A-Z_]+) +\\| +(\\S+) +\\| +(\\S+).*");

    private record Line(Instant at, String text) {}

    private CdkSide() {}

    static Seen deploy(Paced sandbox, Template template, String name) throws IOException, InterruptedException {
        install();
        var folder = assembly(template, name);
        var command = new ArrayList<>(List.of(
                "node", PROGRAM.toString(), "deploy", "--app", folder.toString(), name, "--require-approval", "never",
                "--progress", "events", "--no-notices", "--no-version-reporting"));
        template.parameters().forEach((key, value) -> command.addAll(List.of("--parameters", key + "=" + value)));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of(
                "AWS_ENDPOINT_URL", sandbox.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", KEY,
                "AWS_SECRET_ACCESS_KEY", "sandbox",
                "AWS_REGION", Paced.REGION,
                "AWS_CONFIG_FILE", "/nonexistent",
                "AWS_SHARED_CREDENTIALS_FILE", "/nonexistent",
                "CDK_DISABLE_CLI_TELEMETRY", "true",
                "CI", "true",
                "NO_COLOR", "1",
                "HOME", folder.resolve("home").toAbsolutePath().toString()));
        sandbox.watch(name);
        var process = builder.start();
        process.getOutputStream().close();
        var lines = new ArrayList<Line>();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(new Line(Instant.now(), line));
            }
        }
        Files.write(folder.resolve("cdk.log"), lines.stream().map(line -> line.at() + " " + line.text()).toList());
        if (process.waitFor() != 0) {
            throw new IOException("cdk ended with " + process.exitValue() + "; see " + folder.resolve("cdk.log"));
        }
        var events = sandbox.events(name);
        return new Seen(events, shown(events, lines), complete(lines), sandbox.reads(KEY), sandbox.witnessed(events));
    }

    private static Map<String, Instant> shown(List<StackEvent> events, List<Line> lines) {
        var said = new HashMap<List<String>, List<Instant>>();
        for (var line : lines) {
            var event = EVENT.matcher(line.text());
            if (event.matches()) {
                said.computeIfAbsent(List.of(event.group(1), event.group(3)), _ -> new ArrayList<>())
                        .add(line.at());
            }
        }
        var shown = new HashMap<String, Instant>();
        for (var event : events) {
            var times = said.getOrDefault(List.of(event.status().name(), event.logicalId()), List.of());
            if (!times.isEmpty()) {
                shown.put(event.id(), times.removeFirst());
            }
        }
        return shown;
    }

    private static Instant complete(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.text().contains("\u2705"))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private static void install() throws IOException, InterruptedException {
        var script = "import sys; sys.path.insert(0, '.ci'); from proof.packages import install; install()";
        if (new ProcessBuilder("python3", "-c", script).inheritIO().start().waitFor() != 0) {
            throw new IOException("CDK can not be installed");
        }
    }

    /// A folder as `cdk synth` leaves it.
    private static Path assembly(Template template, String name) throws IOException {
        var folder = Path.of("target", "side-by-side", name);
        Files.createDirectories(folder.resolve("home"));
        var json = new JsonMapper();
        var body = new Yaml().compose(new StringReader(template.yaml()));
        json.writeValue(folder.resolve(name + ".template.json").toFile(), new Plain().of(body));
        var stack = Map.of(
                "type", "aws:cloudformation:stack",
                "environment", "aws://123456789012/" + Paced.REGION,
                "displayName", name,
                "properties",
                Map.of("templateFile", name + ".template.json", "stackName", name, "validateOnSynth", false));
        json.writeValue(
                folder.resolve("manifest.json").toFile(), Map.of("version", "38.0.1", "artifacts", Map.of(name, stack)));
        return folder;
    }

    /// CDK reads JSON, which has no short tags.
    private static final class Plain extends SafeConstructor {
        Plain() {
            super(new LoaderOptions());
        }

        Object of(Node node) {
            var tag = node.getTag().getValue();
            if (!tag.startsWith("!")) {
                return value(node);
            }
            var function = tag.substring(1);
            node.setTag(node instanceof ScalarNode ? Tag.STR : node instanceof SequenceNode ? Tag.SEQ : Tag.MAP);
            var argument = value(node);
            return switch (function) {
                case "Ref", "Condition" -> Map.of(function, argument);
                case "GetAtt" ->
                    Map.of("Fn::GetAtt", argument instanceof String path ? Arrays.asList(path.split("\\.", 2)) : argument);
                default -> Map.of("Fn::" + function, argument);
            };
        }

        private Object value(Node node) {
            return switch (node) {
                case MappingNode map -> {
                    var values = new LinkedHashMap<String, Object>();
                    map.getValue()
                            .forEach(pair ->
                                    values.put(((ScalarNode) pair.getKeyNode()).getValue(), of(pair.getValueNode())));
                    yield values;
                }
                case SequenceNode list -> list.getValue().stream().map(this::of).toList();
                default -> constructObject(node);
            };
        }
    }
}
