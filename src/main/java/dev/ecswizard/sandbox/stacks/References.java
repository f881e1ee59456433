package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Who refers to whom in a template.
final class References {
    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NoValue",
            "AWS::NotificationARNs",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    /// @param attribute what of it is wanted, if not what `Ref` gives
    record Reference(String name, Optional<String> attribute) {}

    private References() {}

    /// Every `Ref`, `Fn::GetAtt` and placeholder in a tree.
    static Set<Reference> in(Object node) {
        var found = new LinkedHashSet<Reference>();
        collect(node, found);
        return found;
    }

    private static void collect(Object node, Set<Reference> found) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    switch (String.valueOf(key)) {
                        case "Ref" -> found.add(new Reference(String.valueOf(value), Optional.empty()));
                        case "Fn::GetAtt" -> attribute(value, found);
                        case "Fn::Sub" -> substitution(value, found);
                        default -> collect(value, found);
                    }
                });
            case List<?> list -> list.forEach(item -> collect(item, found));
            default -> {}
        }
    }

    private static void attribute(Object value, Set<Reference> found) {
        var path = value instanceof String text ? List.of(text.split("\\.", 2)) : Tree.list(value);
        if (path.size() != 2 || !(path.getFirst() instanceof String name)) {
            throw Refusals.invalid(
                    "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute");
        }
        collect(path.getLast(), found);
        found.add(new Reference(
                name,
                Optional.of(path.getLast()).filter(String.class::isInstance).map(String.class::cast)));
    }

    private static void substitution(Object value, Set<Reference> found) {
        var own = value instanceof List<?> parts && parts.size() == 2
                ? Tree.map(parts.getLast())
                : Map.<String, Object>of();
        var text = value instanceof List<?> parts && !parts.isEmpty() ? parts.getFirst() : value;
        collect(new ArrayList<>(own.values()), found);
        if (!(text instanceof String source)) {
            throw Refusals.invalid(
                    "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string");
        }
        var matcher = PLACEHOLDER.matcher(source);
        while (matcher.find()) {
            var name = matcher.group(1).strip();
            if (name.startsWith("!") || own.containsKey(name)) {
                continue;
            }
            if (!name.matches("[A-Za-z0-9_.:]+")) {
                throw Refusals.invalid(
                        "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons");
            }
            found.add(placeholder(name));
        }
    }

    static Reference placeholder(String name) {
        var dot = name.indexOf('.');
        return dot < 0
                ? new Reference(name, Optional.empty())
                : new Reference(name.substring(0, dot), Optional.of(name.substring(dot + 1)));
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a reference leads nowhere or in a circle
    static void check(Template template) {
        template.resources().values().forEach(resource -> conditionExists(template, resource.text("Condition")));
        var bodies = new ArrayList<Object>();
        template.resources().values().forEach(resource -> bodies.add(resource.body()));
        var wanted = in(bodies);
        var unresolved = unresolved(template, wanted);
        template.resources()
                .values()
                .forEach(resource -> resource.dependsOn().stream()
                        .filter(name -> !template.resources().containsKey(name))
                        .forEach(unresolved::add));
        if (!unresolved.isEmpty()) {
            throw Refusals.invalid("Template format error: Unresolved resource dependencies " + unresolved
                    + " in the Resources block of the template");
        }
        var outputs = in(template.section("Outputs"));
        var lost = unresolved(template, outputs);
        if (!lost.isEmpty()) {
            throw Refusals.invalid("Template format error: Unresolved resource dependencies " + lost
                    + " in the Outputs block of the template");
        }
        wanted.addAll(outputs);
        wanted.forEach(reference -> attributeExists(template, reference));
        circle(template);
    }

    private static void conditionExists(Template template, Optional<String> name) {
        name.filter(condition -> !template.section("Conditions").containsKey(condition))
                .ifPresent(condition -> {
                    throw Refusals.invalid("Template format error: Unresolved condition dependency " + condition
                            + " in the Resources block of the template");
                });
    }

    private static Set<String> unresolved(Template template, Set<Reference> references) {
        var unresolved = new TreeSet<String>();
        for (var reference : references) {
            var name = reference.name();
            var isThere = template.resources().containsKey(name)
                    || reference.attribute().isEmpty()
                            && (template.parameters().containsKey(name) || PSEUDO.contains(name));
            if (!isThere) {
                unresolved.add(name);
            }
        }
        return unresolved;
    }

    private static void attributeExists(Template template, Reference reference) {
        var resource = template.resources().get(reference.name());
        reference
                .attribute()
                .filter(wanted -> !ResourceTypes.schema(resource.type()).hasAttribute(wanted))
                .ifPresent(wanted -> {
                    throw Refusals.invalid("Template error: resource " + reference.name()
                            + " does not support attribute type " + wanted + " in Fn::GetAtt");
                });
    }

    /// The logical ids that each resource waits for.
    static Map<String, Set<String>> dependencies(Template template, Map<String, Object> bodies) {
        var dependencies = new LinkedHashMap<String, Set<String>>();
        bodies.forEach((name, body) -> {
            var needed = new LinkedHashSet<>(template.resources().get(name).dependsOn());
            in(body).forEach(reference -> needed.add(reference.name()));
            needed.retainAll(bodies.keySet());
            dependencies.put(name, needed);
        });
        return dependencies;
    }

    private static void circle(Template template) {
        var bodies = new LinkedHashMap<String, Object>();
        template.resources().forEach((name, resource) -> bodies.put(name, resource.body()));
        var waiting = dependencies(template, bodies);
        var caught = new TreeSet<>(waiting.keySet());
        // what needs nobody and what nobody needs is in no circle
        while (caught.removeIf(name -> waiting.get(name).stream().noneMatch(caught::contains)
                || caught.stream().noneMatch(other -> waiting.get(other).contains(name)))) {}
        if (!caught.isEmpty()) {
            throw Refusals.invalid("Circular dependency between resources: " + caught);
        }
    }
}
