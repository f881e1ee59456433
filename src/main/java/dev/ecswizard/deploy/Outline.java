package dev.ecswizard.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What can be read off a template's text without working its functions out. A reference in its short form, such as
/// `!Ref ClusterSize`, reads as the name alone.
record Outline(JsonNode root, Map<String, String> values) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /// Without values; a text that can not be read is an empty template.
    static Outline of(String template) {
        return of(template, Map.of());
    }

    /// @param values of the parameters
    static Outline of(String template, Map<String, String> values) {
        try {
            return new Outline(YAML.readTree(template), values);
        } catch (JsonProcessingException _) {
            return new Outline(MissingNode.getInstance(), values);
        }
    }

    boolean hasParameter(String name) {
        return root.path("Parameters").has(name);
    }

    Optional<String> defaultOf(String parameter) {
        return Optional.of(root.path("Parameters").path(parameter).path("Default"))
                .filter(node -> !node.isMissingNode())
                .map(JsonNode::asText);
    }

    /// The first resource of a type, or a missing node.
    JsonNode resource(String type) {
        return resources()
                .filter(each -> each.path("Type").asText().equals(type))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private Stream<JsonNode> resources() {
        return root.path("Resources").properties().stream().map(Map.Entry::getValue);
    }

    /// A node's text, or the value of the parameter that it refers to.
    String text(JsonNode node) {
        var name = node.isObject() && node.has("Ref") ? node.path("Ref").asText() : node.asText();
        return Optional.ofNullable(values.get(name))
                .or(() -> hasParameter(name) ? defaultOf(name) : Optional.empty())
                .orElse(name);
    }

    OptionalInt number(JsonNode node) {
        return number(text(node)).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /// The number that a text is.
    Optional<Integer> number(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
