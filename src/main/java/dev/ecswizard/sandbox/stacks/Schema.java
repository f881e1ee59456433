package dev.ecswizard.sandbox.stacks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What the properties of a resource type may look like, as its schema in AWS's registry says.
record Schema(JsonNode node) {
    boolean hasAttribute(String name) {
        return StreamSupport.stream(node.path("attributes").spliterator(), false)
                .anyMatch(attribute -> attribute.asText().equals(name));
    }

    /// What a change there does to the resource.
    ///
    /// @param path of a property or within one, such as `AutoScalingGroupProvider/AutoScalingGroupArn`
    Recreation recreation(String path) {
        if (names(path, "createOnly")) {
            return Recreation.ALWAYS;
        }
        return names(path, "conditionalCreateOnly") ? Recreation.CONDITIONALLY : Recreation.NEVER;
    }

    private boolean names(String path, String list) {
        return StreamSupport.stream(node.path(list).spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(named -> (path + "/").startsWith(named + "/") || named.startsWith(path + "/"));
    }

    /// Whether the stack's tags reach resources of this type.
    boolean isTaggable() {
        return node.path("taggable").asBoolean();
    }

    /// The property that names a resource, if a template can give it a name.
    Optional<String> identifier() {
        return Optional.ofNullable(node.path("identifier").textValue());
    }

    /// The properties that AWS knows a resource by.
    List<String> identifiers() {
        return StreamSupport.stream(node.path("identifiers").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /// What is wrong with a resource's properties, in the registry's words; empty if nothing is.
    List<String> violations(Object properties) {
        var found = new ArrayList<String>();
        check(node, properties, "#", found);
        return found;
    }

    private static void check(JsonNode rule, Object value, String path, List<String> found) {
        if (Forecast.UNKNOWN.equals(value)) {
            return;
        }
        switch (rule.path("type").asText("")) {
            case "object" -> object(rule, value, path, found);
            case "array" -> {
                if (!(value instanceof List<?> list)) {
                    found.add(path + ": expected type: JSONArray, found: " + kind(value));
                    return;
                }
                count(rule, list, path, found);
                for (var i = 0; i < list.size(); i++) {
                    check(rule.path("items"), list.get(i), path + "/" + i, found);
                }
            }
            case "string" -> text(rule, value, path, found);
            case "integer" -> number(rule, value, path, "Integer", found);
            case "number" -> number(rule, value, path, "Number", found);
            case "boolean" -> truth(value, path, found);
            default -> {}
        }
        var enumeration = rule.path("enum");
        if (enumeration.isArray() && value instanceof String text && !holds(enumeration, text)) {
            found.add(failed(path, "enum"));
        }
    }

    private static void count(JsonNode rule, List<?> list, String path, List<String> found) {
        if (list.size() < rule.path("minItems").asInt(0)) {
            found.add(path + ": expected minimum item count: " + rule.path("minItems") + ", found: " + list.size());
        }
        if (list.size() > rule.path("maxItems").asInt(Integer.MAX_VALUE)) {
            found.add(path + ": expected maximum item count: " + rule.path("maxItems") + ", found: " + list.size());
        }
        if (rule.path("uniqueItems").asBoolean() && new HashSet<>(list).size() < list.size()) {
            found.add(path + ": array items are not unique");
        }
    }

    /// The registry's words where it would otherwise have to repeat a value.
    private static String failed(String path, String keyword) {
        return path + ": failed validation constraint for keyword [" + keyword + "]";
    }

    private static void object(JsonNode rule, Object value, String path, List<String> found) {
        if (!(value instanceof Map<?, ?> map)) {
            found.add(path + ": expected type: JSONObject, found: " + kind(value));
            return;
        }
        rule.path("required").forEach(key -> {
            if (!map.containsKey(key.asText())) {
                found.add(path + ": required key [" + key.asText() + "] not found");
            }
        });
        map.forEach((key, inner) -> {
            var below = rule.path("properties").path(String.valueOf(key));
            if (below.isMissingNode()) {
                found.add(path + ": extraneous key [" + key + "] is not permitted");
            } else {
                check(below, inner, path + "/" + key, found);
            }
        });
    }

    private static void text(JsonNode rule, Object value, String path, List<String> found) {
        if (!(value instanceof String text)) {
            found.add(path + ": expected type: String, found: " + kind(value));
            return;
        }
        var length = text.codePointCount(0, text.length());
        if (length < rule.path("minLength").asInt(0)) {
            found.add(path + ": expected minLength: " + rule.path("minLength") + ", actual: " + length);
        }
        if (length > rule.path("maxLength").asInt(Integer.MAX_VALUE)) {
            found.add(path + ": expected maxLength: " + rule.path("maxLength") + ", actual: " + length);
        }
        var pattern = rule.path("pattern");
        if (pattern.isTextual()
                && !Match.compile(pattern.asText()).orElseThrow().finds(text)) {
            found.add(failed(path, "pattern"));
        }
    }

    private static void number(JsonNode rule, Object value, String path, String type, List<String> found) {
        var form = type.equals("Integer") ? "-?\\d{1,18}" : "-?\\d{1,18}(\\.\\d{1,18})?";
        if (!(value instanceof String text) || !text.matches(form)) {
            found.add(path + ": expected type: " + type + ", found: " + kind(value));
            return;
        }
        var number = new BigDecimal(text);
        if (rule.has("minimum") && number.compareTo(rule.path("minimum").decimalValue()) < 0) {
            found.add(failed(path, "minimum"));
        }
        if (rule.has("maximum") && number.compareTo(rule.path("maximum").decimalValue()) > 0) {
            found.add(failed(path, "maximum"));
        }
    }

    private static void truth(Object value, String path, List<String> found) {
        if (!(value instanceof String text) || !text.matches("(?i)true|false")) {
            found.add(path + ": expected type: Boolean, found: " + kind(value));
        }
    }

    private static boolean holds(JsonNode enumeration, String text) {
        return StreamSupport.stream(enumeration.spliterator(), false)
                .anyMatch(item -> item.asText().equals(text));
    }

    private static String kind(Object value) {
        return switch (value) {
            case Map<?, ?> _ -> "JSONObject";
            case List<?> _ -> "JSONArray";
            default -> "String";
        };
    }
}
