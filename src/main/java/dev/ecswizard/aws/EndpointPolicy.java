package dev.ecswizard.aws;

import java.util.List;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/// The policy of a VPC endpoint.
final class EndpointPolicy {
    private EndpointPolicy() {}

    /// Whether it lets everybody do everything, as the one does that an endpoint gets without another (AWS PrivateLink
    /// guide, "Control access to VPC endpoints using endpoint policies"). What can not be read is not open.
    static boolean isOpen(String document) {
        if (document.isBlank()) {
            return true;
        }
        try {
            var statements = JsonNode.parser()
                    .parse(document)
                    .field("Statement")
                    .map(EndpointPolicy::items)
                    .orElse(List.of());
            return statements.stream().anyMatch(EndpointPolicy::allowsAll)
                    && statements.stream().noneMatch(statement -> is(statement, "Effect", "Deny"));
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static List<JsonNode> items(JsonNode node) {
        return node.isArray() ? node.asArray() : List.of(node);
    }

    private static boolean allowsAll(JsonNode statement) {
        return is(statement, "Effect", "Allow")
                && isAll(statement, "Action")
                && isAll(statement, "Resource")
                && isEverybody(statement)
                && statement.field("Condition").isEmpty();
    }

    private static boolean isEverybody(JsonNode statement) {
        return isAll(statement, "Principal")
                || statement
                        .field("Principal")
                        .filter(JsonNode::isObject)
                        .filter(principal -> isAll(principal, "AWS"))
                        .isPresent();
    }

    private static boolean isAll(JsonNode statement, String field) {
        return statement.field(field).stream()
                .flatMap(node -> items(node).stream())
                .anyMatch(node -> node.isString() && node.asString().equals("*"));
    }

    private static boolean is(JsonNode statement, String field, String value) {
        return statement
                .field(field)
                .filter(node -> node.isString() && node.asString().equals(value))
                .isPresent();
    }
}
