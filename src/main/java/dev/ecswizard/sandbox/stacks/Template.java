package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A template that CloudFormation would take in: its sections are known, every reference leads somewhere and no
/// resources wait for each other.
record Template(
        String body,
        Map<String, Object> tree,
        String description,
        Map<String, Parameter> parameters,
        Map<String, Declared> resources) {
    private static final Set<String> IAM_TYPES = Set.of(
            "AWS::IAM::AccessKey",
            "AWS::IAM::Group",
            "AWS::IAM::InstanceProfile",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::Policy",
            "AWS::IAM::Role",
            "AWS::IAM::User",
            "AWS::IAM::UserToGroupAddition");
    private static final List<String> IAM_NAMES =
            List.of("RoleName", "InstanceProfileName", "GroupName", "UserName", "ManagedPolicyName");

    static final Template NONE = new Template("", Map.of(), null, Map.of(), Map.of());

    /// A resource as the template declares it.
    record Declared(String logicalId, String type, Map<String, Object> body) {
        Object properties() {
            return Tree.at(body, "Properties").orElse(Map.of());
        }

        List<String> dependsOn() {
            return Tree.at(body, "DependsOn")
                    .map(value -> value instanceof String one ? List.of(one) : Tree.texts(value))
                    .orElse(List.of());
        }

        Optional<String> text(String key) {
            return Tree.text(body, key);
        }
    }

    /// @throws dev.ecswizard.sandbox.protocol.Refusal with CloudFormation's sentence
    static Template parse(String body) {
        var template = lenient(body);
        var foreign = template.unrecognized();
        if (!foreign.isEmpty()) {
            throw Refusals.invalid("Template format error: Unrecognized resource types: " + foreign);
        }
        return template;
    }

    /// Takes in resource types that nobody knows as well.
    ///
    /// @throws dev.ecswizard.sandbox.protocol.Refusal with CloudFormation's sentence
    static Template lenient(String body) {
        var tree = TemplateReader.read(body);
        Shape.check(tree);
        var parameters = new LinkedHashMap<String, Parameter>();
        Tree.map(tree, "Parameters").forEach((name, node) -> parameters.put(name, Parameter.parse(name, node)));
        var resources = new LinkedHashMap<String, Declared>();
        Tree.map(tree, "Resources")
                .forEach((name, node) -> resources.put(
                        name, new Declared(name, Tree.text(node, "Type").orElseThrow(), Tree.map(node))));
        var common = new TreeSet<>(parameters.keySet());
        common.retainAll(resources.keySet());
        if (!common.isEmpty()) {
            throw Refusals.invalid(
                    "Template error: all resources and parameters must have unique names. Common name(s):" + common);
        }
        var template = new Template(body, tree, Tree.text(tree, "Description").orElse(null), parameters, resources);
        Calls.check(template);
        References.check(template);
        Conditions.check(template);
        Exports.check(template);
        DynamicReferences.check(template);
        return template;
    }

    /// The resource types that it names and the sandbox does not know, sorted.
    Set<String> unrecognized() {
        var foreign = new TreeSet<>(resourceTypes());
        foreign.removeIf(ResourceTypes::isKnown);
        return foreign;
    }

    Map<String, Object> section(String name) {
        return Tree.map(tree, name);
    }

    /// The capability without which its resources may not be made, if there is one.
    Optional<String> capability() {
        var iam = iamResources();
        if (iam.isEmpty()) {
            return Optional.empty();
        }
        var isNamed = iam.stream()
                .anyMatch(resource -> IAM_NAMES.stream()
                        .anyMatch(key -> Tree.at(resource.properties(), key).isPresent()));
        return Optional.of(isNamed ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM");
    }

    Optional<String> capabilityReason() {
        var types = new TreeSet<>(iamResources().stream().map(Declared::type).toList());
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of("The following resource(s) require capabilities: " + types);
    }

    List<String> resourceTypes() {
        return resources.values().stream().map(Declared::type).distinct().toList();
    }

    /// The logical ids of each resource type, in the template's order.
    Map<String, List<String>> byType() {
        var byType = new LinkedHashMap<String, List<String>>();
        resources
                .values()
                .forEach(resource -> byType.computeIfAbsent(resource.type(), _ -> new ArrayList<>())
                        .add(resource.logicalId()));
        return byType;
    }

    private List<Declared> iamResources() {
        return resources.values().stream()
                .filter(resource -> IAM_TYPES.contains(resource.type()))
                .toList();
    }
}
