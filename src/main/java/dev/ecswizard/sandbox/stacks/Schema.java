package dev.ecswizard.sandbox.stacks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
                for (var i = 0; i < list.size(); i++) {
                    check(rule.path("items"), list.get(i), path + "/" + i, found);
                }
            }
            case "string" -> scalar(value, path, "String", ".*", found);
            case "integer" -> scalar(value, path, "Integer", "-?\\d+", found);
            case "number" -> scalar(value, path, "Number", "-?\\d+(\\.\\d+)?", found);
            case "boolean" -> scalar(value, path, "Boolean", "(?i)true|false", found);
            default -> {}
        }
        var enumeration = rule.path("enum");
        if (enumeration.isArray() && value instanceof String text && !holds(enumeration, text)) {
            found.add(path + ": " + text + " is not a valid enum value");
        }
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

    private static void scalar(Object value, String path, String type, String form, List<String> found) {
        var isOfForm = value instanceof String text
                && java.util.regex.Pattern.compile(form, java.util.regex.Pattern.DOTALL)
                        .matcher(text)
                        .matches();
        if (!isOfForm) {
            found.add(path + ": expected type: " + type + ", found: " + kind(value));
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
