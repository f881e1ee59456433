package dev.ecswizard.sandbox.stacks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a tree of maps, lists and strings, as templates and resource properties are.
final class Tree {
    private Tree() {}

    static Map<String, Object> map(Object node) {
        var map = new LinkedHashMap<String, Object>();
        if (node instanceof Map<?, ?> source) {
            source.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    static List<Object> list(Object node) {
        return node instanceof List<?> source ? List.copyOf(source) : List.of();
    }

    /// The node below, or an empty map where one of the keys is missing.
    static Map<String, Object> map(Object node, String... keys) {
        return map(at(node, keys).orElse(Map.of()));
    }

    static Optional<String> text(Object node, String... keys) {
        return at(node, keys).filter(String.class::isInstance).map(String.class::cast);
    }

    static Optional<Object> at(Object node, String... keys) {
        var here = node;
        for (var key : keys) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(here);
    }

    static List<String> texts(Object node) {
        return list(node).stream().map(String::valueOf).toList();
    }

    /// What CloudFormation's own tag lists hold.
    static Map<String, String> tags(Object node) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : list(node)) {
            tags.put(text(tag, "Key").orElse(""), text(tag, "Value").orElse(""));
        }
        return tags;
    }
}
