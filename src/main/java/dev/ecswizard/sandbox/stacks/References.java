package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Who refers to whom in a template.
final class References {
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
        var function = Calls.function(node);
        switch (node) {
            case Map<?, ?> map -> {
                var argument = map.isEmpty() ? null : map.values().iterator().next();
                switch (function) {
                    case "Ref" -> found.add(new Reference(String.valueOf(argument), Optional.empty()));
                    case "Fn::GetAtt" -> attribute(argument, found);
                    case "Fn::Sub" -> {
                        var substitution = Substitution.of(argument);
                        substitution.open().forEach(name -> found.add(placeholder(name)));
                        collect(new ArrayList<>(substitution.own().values()), found);
                    }
                    case null, default -> map.values().forEach(value -> collect(value, found));
                }
            }
            case List<?> list -> list.forEach(item -> collect(item, found));
            default -> {}
        }
    }

    private static void attribute(Object argument, Set<Reference> found) {
        var path = argument instanceof String text ? List.of(text.split("\\.", 2)) : Tree.list(argument);
        collect(path.getLast(), found);
        found.add(new Reference(
                String.valueOf(path.getFirst()),
                Optional.of(path.getLast()).filter(String.class::isInstance).map(String.class::cast)));
    }

    static Reference placeholder(String name) {
        var dot = name.indexOf('.');
        return dot < 0
                ? new Reference(name, Optional.empty())
                : new Reference(name.substring(0, dot), Optional.of(name.substring(dot + 1)));
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a reference leads nowhere or in a circle
    static void check(Template template) {
        beforehand(template, "Conditions");
        beforehand(template, "Rules");
        var resources = new ArrayList<Object>();
        template.resources().values().forEach(resource -> resources.add(resource.body()));
        var lost = unresolved(template, template.resources().keySet(), resources);
        template.resources()
                .values()
                .forEach(resource -> resource.dependsOn().stream()
                        .filter(name -> !template.resources().containsKey(name))
                        .forEach(lost::add));
        requireNone(lost, "Resources");
        var outputs = template.section("Outputs");
        requireNone(unresolved(template, template.resources().keySet(), outputs.values()), "Outputs");
        circle(template);
    }

    private static void beforehand(Template template, String section) {
        var lost = unresolved(template, Set.of(), template.section(section).values());
        if (!lost.isEmpty()) {
            throw beforehand(lost, section);
        }
    }

    private static RuntimeException beforehand(Set<String> names, String section) {
        return Shape.malformed("Unresolved dependencies " + names + ". Cannot reference resources in the " + section
                + " block of the template");
    }

    /// The refusal of conditions that need resources.
    static RuntimeException inConditions(Set<String> names) {
        return beforehand(names, "Conditions");
    }

    private static void requireNone(Set<String> lost, String section) {
        if (!lost.isEmpty()) {
            throw Shape.malformed(
                    "Unresolved resource dependencies " + lost + " in the " + section + " block of the template");
        }
    }

    private static Set<String> unresolved(Template template, Set<String> resources, Collection<Object> nodes) {
        var unresolved = new TreeSet<String>();
        for (var reference : in(new ArrayList<>(nodes))) {
            var name = reference.name();
            var isThere = resources.contains(name)
                    || reference.attribute().isEmpty()
                            && (template.parameters().containsKey(name) || PSEUDO.contains(name));
            if (!isThere) {
                unresolved.add(name);
            }
        }
        return unresolved;
    }

    /// Looks once more when conditions are decided: what does not hold can not be referred to. Waiting for it with
    /// `DependsOn` does no harm.
    ///
    /// @param resources the bodies of those that are to be, without the branches that are not taken
    /// @param outputs likewise
    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a reference leads nowhere
    static void checkDecided(Template template, Map<String, Object> resources, Collection<Object> outputs) {
        requireNone(unresolved(template, resources.keySet(), resources.values()), "Resources");
        requireNone(unresolved(template, resources.keySet(), outputs), "Outputs");
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
