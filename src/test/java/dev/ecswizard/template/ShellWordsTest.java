package dev.ecswizard.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecswizard.spec.ClusterSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The AWS CLI commands, as a shell splits them and as the CLI takes them apart.
class ShellWordsTest {
    private static final int COUNT = Integer.getInteger("specs.count", 1_000);
    private static final long FIRST = Long.getLong("specs.first", 0);
    private static final int RUN_BY_A_SHELL = 300;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS =
            Hostile.texts().filter(word -> word.indexOf('\0') < 0).distinct().toList();

    @Test
    void everyTextIsOneWord() {
        assertThat(WORDS).allSatisfy(word -> {
            assertThat(ShellWords.split(AwsWords.quoted(word))).containsExactly(word);
            assertThat(ShellWords.split("aws " + AwsWords.option("profile", word) + " x"))
                    .isEqualTo(
                            word.startsWith("-")
                                    ? List.of("aws", "--profile=" + word, "x")
                                    : List.of("aws", "--profile", word, "x"));
        });
    }

    @Test
    void aShellSeesTheSameWord(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(ShellWords.hasShell());
        var commands = WORDS.stream()
                .map(word -> "aws " + AwsWords.quoted(word) + " " + AwsWords.quoted(word + "x"))
                .toList();

        assertThat(ShellWords.run(commands, folder))
                .isEqualTo(WORDS.stream().map(word -> List.of(word, word + "x")).toList());
    }

    @Test
    void whatNoWordCanHoldIsRefused() {
        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> AwsWords.quoted("a\0b"))
                .withMessage("A command can not be given a NUL character: a\uFFFDb.");
        Hostile.broken()
                .forEach(word -> assertThatExceptionOfType(TemplateRefused.class)
                        .isThrownBy(() -> AwsWords.quoted(word))
                        .withMessageContaining("Half a character"));
    }

    @Test
    void aCommandSaysWhatWasChosen() {
        LongStream.range(FIRST, FIRST + COUNT).parallel().forEach(number -> {
            var spec = RandomSpecs.of(number);
            try {
                says(spec, number, ShellWords.split(command(spec, number)));
            } catch (IOException | AssertionError e) {
                throw new AssertionError("spec " + number + ": " + spec, e);
            }
        });
    }

    @Test
    void aShellSplitsCommandsAsItsRulesSay(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(ShellWords.hasShell());
        var commands = LongStream.range(FIRST, FIRST + RUN_BY_A_SHELL)
                .mapToObj(number -> command(RandomSpecs.of(number), number))
                .toList();

        assertThat(ShellWords.run(commands, folder))
                .isEqualTo(commands.stream()
                        .map(command ->
                                ShellWords.split(command).stream().skip(1).toList())
                        .toList());
    }

    private static void says(ClusterSpec spec, long number, List<String> words) throws IOException {
        var options = options(words);
        var creates = words.get(2).equals("create-stack");
        var values = new LinkedHashMap<>(Parameters.values(spec));
        values.putAll(Parameters.defaults(spec));
        values.remove("HostsKeptDuringUpdate");

        assertThat(words.subList(0, 2)).containsExactly("aws", "cloudformation");
        assertThat(options.get("stack-name")).containsExactly(spec.cluster().stackName());
        assertThat(options.get("region")).containsExactly(spec.region());
        assertThat(options.get("capabilities")).containsExactly("CAPABILITY_IAM");
        assertThat(options.get("profile"))
                .isEqualTo(profile(number).map(List::of).orElse(null));
        if (creates) {
            assertThat(options.get("template-body")).containsExactly("file://" + file(spec, number));
            assertThat(fields(options.get("parameters"), "Parameter")).isEqualTo(values);
            assertThat(fields(options.get("tags"), "")).isEqualTo(spec.cluster().stackTags());
        } else {
            assertThat(options.get("template-file"))
                    .containsExactly(file(spec, number).toString());
            assertThat(pairs(options.get("parameter-overrides"))).isEqualTo(values);
            assertThat(pairs(texts(options.get("tags"))))
                    .isEqualTo(spec.cluster().stackTags());
        }
    }

    private static String command(ClusterSpec spec, long number) {
        var endpoint = number % 3 == 0 ? Optional.of(URI.create("http://127.0.0.1:4566")) : Optional.<URI>empty();
        return new DeployCommand(file(spec, number), profile(number), endpoint)
                .text(spec, new Template("", Parameters.values(spec), Set.of("CAPABILITY_IAM")));
    }

    /// A path that the CLI would read once more is another matter.
    private static Path file(ClusterSpec spec, long number) {
        var word = WORDS.get(Math.floorMod(number, WORDS.size()));
        var creates = spec.cluster().tags().keySet().stream().anyMatch(key -> key.contains("="));
        return Path.of(creates && (word.contains("$") || word.startsWith("~")) ? "web.yaml" : word + ".yaml");
    }

    private static Optional<String> profile(long number) {
        return number % 2 == 0 ? Optional.empty() : Optional.of(WORDS.get(Math.floorMod(number * 7, WORDS.size())));
    }

    /// As the CLI has them: a word that begins with `--` is an option, all up to the next are its values.
    private static Map<String, List<String>> options(List<String> words) {
        var options = new LinkedHashMap<String, List<String>>();
        var values = new ArrayList<String>();
        for (var word : words.subList(3, words.size())) {
            if (word.matches("(?s)--[a-z-]+(=.*)?") && !options.containsKey(name(word))) {
                values = new ArrayList<>();
                options.put(name(word), values);
                if (word.contains("=")) {
                    values.add(word.substring(word.indexOf('=') + 1));
                }
            } else {
                assertThat(word).as("after an option").doesNotStartWith("-");
                values.add(word);
            }
        }
        return options;
    }

    private static String name(String option) {
        return option.substring(2).replaceFirst("(?s)=.*", "");
    }

    private static List<String> texts(List<String> words) throws IOException {
        if (words.size() > 1 || !words.getFirst().startsWith("[")) {
            return words;
        }
        var texts = new ArrayList<String>();
        JSON.readTree(words.getFirst()).forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static Map<String, String> pairs(List<String> words) {
        var pairs = new LinkedHashMap<String, String>();
        for (var word : words) {
            var parts = word.split("=", 2);
            assertThat(pairs.put(parts[0], parts[1])).isNull();
        }
        return pairs;
    }

    private static Map<String, String> fields(List<String> words, String prefix) throws IOException {
        assertThat(words).hasSize(1);
        var fields = new LinkedHashMap<String, String>();
        for (JsonNode one : JSON.readTree(words.getFirst())) {
            fields.put(
                    one.get(prefix + "Key").textValue(),
                    one.get(prefix + "Value").textValue());
        }
        return fields;
    }
}
