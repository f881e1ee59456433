package dev.ecswizard.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A template as CloudFormation reads it: YAML 1.1, short forms spelled out (`!Ref X` is `{Ref: X}`).
record Parsed(Object root) {
    static Parsed of(String yaml) {
        return new Parsed(value(new Yaml().compose(new StringReader(yaml))));
    }

    /// What stands under the keys, one below the other; null where there is none.
    Object at(String... keys) {
        var value = root;
        for (var key : keys) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    List<String> keys(String... keys) {
        return ((Map<?, ?>) at(keys)).keySet().stream().map(String.class::cast).toList();
    }

    private static Object value(Node node) {
        return switch (node) {
            case ScalarNode scalar -> tagged(node, plain(scalar));
            case SequenceNode sequence -> {
                var items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(value(item)));
                yield tagged(node, items);
            }
            case MappingNode mapping -> {
                var entries = new LinkedHashMap<String, Object>();
                mapping.getValue()
                        .forEach(entry ->
                                entries.put(((ScalarNode) entry.getKeyNode()).getValue(), value(entry.getValueNode())));
                yield tagged(node, entries);
            }
            default -> throw new AssertionError(node);
        };
    }

    private static Object tagged(Node node, Object value) {
        var tag = node.getTag().getValue();
        if (!tag.startsWith("!")) {
            return value;
        }
        return Map.of(tag.equals("!Ref") ? "Ref" : "Fn::" + tag.substring(1), value);
    }

    private static Object plain(ScalarNode scalar) {
        return scalar.getTag().startsWith(Tag.PREFIX) ? Resolved.of(scalar) : scalar.getValue();
    }

    /// SnakeYAML's own reading of a scalar.
    private static final class Resolved extends SafeConstructor {
        private Resolved() {
            super(new LoaderOptions());
        }

        private static Object of(ScalarNode scalar) {
            return new Resolved().constructObject(scalar);
        }
    }
}
