package dev.ecswizard.sandbox.stacks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The conditions of a template: boolean operations on parameters and on each other.
///
/// @param value works out what is no boolean operation
record Conditions(Template template, UnaryOperator<Object> value) {
    private static final Set<String> OPERATIONS = Set.of("Condition", "Fn::Not", "Fn::And", "Fn::Or", "Fn::Equals");

    /// Whether a condition holds.
    ///
    /// @throws dev.ecswizard.sandbox.protocol.Refusal if there is no such condition
    boolean hold(String name) {
        return holds(Tree.at(template.section("Conditions"), name).orElseThrow(() -> unresolved(name, "Resources")));
    }

    private boolean holds(Object node) {
        var argument = argument(node);
        return switch (operation(node)) {
            case "Condition" -> hold(String.valueOf(argument));
            case "Fn::Not" -> !holds(Tree.list(argument).getFirst());
            case "Fn::And" -> Tree.list(argument).stream().allMatch(this::holds);
            case "Fn::Or" -> Tree.list(argument).stream().anyMatch(this::holds);
            default -> {
                var both = Tree.list(argument);
                yield value.apply(both.getFirst()).equals(value.apply(both.getLast()));
            }
        };
    }

    private static String operation(Object node) {
        if (node instanceof Map<?, ?> map && map.size() == 1) {
            var name = String.valueOf(map.keySet().iterator().next());
            if (OPERATIONS.contains(name)) {
                return name;
            }
        }
        throw Refusals.invalid(
                "Template format error: Conditions can only be boolean operations on parameters and other conditions");
    }

    private static Object argument(Object node) {
        return node instanceof Map<?, ?> map && map.size() == 1
                ? map.values().iterator().next()
                : null;
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if one is no boolean operation, names a resource or a condition
    ///     that is not there, or waits for itself
    static void check(Template template) {
        var conditions = template.section("Conditions");
        conditions.forEach((name, node) -> {
            var path = new LinkedHashSet<String>();
            path.add(name);
            follow(conditions, node, path);
        });
        template.resources()
                .values()
                .forEach(resource -> resource.text("Condition")
                        .filter(name -> !conditions.containsKey(name))
                        .ifPresent(name -> {
                            throw unresolved(name, "Resources");
                        }));
        template.section("Outputs")
                .values()
                .forEach(output -> Tree.text(output, "Condition")
                        .filter(name -> !conditions.containsKey(name))
                        .ifPresent(name -> {
                            throw unresolved(name, "Outputs");
                        }));
    }

    private static void follow(Map<String, Object> conditions, Object node, Set<String> path) {
        var argument = argument(node);
        switch (operation(node)) {
            case "Condition" -> {
                if (!(argument instanceof String name)) {
                    throw Shape.malformed("Every Condition member must be a string.");
                }
                if (!conditions.containsKey(name)) {
                    throw unresolved(name, "Conditions");
                }
                if (!path.add(name)) {
                    throw Refusals.invalid("Template error: Found circular condition dependency between "
                            + List.copyOf(path).getLast() + " and " + name);
                }
                follow(conditions, conditions.get(name), path);
                path.remove(name);
            }
            case "Fn::Equals" -> {}
            default -> Tree.list(argument).forEach(item -> follow(conditions, item, path));
        }
    }

    private static RuntimeException unresolved(String name, String section) {
        return Shape.malformed(
                "Unresolved condition dependency " + name + " in the " + section + " block of the template");
    }
}
