package dev.ecswizard.sandbox.stacks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What carrying out a plan would do to one resource of a stack.
///
/// @param declared as the plan declares it; as the stack does, if it is to be removed
/// @param physicalId empty if it is to be added
/// @param details what the templates tell: one or more for each property or other attribute
/// @param values what the values tell: one or more for each place where they differ
/// @param before what it is, by attribute (`Properties`, `Metadata` …); empty if it is to be added
/// @param after what it is to be; empty if it is to be removed
/// @param policy what becomes of the resource that is there, in CloudFormation's word
record Change(
        Action action,
        Template.Declared declared,
        String physicalId,
        List<Detail> details,
        List<Detail> values,
        Optional<Map<String, Object>> before,
        Optional<Map<String, Object>> after,
        Optional<String> policy) {

    enum Action {
        ADD,
        MODIFY,
        REMOVE
    }

    enum Source {
        DIRECT_MODIFICATION,
        PARAMETER_REFERENCE,
        RESOURCE_REFERENCE,
        RESOURCE_ATTRIBUTE
    }

    /// A reason why something of the resource changes.
    ///
    /// @param isStatic whether it is certain
    /// @param cause the parameter, resource or attribute (`Role.Arn`) that brings it about
    record Detail(Target target, boolean isStatic, Source source, Optional<String> cause) {
        /// What it makes of the resource.
        Recreation recreation() {
            return target.recreation() == Recreation.ALWAYS && !isStatic
                    ? Recreation.CONDITIONALLY
                    : target.recreation();
        }
    }

    /// What changes.
    ///
    /// @param attribute `Properties`, `Tags`, `Metadata` …
    /// @param property the property's name, if it is one and not the tags
    /// @param difference the place and the values, as far as one place is meant
    record Target(String attribute, Optional<String> property, Recreation recreation, Optional<Difference> difference) {
        /// A property, or the tags, as a whole or a place within.
        static Target property(String property, Recreation recreation, Optional<Difference> difference) {
            return property.equals("Tags")
                    ? new Target("Tags", Optional.empty(), recreation, difference)
                    : new Target("Properties", Optional.of(property), recreation, difference);
        }
    }

    Change replaced(String policy) {
        return new Change(action, declared, physicalId, details, values, before, after, Optional.of(policy));
    }

    String logicalId() {
        return declared.logicalId();
    }

    /// Whether the resource will be replaced: never, perhaps, certainly.
    Recreation replacement() {
        return Stream.concat(details.stream(), values.stream())
                .map(Detail::recreation)
                .max(Comparator.naturalOrder())
                .orElse(Recreation.NEVER);
    }

    /// The attributes that change, each once.
    List<String> scope() {
        return Stream.concat(details.stream(), values.stream())
                .map(detail -> detail.target().attribute())
                .distinct()
                .sorted()
                .toList();
    }
}
