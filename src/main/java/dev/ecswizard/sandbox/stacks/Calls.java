package dev.ecswizard.sandbox.stacks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Whether the functions in a template are known, take the arguments that they are given, and may stand where they do.
/// Nothing is worked out.
final class Calls {
    /// In the order in which CloudFormation names them.
    static final List<String> SUPPORTED = List.of(
            "Fn::Base64",
            "Fn::GetAtt",
            "Fn::GetAZs",
            "Fn::ImportValue",
            "Fn::Join",
            "Fn::Split",
            "Fn::FindInMap",
            "Fn::Select",
            "Ref",
            "Fn::Equals",
            "Fn::If",
            "Fn::Not",
            "Condition",
            "Fn::And",
            "Fn::Or",
            "Fn::Contains",
            "Fn::EachMemberEquals",
            "Fn::EachMemberIn",
            "Fn::ValueOf",
            "Fn::ValueOfAll",
            "Fn::RefAll",
            "Fn::Sub",
            "Fn::Cidr");
    private static final Set<String> BOOLEAN = Set.of("Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or");
    private static final Set<String> OF_RULES = Set.of(
            "Fn::Contains", "Fn::EachMemberEquals", "Fn::EachMemberIn", "Fn::ValueOf", "Fn::ValueOfAll", "Fn::RefAll");

    /// The part of a template that a function stands in.
    enum Place {
        CONDITIONS("Conditions"),
        RULES("Rules"),
        RESOURCES("Resources"),
        OUTPUTS("Outputs");

        private final String section;

        Place(String section) {
            this.section = section;
        }
    }

    private final Template template;
    private final Place place;

    private Calls(Template template, Place place) {
        this.template = template;
        this.place = place;
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal with CloudFormation's sentence
    static void check(Template template) {
        for (var place : Place.values()) {
            var calls = new Calls(template, place);
            template.section(place.section).values().forEach(calls::walk);
        }
    }

    /// The name of the function that a node calls, or null.
    static String function(Object node) {
        if (node instanceof Map<?, ?> map && map.size() == 1) {
            var key = String.valueOf(map.keySet().iterator().next());
            return key.equals("Ref") || key.startsWith("Fn::") ? key : null;
        }
        return null;
    }

    private static Object argument(Object call) {
        return ((Map<?, ?>) call).values().iterator().next();
    }

    private void walk(Object node) {
        var name = function(node);
        if (name != null) {
            call(name, argument(node));
            walk(argument(node));
            return;
        }
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    unavailable(String.valueOf(key));
                    walk(value);
                });
            case List<?> list -> list.forEach(this::walk);
            default -> {}
        }
    }

    private void unavailable(String name) {
        if (name.equals("Fn::Transform")) {
            throw Refusals.invalid("Fn::Transform is not available in this sandbox."
                    + " CloudFormation would run the macro and require CAPABILITY_AUTO_EXPAND.");
        }
        if (name.startsWith("Fn::ForEach")) {
            throw Shape.forEach(place.section);
        }
    }

    private void call(String name, Object argument) {
        unavailable(name);
        if (!SUPPORTED.contains(name)) {
            throw error("Encountered unsupported function: " + name + " Supported functions are: " + SUPPORTED);
        }
        switch (place) {
            case CONDITIONS -> {
                if (OF_RULES.contains(name) || name.equals("Fn::ImportValue") || name.equals("Fn::GetAZs")) {
                    throw error("Cannot use " + name + " in Conditions.");
                }
            }
            case RULES -> {
                if (!OF_RULES.contains(name) && !BOOLEAN.contains(name) && !name.equals("Ref")) {
                    throw error("Cannot use " + name + " in Rules.");
                }
            }
            case RESOURCES, OUTPUTS -> {
                if (OF_RULES.contains(name) || BOOLEAN.contains(name)) {
                    throw error(name + " cannot be partially collapsed");
                }
            }
        }
        arguments(name, argument);
    }

    private void arguments(String name, Object argument) {
        switch (name) {
            case "Ref" -> require(argument instanceof String, "every Ref object must have a single String value.");
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Sub" -> Substitution.check(template, argument);
            case "Fn::Base64" -> require(isText(argument), "every Fn::Base64 object must have a String-typed value.");
            case "Fn::GetAZs" -> require(isText(argument), "every Fn::GetAZs object must have a String-typed value.");
            case "Fn::ImportValue" -> imported(argument);
            case "Fn::Join" ->
                require(
                        isPair(argument, String.class::isInstance, Calls::isList),
                        "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.");
            case "Fn::Split" ->
                require(
                        isPair(argument, first -> first instanceof String text && !text.isEmpty(), Calls::isText),
                        "every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.");
            case "Fn::Select" -> {
                require(
                        isPair(argument, Calls::isText, Calls::isList),
                        "Fn::Select requires a list argument with two elements: an integer index and a list");
                require(
                        !(((List<?>) argument).getFirst() instanceof String index) || index.matches("\\d{1,9}"),
                        "Fn::Select requires a list argument with a valid index value as its first element");
            }
            case "Fn::Cidr" ->
                require(
                        isList(argument, 2, 3, Calls::isText),
                        "every Fn::Cidr object requires two or three parameters, (1) an IP address block, (2) the number of CIDRs and (3) the number of subnet bits");
            case "Fn::FindInMap" -> mapping(argument);
            case "Fn::If" -> condition(argument);
            case "Fn::Equals" ->
                require(
                        isPair(argument, Calls::isText, Calls::isText),
                        "every Fn::Equals object requires a list of 2 string parameters.");
            case "Fn::And", "Fn::Or" ->
                require(
                        isList(argument, 2, 10, Map.class::isInstance),
                        "every " + name + " object requires a list of at least 2 and at most 10 boolean parameters.");
            case "Fn::Not" ->
                require(
                        isList(argument, 1, 1, Map.class::isInstance),
                        "every Fn::Not object requires one boolean parameter.");
            case "Fn::RefAll" ->
                require(argument instanceof String, "every Fn::RefAll object must have a single String value.");
            case "Fn::ValueOf", "Fn::ValueOfAll" ->
                require(
                        isPair(argument, String.class::isInstance, String.class::isInstance),
                        "every " + name + " object requires a list of 2 string parameters.");
            case "Fn::EachMemberIn" ->
                require(
                        isPair(argument, Calls::isList, Calls::isList),
                        "every Fn::EachMemberIn object requires two lists of strings.");
            default ->
                require(
                        isPair(argument, Calls::isList, Calls::isText),
                        "every " + name + " object requires a list of strings and a string.");
        }
    }

    private void attribute(Object argument) {
        var path = argument instanceof String text ? List.of(text.split("\\.", 2)) : Tree.list(argument);
        require(
                path.size() == 2
                        && path.getFirst() instanceof String resource
                        && !resource.isEmpty()
                        && isText(path.getLast())
                        && !path.getLast().equals(""),
                "every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute");
        var name = (String) path.getFirst();
        if (place == Place.CONDITIONS) {
            throw References.inConditions(Set.of(name));
        }
        var resource = template.resources().get(name);
        require(resource != null, "instance of Fn::GetAtt references undefined resource " + name);
        if (path.getLast() instanceof String wanted && !ResourceTypes.hasAttribute(resource.type(), wanted)) {
            throw error("resource " + name + " does not support attribute type " + wanted + " in Fn::GetAtt");
        }
    }

    private void imported(Object argument) {
        require(isText(argument), "every Fn::ImportValue object must have a String-typed value.");
        require(
                Exports.isKnownBeforehand(template, argument),
                "the attribute in Fn::ImportValue must not depend on any resources, imported values, or Fn::GetAZs");
    }

    private void mapping(Object argument) {
        require(
                isList(
                        argument,
                        3,
                        3,
                        item -> item instanceof String
                                || Set.of("Ref", "Fn::FindInMap").contains(String.valueOf(function(item)))),
                "every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value");
        if (((List<?>) argument).getFirst() instanceof String name) {
            require(
                    template.section("Mappings").containsKey(name),
                    "Mapping named '" + name + "' is not present in the 'Mappings' section of template.");
        }
    }

    private void condition(Object argument) {
        var parts = Tree.list(argument);
        require(
                !parts.isEmpty() && parts.getFirst() instanceof String,
                "Fn::If requires a list argument with the first element being a condition");
        require(parts.size() == 3, "Fn::If requires a list argument with three elements");
        require(
                template.section("Conditions").containsKey(String.valueOf(parts.getFirst())),
                "unresolved condition dependency " + parts.getFirst() + " in Fn::If");
    }

    /// Whether a node is a string, or a function that can give one.
    private static boolean isText(Object node) {
        return node instanceof String || function(node) != null;
    }

    private static boolean isList(Object node) {
        return node instanceof List || function(node) != null;
    }

    private static boolean isPair(Object node, Predicate<Object> first, Predicate<Object> second) {
        return node instanceof List<?> list
                && list.size() == 2
                && first.test(list.getFirst())
                && second.test(list.getLast());
    }

    private static boolean isList(Object node, int least, int most, Predicate<Object> item) {
        return node instanceof List<?> list
                && list.size() >= least
                && list.size() <= most
                && list.stream().allMatch(item);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw error(sentence);
        }
    }

    private static RuntimeException error(String sentence) {
        return Refusals.invalid("Template error: " + sentence);
    }
}
