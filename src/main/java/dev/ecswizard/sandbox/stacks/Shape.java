package dev.ecswizard.sandbox.stacks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a template's sections have the form that CloudFormation reads, before anything in them is followed. Limits:
/// CloudFormation user guide, quotas.
final class Shape {
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            "Resources",
            "Outputs",
            "Hooks");
    private static final Map<String, Integer> MOST =
            Map.of("Parameters", 200, "Mappings", 200, "Resources", 500, "Outputs", 200);
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 1024;

    private Shape() {}

    /// @throws dev.ecswizard.sandbox.protocol.Refusal with CloudFormation's sentence
    static void check(Map<String, Object> tree) {
        var unknown =
                tree.keySet().stream().filter(key -> !SECTIONS.contains(key)).toList();
        if (!unknown.isEmpty()) {
            throw Refusals.invalid("Invalid template property or properties " + unknown);
        }
        if (tree.containsKey("AWSTemplateFormatVersion")
                && !"2010-09-09".equals(tree.get("AWSTemplateFormatVersion"))) {
            throw malformed("unsupported value for AWSTemplateFormatVersion.");
        }
        unsupported(tree);
        description(tree);
        for (var section : List.of("Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs")) {
            if (tree.containsKey(section) && !(tree.get(section) instanceof Map)) {
                throw malformed("unsupported structure.");
            }
            names(section, Tree.map(tree, section).keySet());
        }
        if (Tree.map(tree, "Resources").isEmpty()) {
            throw malformed("At least one Resources member must be defined.");
        }
        Tree.map(tree, "Resources").forEach(Attributes::check);
        Tree.map(tree, "Mappings").forEach(Shape::mapping);
        Tree.map(tree, "Outputs").forEach(Shape::output);
        Tree.map(tree, "Rules").forEach(Rules::checkShape);
    }

    /// What CloudFormation has macros, loops and hooks for, and the sandbox has not.
    private static void unsupported(Map<String, Object> tree) {
        if (tree.containsKey("Transform")) {
            throw Refusals.invalid("Transforms are not available in this sandbox: " + tree.get("Transform")
                    + ". CloudFormation would run them and require CAPABILITY_AUTO_EXPAND.");
        }
        if (tree.containsKey("Hooks")) {
            throw Refusals.invalid("The Hooks section is not available in this sandbox.");
        }
        for (var section : tree.entrySet()) {
            if (Tree.map(section.getValue()).keySet().stream().anyMatch(key -> key.startsWith("Fn::ForEach"))) {
                throw forEach(section.getKey());
            }
        }
    }

    static RuntimeException forEach(String place) {
        return Refusals.invalid(
                "Fn::ForEach in " + place
                        + " is not available in this sandbox. CloudFormation needs the transform AWS::LanguageExtensions for it.");
    }

    private static void description(Map<String, Object> tree) {
        if (!tree.containsKey("Description")) {
            return;
        }
        text(tree, "Description");
        var description = Tree.text(tree, "Description").orElse("");
        if (description.getBytes(StandardCharsets.UTF_8).length > LONGEST_DESCRIPTION) {
            throw malformed("'Description' length is greater than " + LONGEST_DESCRIPTION + ".");
        }
    }

    private static void names(String section, Set<String> names) {
        var most = MOST.getOrDefault(section, Integer.MAX_VALUE);
        if (names.size() > most) {
            throw malformed("Number of " + section.toLowerCase(java.util.Locale.ROOT) + ", " + names.size()
                    + ", is greater than maximum allowed, " + most);
        }
        for (var name : names) {
            if (!name.matches(section.equals("Conditions") ? "[a-zA-Z0-9&_]+" : "[a-zA-Z0-9]+")) {
                throw malformed(
                        switch (section) {
                            case "Resources" -> "Resource name " + name + " is non alphanumeric.";
                            case "Parameters" -> "Parameter name " + name + " is non alphanumeric.";
                            default -> section + " name '" + name + "' is non alphanumeric.";
                        });
            }
            if (name.length() > LONGEST_NAME) {
                throw malformed(section + " name '" + name + "' is longer than " + LONGEST_NAME + " characters.");
            }
        }
    }

    private static void mapping(String name, Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            throw malformed("Every Mappings member " + name + " must be a map");
        }
        map.forEach((key, attributes) -> {
            element("element", String.valueOf(key));
            if (!(attributes instanceof Map<?, ?> values)) {
                throw malformed("Every Mappings member " + name + " must be a map");
            }
            values.forEach((attribute, value) -> {
                element("attribute", String.valueOf(attribute));
                var isPlain = value instanceof String
                        || value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
                if (!isPlain) {
                    throw malformed("Every Mappings attribute must be a String or a List.");
                }
            });
        });
    }

    private static void element(String kind, String name) {
        if (!name.matches("[a-zA-Z0-9.-]+")) {
            throw malformed("Mappings " + kind + " name '" + name
                    + "' must be non-empty and can contain only alphanumerics, '-' or '.'");
        }
    }

    private static void output(String name, Object node) {
        if (!(node instanceof Map<?, ?>)) {
            throw malformed("Every Outputs member must be an object.");
        }
        var output = Tree.map(node);
        output.keySet().stream()
                .filter(key ->
                        !Set.of("Description", "Value", "Export", "Condition").contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw Refusals.invalid("Invalid template output property '" + key + "'");
                });
        if (!output.containsKey("Value")) {
            throw malformed("Every Outputs member must contain a Value object");
        }
        text(output, "Description");
        text(output, "Condition");
        if (output.containsKey("Export") && Tree.at(output, "Export", "Name").isEmpty()) {
            throw malformed("Output " + name + " is malformed.  Every Export object must contain a Name member.");
        }
    }

    /// That a member is a string, if it is there.
    static void text(Map<String, Object> node, String key) {
        if (node.containsKey(key) && !(node.get(key) instanceof String)) {
            throw malformed("Every " + key + " member must be a string.");
        }
    }

    static RuntimeException malformed(String sentence) {
        return Refusals.invalid("Template format error: " + sentence);
    }
}
