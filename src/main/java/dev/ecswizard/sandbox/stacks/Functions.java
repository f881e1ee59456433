package dev.ecswizard.sandbox.stacks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/// Works out the functions in a tree: what is left is plain maps, lists and strings.
final class Functions {
    static final Set<String> NAMES = Set.of(
            "Fn::Base64",
            "Fn::GetAtt",
            "Fn::GetAZs",
            "Fn::ImportValue",
            "Fn::Join",
            "Fn::Select",
            "Fn::Split",
            "Fn::FindInMap",
            "Fn::Sub",
            "Fn::If",
            "Fn::And",
            "Fn::Or",
            "Fn::Not",
            "Fn::Equals");

    /// What `AWS::NoValue` stands for: the key or item is left out.
    private static final Object NO_VALUE = new Object();

    /// Where the functions find what they name.
    interface Names {
        /// What `Ref` gives for a parameter, a pseudo parameter or a resource.
        Object ref(String name);

        String attribute(String resource, String attribute);

        String imported(String export);

        List<String> zones();
    }

    private final Template template;
    private final Names names;
    private final Set<String> deciding = new LinkedHashSet<>();

    Functions(Template template, Names names) {
        this.template = template;
        this.names = names;
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a function can not be worked out
    Object value(Object node) {
        var value = of(node);
        return value == NO_VALUE ? Map.of() : value;
    }

    String text(Object node) {
        return of(node) instanceof String text ? text : fail("Template error: a string was expected, found " + node);
    }

    /// Decides every `Fn::If` and leaves the other functions as they are.
    Object prune(Object node) {
        return switch (node) {
            case Map<?, ?> map when map.size() == 1 && map.containsKey("Fn::If") -> prune(branch(map.get("Fn::If")));
            case Map<?, ?> map -> {
                var pruned = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> keep(prune(value), kept -> pruned.put(String.valueOf(key), kept)));
                yield pruned;
            }
            case List<?> list -> {
                var pruned = new ArrayList<Object>();
                list.forEach(item -> keep(prune(item), pruned::add));
                yield pruned;
            }
            default -> node;
        };
    }

    private static void keep(Object node, java.util.function.Consumer<Object> target) {
        if (!Map.of("Ref", "AWS::NoValue").equals(node)) {
            target.accept(node);
        }
    }

    boolean condition(String name) {
        if (!deciding.add(name)) {
            return fail("Circular dependency between conditions: " + deciding);
        }
        try {
            return condition(node(name));
        } finally {
            deciding.remove(name);
        }
    }

    private Object node(String name) {
        return Tree.at(template.section("Conditions"), name)
                .orElseThrow(() -> Refusals.invalid("Template format error: Unresolved condition dependency " + name
                        + " in the Resources block of the template"));
    }

    private boolean condition(Object node) {
        var call = Tree.map(node);
        if (call.size() != 1) {
            return fail(
                    "Template format error: Conditions can only be boolean operations on parameters and other conditions");
        }
        var name = call.keySet().iterator().next();
        var argument = call.get(name);
        return switch (name) {
            case "Condition" -> condition(String.valueOf(argument));
            case "Fn::Not" -> !condition(arguments(name, argument, 1).getFirst());
            case "Fn::And" -> Tree.list(argument).stream().allMatch(this::condition);
            case "Fn::Or" -> Tree.list(argument).stream().anyMatch(this::condition);
            case "Fn::Equals" -> {
                var both = arguments(name, argument, 2);
                yield of(both.getFirst()).equals(of(both.getLast()));
            }
            default ->
                fail(
                        "Template format error: Conditions can only be boolean operations on parameters and other conditions");
        };
    }

    private Object branch(Object argument) {
        var parts = arguments("Fn::If", argument, 3);
        return condition(String.valueOf(parts.getFirst())) ? parts.get(1) : parts.get(2);
    }

    private Object of(Object node) {
        return switch (node) {
            case Map<?, ?> map
            when map.size() == 1 && isFunction(map) -> {
                var entry = map.entrySet().iterator().next();
                yield call(String.valueOf(entry.getKey()), entry.getValue());
            }
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> {
                    var inner = of(value);
                    if (inner != NO_VALUE) {
                        plain.put(String.valueOf(key), inner);
                    }
                });
                yield plain;
            }
            case List<?> list ->
                list.stream().map(this::of).filter(item -> item != NO_VALUE).toList();
            default -> node;
        };
    }

    private static boolean isFunction(Map<?, ?> map) {
        var key = String.valueOf(map.keySet().iterator().next());
        return key.equals("Ref") || key.startsWith("Fn::");
    }

    private Object call(String name, Object argument) {
        return switch (name) {
            case "Ref" -> argument.equals("AWS::NoValue") ? NO_VALUE : names.ref(String.valueOf(argument));
            case "Fn::GetAtt" -> {
                var path = argument instanceof String text ? List.of(text.split("\\.", 2)) : Tree.list(argument);
                yield names.attribute(text(path.getFirst()), text(path.getLast()));
            }
            case "Fn::Sub" -> substitute(argument);
            case "Fn::Base64" ->
                Base64.getEncoder().encodeToString(text(argument).getBytes(StandardCharsets.UTF_8));
            case "Fn::FindInMap" -> find(arguments(name, argument, 3));
            case "Fn::If" -> of(branch(argument));
            case "Fn::Join" -> {
                var parts = arguments(name, argument, 2);
                yield String.join(text(parts.getFirst()), Tree.texts(of(parts.getLast())));
            }
            case "Fn::Split" -> {
                var parts = arguments(name, argument, 2);
                yield List.<Object>of((Object[])
                        text(parts.getLast()).split(java.util.regex.Pattern.quote(text(parts.getFirst())), -1));
            }
            case "Fn::Select" -> select(arguments(name, argument, 2));
            case "Fn::GetAZs" -> names.zones();
            case "Fn::ImportValue" -> names.imported(text(argument));
            default ->
                fail("Template error: Encountered unsupported function: " + name + " Supported functions are: "
                        + NAMES.stream().sorted().toList());
        };
    }

    private Object select(List<Object> parts) {
        var index = text(parts.getFirst());
        var items = Tree.list(of(parts.getLast()));
        if (!index.matches("\\d{1,6}") || Integer.parseInt(index) >= items.size()) {
            return fail("Template error: Fn::Select cannot select nonexistent value at index " + index);
        }
        return items.get(Integer.parseInt(index));
    }

    private Object find(List<Object> path) {
        var keys = path.stream().map(this::text).toList();
        var mapping = Tree.at(template.section("Mappings"), keys.getFirst())
                .orElseThrow(() -> Refusals.invalid("Template error: Mapping named '" + keys.getFirst()
                        + "' is not present in the 'Mappings' section of template."));
        return Tree.at(mapping, keys.get(1), keys.get(2))
                .orElseThrow(
                        () -> Refusals.invalid("Template error: Unable to get mapping for " + String.join("::", keys)));
    }

    private String substitute(Object argument) {
        var own = argument instanceof List<?> parts ? Tree.map(parts.getLast()) : Map.<String, Object>of();
        var source = argument instanceof List<?> parts ? parts.getFirst() : argument;
        return References.PLACEHOLDER
                .matcher(String.valueOf(source))
                .replaceAll(match ->
                        Matcher.quoteReplacement(placeholder(match.group(1).strip(), own)));
    }

    private String placeholder(String name, Map<String, Object> own) {
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        if (own.containsKey(name)) {
            return text(own.get(name));
        }
        var reference = References.placeholder(name);
        return reference
                .attribute()
                .map(attribute -> names.attribute(reference.name(), attribute))
                .orElseGet(() -> Optional.of(names.ref(name))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .orElseGet(() -> String.join(",", Tree.texts(names.ref(name)))));
    }

    private static List<Object> arguments(String name, Object argument, int count) {
        var list = Tree.list(argument);
        return list.size() == count
                ? list
                : fail("Template error: " + name + " object requires a list of " + count + " arguments");
    }

    private static <T> T fail(String sentence) {
        throw Refusals.invalid(sentence);
    }
}
