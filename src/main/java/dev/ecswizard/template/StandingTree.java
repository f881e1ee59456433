package dev.ecswizard.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// What a template says, whoever wrote it: maps, lists and texts, the functions of CloudFormation in their long form.
/// No type is guessed: `1` and `"1"` are the same to CloudFormation, too. JSON is YAML.
final class StandingTree {
    private static final int MOST_NODES = 100_000;
    private static final int DEEPEST = 60;

    private int nodes;

    private StandingTree() {}

    /// @return nothing for what is no table
    static Optional<Map<String, Object>> parse(String template) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(template));
            return root instanceof MappingNode mapping
                    ? Optional.of(new StandingTree().map(mapping, 0))
                    : Optional.empty();
        } catch (YAMLException _) {
            return Optional.empty();
        }
    }

    private Object value(Node node, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw new YAMLException("too large or too deep");
        }
        Object plain = switch (node) {
            case MappingNode mapping -> map(mapping, depth);
            case SequenceNode sequence ->
                sequence.getValue().stream().map(item -> value(item, depth + 1)).toList();
            case ScalarNode scalar -> scalar.getValue();
            default -> throw new YAMLException("an alias");
        };
        var tag = node.getTag().getValue();
        if (!tag.startsWith("!") || tag.equals("!")) {
            return plain;
        }
        var name = tag.substring(1);
        return Map.of(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, plain);
    }

    private Map<String, Object> map(MappingNode node, int depth) {
        var map = new LinkedHashMap<String, Object>();
        node.getValue().forEach(entry -> {
            var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            map.put(key, value(entry.getValueNode(), depth + 1));
        });
        return map;
    }

    /// What stands at a path; nothing where the path leads nowhere.
    static Optional<Object> at(Object tree, String... path) {
        var here = tree;
        for (var step : path) {
            if (!(here instanceof Map<?, ?> map) || !map.containsKey(step)) {
                return Optional.empty();
            }
            here = map.get(step);
        }
        return Optional.of(here);
    }

    /// The table at a path, by its keys; empty where there is none.
    static Map<String, Object> table(Object tree, String... path) {
        var table = new LinkedHashMap<String, Object>();
        if (at(tree, path).orElse(null) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> table.put(String.valueOf(key), value));
        }
        return table;
    }

    /// The text at a path.
    static Optional<String> text(Object tree, String... path) {
        return at(tree, path).filter(String.class::isInstance).map(String.class::cast);
    }

    /// Where two trees differ, as deep as tables go: dotted paths, by name.
    static List<String> differences(Object one, Object other) {
        var found = new TreeSet<String>();
        compare("", one, other, found);
        return new ArrayList<>(found);
    }

    private static void compare(String path, Object one, Object other, TreeSet<String> found) {
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            var keys = new TreeSet<String>();
            left.keySet().forEach(key -> keys.add(String.valueOf(key)));
            right.keySet().forEach(key -> keys.add(String.valueOf(key)));
            keys.forEach(key -> compare(path.isEmpty() ? key : path + "." + key, left.get(key), right.get(key), found));
        } else if (one == null ? other != null : !one.equals(other)) {
            found.add(path);
        }
    }
}
