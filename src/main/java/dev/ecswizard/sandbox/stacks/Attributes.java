package dev.ecswizard.sandbox.stacks;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether what a template says of a resource beside its properties has the form that CloudFormation reads.
final class Attributes {
    private static final Set<String> KNOWN = Set.of(
            "Type",
            "Properties",
            "Metadata",
            "DependsOn",
            "Condition",
            "CreationPolicy",
            "UpdatePolicy",
            "DeletionPolicy",
            "UpdateReplacePolicy",
            "Description",
            "Version");
    private static final Set<String> CREATION = Set.of("ResourceSignal", "AutoScalingCreationPolicy", "StartFleet");
    private static final Set<String> UPDATE = Set.of(
            "AutoScalingRollingUpdate",
            "AutoScalingReplacingUpdate",
            "AutoScalingScheduledAction",
            "CodeDeployLambdaAliasUpdate",
            "EnableVersionUpgrade",
            "UseOnlineResharding");

    private Attributes() {}

    /// @throws dev.ecswizard.sandbox.protocol.Refusal with CloudFormation's sentence
    static void check(String name, Object node) {
        if (!(node instanceof Map<?, ?>)) {
            throw Shape.malformed("Any Resources member must be an object.");
        }
        var body = Tree.map(node);
        body.keySet().stream().filter(key -> !KNOWN.contains(key)).findFirst().ifPresent(key -> {
            throw key.startsWith("Fn::ForEach")
                    ? Shape.forEach("Resources")
                    : Refusals.invalid("Invalid template resource property '" + key + "'");
        });
        if (!body.containsKey("Type")) {
            throw Shape.malformed("[/Resources/" + name + "] Every Resources object must contain a Type member.");
        }
        for (var key : List.of("Type", "Condition", "DeletionPolicy", "UpdateReplacePolicy")) {
            Shape.text(body, key);
        }
        if (body.containsKey("Properties") && !(body.get("Properties") instanceof Map)) {
            throw Shape.malformed("Any Properties member must be a JSON object.");
        }
        dependsOn(body.get("DependsOn"));
        policy(body, "CreationPolicy", CREATION);
        policy(body, "UpdatePolicy", UPDATE);
        ends(name, body, "DeletionPolicy", Set.of("Delete", "Retain", "RetainExceptOnCreate", "Snapshot"));
        ends(name, body, "UpdateReplacePolicy", Set.of("Delete", "Retain", "Snapshot"));
    }

    private static void dependsOn(Object node) {
        switch (node) {
            case null -> {}
            case String _ -> {}
            case List<?> list when list.stream().allMatch(String.class::isInstance) -> {}
            case List<?> _ -> throw Shape.malformed("Every DependsOn value must be a string.");
            default -> throw Shape.malformed("DependsOn must be a string or list of strings.");
        }
    }

    private static void policy(Map<String, Object> body, String key, Set<String> known) {
        if (!body.containsKey(key)) {
            return;
        }
        if (!(body.get(key) instanceof Map)) {
            throw Shape.malformed("Any " + key + " member must be a JSON object.");
        }
        Tree.map(body, key).keySet().stream()
                .filter(member -> !known.contains(member) && !member.startsWith("Fn::"))
                .findFirst()
                .ifPresent(member -> {
                    throw Refusals.invalid("Encountered unsupported property " + member);
                });
    }

    private static void ends(String name, Map<String, Object> body, String key, Set<String> known) {
        var policy = Tree.text(body, key).orElse("Delete");
        if (!known.contains(policy)) {
            throw Shape.malformed("Unrecognized " + key + " " + policy + " for resource " + name);
        }
        // none of the types that the sandbox knows can be kept as a snapshot
        var type = Tree.text(body, "Type").orElse("");
        if (policy.equals("Snapshot") && ResourceTypes.isKnown(type)) {
            throw Refusals.invalid("Template error: resource type " + type + " does not support "
                    + (key.equals("DeletionPolicy") ? "deletion" : "update replace") + " policy Snapshot");
        }
    }
}
