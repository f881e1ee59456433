package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.stacks.Change.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something that CloudFormation sees to be wrong before it makes anything. Source: CloudFormation User Guide,
/// "Validate stack deployments"; of its validations the two that concern the sandbox's resource types.
///
/// @param path into the template, from `/Resources` on
record Finding(Validation validation, Template.Declared declared, String physicalId, String reason, String path) {

    /// What was looked at.
    enum Validation {
        PROPERTY_VALIDATION("AWS::EarlyValidation::PropertyValidation"),
        NAME_CONFLICT_VALIDATION("AWS::EarlyValidation::ResourceExistenceCheck");

        private final String hook;

        Validation(String hook) {
            this.hook = hook;
        }

        /// As the reason of a change set names it.
        String hook() {
            return hook;
        }
    }

    static List<Finding> in(Changes changes, RegionStacks home) {
        var found = new ArrayList<Finding>();
        for (var change : changes.resources()) {
            change.after().map(after -> Tree.map(after, "Properties")).ifPresent(properties -> {
                ResourceTypes.schema(change.declared().type())
                        .violations(properties)
                        .forEach(violation -> found.add(property(change, violation)));
                if (change.action() == Action.ADD) {
                    name(change, properties, home).ifPresent(found::add);
                }
            });
        }
        return found;
    }

    /// @param violation such as `#/Rules/0: required key [Port] not found`
    private static Finding property(Change change, String violation) {
        return new Finding(
                Validation.PROPERTY_VALIDATION,
                change.declared(),
                change.physicalId(),
                violation,
                "/Resources/" + change.logicalId() + "/Properties" + violation.substring(1, violation.indexOf(": ")));
    }

    private static Optional<Finding> name(Change change, Map<String, Object> properties, RegionStacks home) {
        var type = change.declared().type();
        return ResourceTypes.schema(type)
                .identifier()
                .flatMap(key -> Tree.text(properties, key))
                .filter(name -> type.equals("AWS::IAM::Role")
                        ? home.world().hasRole(name)
                        : home.inventory().find(type, name).isPresent())
                .map(name -> new Finding(
                        Validation.NAME_CONFLICT_VALIDATION,
                        change.declared(),
                        name,
                        "Resource of type '" + type + "' with identifier '" + name + "' already exists.",
                        "/Resources/" + change.logicalId()));
    }

    /// CloudFormation's sentence about a change set with findings.
    static String sentence(List<Finding> findings) {
        var hooks = findings.stream()
                .map(finding -> finding.validation().hook())
                .distinct()
                .sorted()
                .toList();
        return "The following hook(s)/validation failed: " + hooks
                + ". To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.";
    }
}
