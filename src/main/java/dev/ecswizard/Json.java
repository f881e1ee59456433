package dev.ecswizard;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes JSON (RFC 8259) in one line, of maps, collections, numbers and texts.
final class Json {
    private Json() {}

    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> text(String.valueOf(entry.getKey())) + ":" + of(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case Collection<?> items -> items.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
            case Number number -> number.toString();
            default -> text(value.toString());
        };
    }

    /// ASCII alone, whatever the terminal's characters are.
    private static String text(String text) {
        return text.chars()
                .mapToObj(c -> switch (c) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    default -> c < ' ' || c > '~' ? "\\u%04x".formatted(c) : Character.toString(c);
                })
                .collect(Collectors.joining("", "\"", "\""));
    }
}
