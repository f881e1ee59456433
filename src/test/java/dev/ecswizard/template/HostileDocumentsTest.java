package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.items;
import static dev.ecswizard.template.Node.mapping;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ecswizard.template.Meant.Table;
import dev.ecswizard.template.Meant.Tagged;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Leaves documents for readers that no Java program can call, each with the JSON of what it means beside it: every
/// hostile text at every place, and templates of random choices. `.ci/hostile` has them read.
class HostileDocumentsTest {
    private static final Path FOLDER = Path.of("target", "hostile");

    private static final int TEMPLATES = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void emptyTheFolder() throws IOException {
        Files.createDirectories(FOLDER);
        try (var files = Files.newDirectoryStream(FOLDER, "*.{yaml,json}")) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    @Test
    void everyDocumentLiesBesideWhatItMeans() throws IOException {
        var names = new ArrayList<String>();
        for (var place : HostileTextTest.PLACES.entrySet()) {
            names.add(name(place.getKey()));
            leave(names.getLast(), all(Hostile.texts().map(place.getValue()).toList()));
        }
        for (var number = 0; number < TEMPLATES; number++) {
            names.add("template-" + number);
            leave(names.getLast(), ClusterTemplate.root(RandomSpecs.of(number)));
        }

        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(names.stream()
                            .flatMap(name -> Stream.of(name + ".yaml", name + ".json"))
                            .toList());
        }
    }

    /// Each behind a key of its own, and once more at the end of what is indented deeper.
    private static Mapping all(List<Node> nodes) {
        return new Mapping(
                IntStream.range(0, nodes.size())
                        .boxed()
                        .<Entry>mapMulti((number, entries) -> {
                            var node = nodes.get(number);
                            entries.accept(entry("t" + number, node));
                            entries.accept(entry("in" + number, mapping(entry("a", items(mapping(entry("b", node)))))));
                        })
                        .toList(),
                false);
    }

    /// A second document of the same name fails.
    private static void leave(String name, Mapping root) throws IOException {
        var yaml = YamlText.of(root);
        var json = json(Meant.by(root)).toString();
        Files.writeString(FOLDER.resolve(name + ".yaml"), yaml, UTF_8, StandardOpenOption.CREATE_NEW);
        Files.writeString(FOLDER.resolve(name + ".json"), json, UTF_8, StandardOpenOption.CREATE_NEW);
        assertThat(JSON.readTree(json).toString()).as("%s as JSON", name).isEqualTo(json);
    }

    /// A table keeps its order; what is tagged is a table of one field, the tag.
    private static JsonNode json(Object meant) {
        return switch (meant) {
            case String text -> TextNode.valueOf(text);
            case Long whole -> LongNode.valueOf(whole);
            case Boolean truth -> BooleanNode.valueOf(truth);
            case List<?> items -> {
                var array = JSON.createArrayNode();
                items.forEach(item -> array.add(json(item)));
                yield array;
            }
            case Table table -> {
                var object = JSON.createObjectNode();
                table.fields().forEach(field -> object.set((String) field.key(), json(field.value())));
                yield object;
            }
            case Tagged tagged -> JSON.createObjectNode().set(tagged.tag(), json(tagged.value()));
            default -> throw new AssertionError(meant);
        };
    }

    private static String name(String place) {
        return place.replaceAll("\\W+", "-").replaceAll("^-", "");
    }
}
