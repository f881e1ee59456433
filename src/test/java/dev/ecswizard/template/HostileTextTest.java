package dev.ecswizard.template;

import static dev.ecswizard.template.Node.entry;
import static dev.ecswizard.template.Node.items;
import static dev.ecswizard.template.Node.mapping;
import static dev.ecswizard.template.Node.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ecswizard.template.Node.Base64;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Equals;
import dev.ecswizard.template.Node.FindInMap;
import dev.ecswizard.template.Node.GetAtt;
import dev.ecswizard.template.Node.If;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Not;
import dev.ecswizard.template.Node.ParameterName;
import dev.ecswizard.template.Node.Ref;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.yaml.snakeyaml.error.YAMLException;

/// Hostile texts at every place of a document at which a text can stand.
class HostileTextTest {
    /// By what stands there.
    static final Map<String, Function<String, Node>> PLACES = places();

    private static Map<String, Function<String, Node>> places() {
        var places = new LinkedHashMap<String, Function<String, Node>>();
        places.put("a value", Node::text);
        places.put("a key before a text", word -> mapping(entry(word, "after")));
        places.put("a key before nothing", word -> mapping(entry(word, mapping())));
        places.put("a key before a table", word -> mapping(entry(word, mapping(entry("a", "b"), entry("c", 1)))));
        places.put("a key before a list", word -> mapping(entry(word, items(text("a"), text("b")))));
        places.put("a key before a function", word -> mapping(entry(word, new Ref("a"))));
        places.put("a key and its value", word -> mapping(entry(word, word), entry("x" + word, word)));
        places.put("a key of a spaced table", word -> spaced(word));
        places.put("an item", word -> items(text("a"), text(word), text("b")));
        places.put("an item of an item", word -> items(items(text(word)), items(text(word), text(word))));
        places.put("a key in an item", word -> items(mapping(entry(word, word), entry("after", 1))));
        places.put("a literal block", word -> new Text(word, Shape.LITERAL));
        places.put("a folded block", word -> new Text(word, Shape.FOLDED));
        places.put("an item in a literal block", word -> items(new Text(word, Shape.LITERAL), text("after")));
        places.put("an item in a folded block", word -> items(new Text(word, Shape.FOLDED), text("after")));
        places.put("a parameter's name", ParameterName::new);
        places.put("!Ref", Ref::new);
        places.put("!GetAtt", word -> new GetAtt("a", word));
        places.put("!Sub", Sub::new);
        places.put("!Sub of a literal block", word -> new Sub(new Text(word, Shape.LITERAL)));
        places.put("!Sub of a folded block", word -> new Sub(new Text(word, Shape.FOLDED)));
        places.put("!FindInMap, the map", word -> new FindInMap(word, new Ref("a"), "b"));
        places.put("!FindInMap, a key", word -> new FindInMap("a", text(word), "b"));
        places.put("!FindInMap, a referred key", word -> new FindInMap("a", new Ref(word), "b"));
        places.put("!FindInMap, the last", word -> new FindInMap("a", new Ref("a"), word));
        places.put("!Equals, the left", word -> new Equals(text(word), "a"));
        places.put("!Equals, the right", word -> new Equals(new Ref("a"), word));
        places.put("!Not", word -> new Not(new Equals(new Ref(word), word)));
        places.put("!If, the condition", word -> new If(word, text("a"), text("b")));
        places.put("!If, the branches", word -> new If("a", text(word), text(word)));
        places.put("!If, functions", word -> new If("a", new Ref(word), new Sub(word)));
        places.put("!If, a table", word -> new If("a", mapping(entry(word, word)), items(text(word), text(word))));
        places.put("!If, a block", word -> new If("a", new Text(word, Shape.LITERAL), new Text(word, Shape.FOLDED)));
        places.put("Fn::Base64", word -> new Base64(text(word)));
        places.put("Fn::Base64 of a script", word -> new Base64(new Sub(new Text(word, Shape.LITERAL))));
        places.put("Fn::Base64 in a line", word -> new If("a", new Base64(text(word)), text("b")));
        return places;
    }

    static Stream<String> placeNames() {
        return PLACES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("placeNames")
    void aHostileTextIsKeptAndChangesNothingElse(String place) {
        areKept(Hostile.texts().map(PLACES.get(place)).toList());
    }

    @ParameterizedTest
    @MethodSource("placeNames")
    void halfACharacterIsRefused(String place) {
        assertThat(Hostile.broken())
                .allSatisfy(word -> refuses(PLACES.get(place).apply(word), "Half a character can not be written"));
    }

    @Test
    void aResourceIsTheTextBeforeThePoint() {
        var withPoint = Hostile.texts().filter(word -> word.contains(".")).toList();
        assertThat(withPoint).isNotEmpty();
        withPoint.forEach(word -> refuses(new GetAtt(word, "Arn"), "can not be the name of a resource"));
        areKept(Hostile.texts()
                .filter(word -> !word.contains("."))
                .<Node>map(word -> new GetAtt(word, "Arn"))
                .toList());
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        refuses(mapping(entry("a", "b"), entry("c", "d"), entry("a", "b")), "The key a stands twice in one table.");
        areKept(List.of(mapping(entry("a", mapping(entry("a", "b"))), entry("b", mapping(entry("a", "b"))))));
    }

    private static void refuses(Node node, String words) {
        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> YamlText.of(mapping(entry("here", node))))
                .withMessageContaining(words);
    }

    /// All in one document; only where they do not come back, one by one, to know which.
    private static void areKept(List<Node> nodes) {
        var entries = new ArrayList<Entry>();
        for (var node : nodes) {
            entries.add(entry("t" + entries.size(), node));
            entries.add(entry("t" + entries.size(), mapping(entry("deeper", items(node, node)), entry("last", node))));
        }
        if (!comesBack(new Mapping(entries, false))) {
            nodes.forEach(node -> assertThat(comesBack(mapping(entry("here", node), entry("after", items(node)))))
                    .as("%s in %s", node, YamlText.of(mapping(entry("here", node))))
                    .isTrue());
            throw new AssertionError("not together");
        }
    }

    private static boolean comesBack(Node root) {
        var yaml = YamlText.of(root);
        var meant = Meant.by(root);
        try {
            return Readers.yaml11(yaml).equals(meant) && Readers.yaml12(yaml).equals(meant);
        } catch (YAMLException | YamlEngineException e) {
            return false;
        }
    }

    private static Mapping spaced(String word) {
        var inner = mapping(entry("a", "b"));
        return new Mapping(List.of(entry(word, inner), entry(word + "x", inner), entry("y" + word, word)), true);
    }
}
