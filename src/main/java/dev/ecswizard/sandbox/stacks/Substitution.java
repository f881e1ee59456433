package dev.ecswizard.sandbox.stacks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The argument of an `Fn::Sub`: a text with placeholders such as `${Name}`, and what some of them stand for.
///
/// @param own the values that the call brings along, by their names
record Substitution(String text, Map<String, Object> own) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    /// @throws dev.ecswizard.sandbox.protocol.Refusal if it is neither a string nor a string and a map
    static Substitution of(Object argument) {
        return switch (argument) {
            case String text -> new Substitution(text, Map.of());
            case List<?> parts
            when parts.size() == 2
                    && parts.getFirst() instanceof String text
                    && parts.getLast() instanceof Map<?, ?> own
                    && Calls.function(own) == null -> new Substitution(text, Tree.map(own));
            default ->
                throw Refusals.invalid(
                        "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string");
        };
    }

    /// The names that it leaves to the template, in their order.
    List<String> open() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1).strip())
                .filter(name -> !name.startsWith("!") && !own.containsKey(name))
                .toList();
    }

    /// The text with all placeholders filled.
    String fill(java.util.function.UnaryOperator<String> value) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            var name = match.group(1).strip();
            return Matcher.quoteReplacement(
                    name.startsWith("!") ? "${" + match.group(1).strip().substring(1) + "}" : value.apply(name));
        });
    }

    static void check(Template template, Object argument) {
        var substitution = of(argument);
        substitution.own.forEach((key, value) -> {
            if (!key.matches("[A-Za-z0-9_]+")) {
                throw Refusals.invalid(
                        "Template error: every key of the context object of every Fn::Sub object must contain only alphanumeric characters and underscores");
            }
            if (!(value instanceof String) && Calls.function(value) == null) {
                throw Refusals.invalid(
                        "Template error: every value of the context object of every Fn::Sub object must be a string or a function that returns a string");
            }
        });
        for (var name : substitution.open()) {
            if (!name.matches("[A-Za-z0-9_.:]+")) {
                throw Refusals.invalid(
                        "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons");
            }
            var reference = References.placeholder(name);
            if (reference.attribute().isPresent()) {
                Optional.ofNullable(template.resources().get(reference.name()))
                        .filter(resource -> ResourceTypes.hasAttribute(
                                resource.type(), reference.attribute().get()))
                        .orElseThrow(() -> Refusals.invalid(
                                "Template error: instance of Fn::Sub references invalid resource attribute " + name));
            }
        }
    }
}
