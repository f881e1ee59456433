package dev.ecswizard.sandbox.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parameters of a query request as the tree that their dotted names draw: `Filter.1.Value.2=a` is the value of
/// `2` below `Value` below `1` below `Filter`.
final class Form {
    private static final int DEEPEST = 32;

    private final Map<String, Form> children = new LinkedHashMap<>();
    private String value;

    /// @throws IllegalArgumentException if it is not `application/x-www-form-urlencoded`
    static Form parse(String... parts) {
        var form = new Form();
        for (var part : parts) {
            for (var pair : part.strip().split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    form.put(
                            decode(equals < 0 ? pair : pair.substring(0, equals)),
                            equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void put(String name, String text) {
        var steps = name.split("\\.", DEEPEST + 1);
        if (steps.length > DEEPEST) {
            throw new IllegalArgumentException("a parameter's name has more than " + DEEPEST + " steps");
        }
        var node = this;
        for (var step : steps) {
            node = node.children.computeIfAbsent(step, _ -> new Form());
        }
        node.value = text;
    }

    Optional<String> value(String name) {
        return child(name).map(child -> child.value);
    }

    String value() {
        return value;
    }

    Optional<Form> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    Set<String> names() {
        return children.keySet();
    }

    /// What stands below the numbers, in their order.
    List<Form> numbered() {
        return children.entrySet().stream()
                .filter(child -> !child.getKey().isEmpty()
                        && child.getKey().length() < 10
                        && child.getKey().chars().allMatch(digit -> digit >= '0' && digit <= '9'))
                .sorted(java.util.Comparator.comparingInt(child -> Integer.parseInt(child.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }
}
