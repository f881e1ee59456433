package dev.ecswizard.sandbox.stacks;

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
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            "Resources",
            "Outputs",
            "Hooks");
    private static final Set<String> RESOURCE_KEYS = Set.of(
            "Type",
            "Properties",
            "Metadata",
            "DependsOn",
            "Condition",
            "CreationPolicy",
            "UpdatePolicy",
            "DeletionPolicy",
            "UpdateReplacePolicy");
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
        var tree = TemplateReader.read(body);
        var unknown =
                tree.keySet().stream().filter(key -> !SECTIONS.contains(key)).toList();
        if (!unknown.isEmpty()) {
            throw Refusals.invalid("Invalid template property or properties " + unknown);
        }
        Tree.text(tree, "AWSTemplateFormatVersion")
                .filter(v -> !v.equals("2010-09-09"))
                .ifPresent(version -> {
                    throw Refusals.invalid("Template format error: Template format version is invalid: " + version);
                });
        if (tree.containsKey("Transform")) {
            throw Refusals.invalid("Transforms are not available in this sandbox: " + tree.get("Transform"));
        }
        var parameters = new LinkedHashMap<String, Parameter>();
        Tree.map(tree, "Parameters").forEach((name, node) -> parameters.put(name, Parameter.parse(name, node)));
        var resources = new LinkedHashMap<String, Declared>();
        Tree.map(tree, "Resources").forEach((name, node) -> resources.put(name, resource(name, node)));
        if (resources.isEmpty()) {
            throw Refusals.invalid("Template format error: At least one Resources member must be defined.");
        }
        var foreign = new TreeSet<String>();
        resources.values().stream()
                .map(Declared::type)
                .filter(type -> !ResourceTypes.isKnown(type))
                .forEach(foreign::add);
        if (!foreign.isEmpty()) {
            throw Refusals.invalid("Template format error: Unrecognized resource types: " + foreign);
        }
        Tree.map(tree, "Outputs").forEach((name, node) -> {
            if (Tree.at(node, "Value").isEmpty()) {
                throw Refusals.invalid(
                        "Template format error: Output " + name + " is malformed. The Value field is required");
            }
        });
        var template = new Template(body, tree, Tree.text(tree, "Description").orElse(null), parameters, resources);
        References.check(template);
        return template;
    }

    private static Declared resource(String name, Object node) {
        if (!name.matches("[a-zA-Z0-9]+")) {
            throw Refusals.invalid("Template format error: Resource name " + name + " is non alphanumeric.");
        }
        var body = Tree.map(node);
        var unknown = body.keySet().stream()
                .filter(key -> !RESOURCE_KEYS.contains(key))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusals.invalid("Invalid template resource property '" + unknown.getFirst() + "'");
        }
        var type = Tree.text(body, "Type")
                .orElseThrow(() -> Refusals.invalid("Template format error: [/Resources/" + name
                        + "] Every Resources object must contain a Type member."));
        return new Declared(name, type, body);
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

    private List<Declared> iamResources() {
        return resources.values().stream()
                .filter(resource -> IAM_TYPES.contains(resource.type()))
                .toList();
    }
}
