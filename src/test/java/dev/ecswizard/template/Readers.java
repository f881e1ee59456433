package dev.ecswizard.template;

import dev.ecswizard.template.Meant.Field;
import dev.ecswizard.template.Meant.Table;
import dev.ecswizard.template.Meant.Tagged;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Two readers of YAML, each with its own notion of what is text: 1.1, as CloudFormation reads, and 1.2 with its core
/// schema. Both keep the order of fields and the tags that are not YAML's own.
///
/// The reader of 1.2 was once made from that of 1.1, so that a fault in how lines and quotes are scanned might be
/// common to both. It lacks two escapes that YAML 1.2 has, `\L` and `\P` (section 5.7); they are spelt out for it.
final class Readers {
    private static final Pattern LINE_SEPARATOR = escape("L");
    private static final Pattern PARAGRAPH_SEPARATOR = escape("P");

    private Readers() {}

    /// A text as YAML 1.1 has it, in the values of [Meant].
    static Object yaml11(String yaml) {
        var documents = new ArrayList<>();
        new Yaml().composeAll(new StringReader(yaml)).forEach(documents::add);
        if (documents.size() != 1) {
            throw new AssertionError(documents.size() + " documents");
        }
        return new Reader11().read((org.yaml.snakeyaml.nodes.Node) documents.getFirst());
    }

    /// A text as YAML 1.2 has it, in the values of [Meant].
    static Object yaml12(String yaml) {
        var documents = new ArrayList<Node>();
        new Compose(settings(yaml.length())).composeAllFromString(spelt(yaml)).forEach(documents::add);
        if (documents.size() != 1) {
            throw new AssertionError(documents.size() + " documents");
        }
        return new Reader12().read(documents.getFirst());
    }

    /// A buffer that takes the whole text: the library fails where the end of one divides a character.
    private static LoadSettings settings(int length) {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setBufferSize(Math.max(1024, 2 * length))
                .build();
    }

    private static Pattern escape(String letter) {
        return Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\" + letter);
    }

    private static String spelt(String yaml) {
        if (!yaml.contains("\\L") && !yaml.contains("\\P")) {
            return yaml;
        }
        var withoutLines = LINE_SEPARATOR.matcher(yaml).replaceAll("$1\\\\u2028");
        return PARAGRAPH_SEPARATOR.matcher(withoutLines).replaceAll("$1\\\\u2029");
    }

    private static Object plain(Object value) {
        return value instanceof Integer number
                ? Long.valueOf(number)
                : Optional.ofNullable(value).orElse("(null)");
    }

    private static final class Reader11 extends SafeConstructor {
        private Reader11() {
            super(new LoaderOptions());
        }

        private Object read(org.yaml.snakeyaml.nodes.Node node) {
            var tag = node.getTag();
            var value = switch (node) {
                case org.yaml.snakeyaml.nodes.ScalarNode scalar ->
                    tag.getValue().startsWith("!") ? scalar.getValue() : plain(constructObject(scalar));
                case org.yaml.snakeyaml.nodes.SequenceNode sequence ->
                    sequence.getValue().stream().map(this::read).toList();
                case org.yaml.snakeyaml.nodes.MappingNode mapping ->
                    new Table(mapping.getValue().stream()
                            .map(field -> new Field(read(field.getKeyNode()), read(field.getValueNode())))
                            .toList());
                default -> throw new AssertionError(node);
            };
            return tag.getValue().startsWith("!") ? new Tagged(tag.getValue(), value) : value;
        }
    }

    private static final class Reader12 extends StandardConstructor {
        private Reader12() {
            super(settings(0));
        }

        private Object read(Node node) {
            var tag = node.getTag().getValue();
            var value = switch (node) {
                case ScalarNode scalar -> tag.startsWith("!") ? scalar.getValue() : plain(constructObject(scalar));
                case SequenceNode sequence ->
                    sequence.getValue().stream().map(this::read).toList();
                case MappingNode mapping ->
                    new Table(mapping.getValue().stream()
                            .map(field -> new Field(read(field.getKeyNode()), read(field.getValueNode())))
                            .toList());
                default -> throw new AssertionError(node);
            };
            return tag.startsWith("!") ? new Tagged(tag, value) : value;
        }
    }
}
