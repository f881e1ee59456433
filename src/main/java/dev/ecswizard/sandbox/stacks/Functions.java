package dev.ecswizard.sandbox.stacks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Works out the functions in a tree: what is left is plain maps, lists and strings.
final class Functions {
    /// What `AWS::NoValue` stands for: the key or item is left out.
    private static final Object NO_VALUE = new Object();

    /// Where the functions find what they name.
    interface Names {
        /// What `Ref` gives for a parameter, a pseudo parameter or a resource.
        Object ref(String name);

        String attribute(String resource, String attribute);

        String imported(String export);

        /// The names of a region's zones; none if the account has no such region.
        List<String> zones(String region);

        /// The value of a parameter of Systems Manager.
        Optional<String> parameter(String name);
    }

    private final Template template;
    private final Names names;
    private final Conditions conditions;

    Functions(Template template, Names names) {
        this.template = template;
        this.names = names;
        this.conditions = new Conditions(template, this::of);
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if a function can not be worked out
    Object value(Object node) {
        var value = of(node);
        return value == NO_VALUE ? Map.of() : DynamicReferences.resolve(value, names::parameter);
    }

    /// The value of an output.
    ///
    /// @throws dev.ecswizard.sandbox.protocol.Refusal if it can not be worked out or is no string
    String text(Object node) {
        return switch (of(node)) {
            case String text -> text;
            case List<?> _ ->
                fail(
                        "Template format error: The Value field of every Outputs member must evaluate to a String and not a List.");
            default ->
                fail(
                        "Template format error: The Value field of every Outputs member must evaluate to a String and not a Map.");
        };
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
        return conditions.hold(name);
    }

    private Object branch(Object argument) {
        var parts = Tree.list(argument);
        return condition(String.valueOf(parts.getFirst())) ? parts.get(1) : parts.get(2);
    }

    private Object of(Object node) {
        var function = Calls.function(node);
        return switch (node) {
            case Map<?, ?> map
            when function != null -> call(function, map.values().iterator().next());
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

    private Object call(String name, Object argument) {
        return switch (name) {
            case "Ref" -> argument.equals("AWS::NoValue") ? NO_VALUE : names.ref(String.valueOf(argument));
            case "Fn::GetAtt" -> {
                var path = argument instanceof String text ? List.of(text.split("\\.", 2)) : Tree.list(argument);
                yield names.attribute(
                        string(name, path.getFirst()),
                        string(
                                "every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute",
                                path.getLast()));
            }
            case "Fn::Sub" -> substitute(Substitution.of(argument));
            case "Fn::Base64" ->
                Base64.getEncoder()
                        .encodeToString(string("every Fn::Base64 object must have a String-typed value.", argument)
                                .getBytes(StandardCharsets.UTF_8));
            case "Fn::FindInMap" -> find(Tree.list(argument));
            case "Fn::If" -> of(branch(argument));
            case "Fn::Join" -> {
                var parts = Tree.list(argument);
                yield String.join(
                        String.valueOf(parts.getFirst()),
                        strings(
                                "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.",
                                parts.getLast()));
            }
            case "Fn::Split" -> {
                var parts = Tree.list(argument);
                var source = string(
                        "every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.",
                        parts.getLast());
                yield List.<Object>of((Object[]) source.split(Pattern.quote(String.valueOf(parts.getFirst())), -1));
            }
            case "Fn::Select" -> select(Tree.list(argument));
            case "Fn::Cidr" -> {
                var parts = strings("every Fn::Cidr object requires two or three strings", argument);
                yield List.<Object>copyOf(Cidrs.of(
                        parts.get(0), parts.get(1), parts.stream().skip(2).findFirst()));
            }
            case "Fn::GetAZs" -> zones(string("every Fn::GetAZs object must have a String-typed value.", argument));
            case "Fn::ImportValue" ->
                names.imported(string("every Fn::ImportValue object must have a String-typed value.", argument));
            default -> fail("Template error: " + name + " cannot be partially collapsed");
        };
    }

    private List<Object> zones(String region) {
        var zones = names.zones(region.isEmpty() ? names.ref("AWS::Region").toString() : region);
        return zones.isEmpty()
                ? fail("Template error: Fn::GetAZs: the account has no region " + region)
                : List.copyOf(zones);
    }

    private Object select(List<Object> parts) {
        var index = string(
                "Fn::Select requires a list argument with a valid index value as its first element", parts.getFirst());
        if (!(of(parts.getLast()) instanceof List<?> items)) {
            return fail(
                    "Template error: Fn::Select requires a list argument with two elements: an integer index and a list");
        }
        if (!index.matches("\\d{1,6}") || Integer.parseInt(index) >= items.size()) {
            return fail("Template error: Fn::Select cannot select nonexistent value at index " + index);
        }
        return items.get(Integer.parseInt(index));
    }

    private Object find(List<Object> path) {
        var keys = path.stream()
                .map(key -> string(
                        "every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value",
                        key))
                .toList();
        var mapping = Tree.at(template.section("Mappings"), keys.getFirst())
                .orElseThrow(() -> Refusals.invalid("Template error: Mapping named '" + keys.getFirst()
                        + "' is not present in the 'Mappings' section of template."));
        return Tree.at(mapping, keys.get(1), keys.get(2))
                .orElseThrow(
                        () -> Refusals.invalid("Template error: Unable to get mapping for " + String.join("::", keys)));
    }

    private String substitute(Substitution substitution) {
        return substitution.fill(name -> {
            if (substitution.own().containsKey(name)) {
                return string(
                        "every value of the context object of every Fn::Sub object must be a string or a function that returns a string",
                        substitution.own().get(name));
            }
            if (name.equals("AWS::NoValue")) {
                return "";
            }
            var reference = References.placeholder(name);
            return reference
                    .attribute()
                    .map(attribute -> names.attribute(reference.name(), attribute))
                    .orElseGet(() -> switch (names.ref(name)) {
                        case String text -> text;
                        case List<?> list -> String.join(",", Tree.texts(list));
                        default -> fail("Template error: every variable in an Fn::Sub object must reference a string");
                    });
        });
    }

    private String string(String rule, Object node) {
        return of(node) instanceof String text ? text : fail("Template error: " + rule);
    }

    private List<String> strings(String rule, Object node) {
        return of(node) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? Tree.texts(list)
                : fail("Template error: " + rule);
    }

    private static <T> T fail(String sentence) {
        throw Refusals.invalid(sentence);
    }
}
