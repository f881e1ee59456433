package dev.ecswizard.sandbox.stacks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The values of parameters that are not to be echoed, and what is shown in their place.
final class Hidden {
    /// As CloudFormation writes it.
    static final String MARK = "****";

    private final List<String> secrets;

    Hidden(Desired... states) {
        var found = new TreeSet<String>();
        for (var desired : states) {
            desired.parameters().given().forEach((name, value) -> {
                if (desired.template().parameters().get(name).isSecret() && !value.isEmpty()) {
                    found.add(value);
                }
            });
        }
        // the longer first: one may be part of another
        secrets = found.stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    /// The tree with every secret in it masked.
    Object in(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> {
                var shown = new LinkedHashMap<Object, Object>();
                map.forEach((key, value) -> shown.put(key, in(value)));
                yield shown;
            }
            case List<?> list -> list.stream().map(this::in).toList();
            case String text -> {
                var shown = text;
                for (var secret : secrets) {
                    shown = shown.replace(secret, MARK);
                }
                yield shown;
            }
            default -> tree;
        };
    }
}
