package dev.ecswizard.deploy;

import dev.ecswizard.cloud.GroupSizes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The hosts of a stack as a change set meets them: how many there are, and by which rules they would be replaced.
///
/// @param present how many the group is to have just now, where that is known
/// @param most the group's maximum as it will be
/// @param rolls whether the template has hosts replaced at all when what they are launched from changes
/// @param replacesGroup whether the template has the whole group replaced instead
/// @param kept how many stay in service meanwhile
/// @param batch how many are replaced at a time, at most
/// @param drains whether ECS moves the tasks away from a host before it goes
/// @param joinsFirst whether a new host counts only when its agent has joined the cluster
public record Turnover(
        OptionalInt present,
        OptionalInt most,
        boolean rolls,
        boolean replacesGroup,
        int kept,
        int batch,
        boolean drains,
        boolean joinsFirst) {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    /// Where the ECS agent tells of itself on a host (ECS developer guide, "Container introspection").
    private static final String INTROSPECTION = "localhost:51678/v1/metadata";

    /// @param sizes of the group that is there
    static Turnover of(Submission submission, Optional<GroupSizes> sizes) {
        var text = submission.template();
        var outline = Outline.of(text, values(submission));
        var before = Outline.of(submission.known().map(Known::template).orElse(""));
        var group = outline.resource(GROUP);
        var policy = group.path("UpdatePolicy").path("AutoScalingRollingUpdate");
        var properties = group.path("Properties");
        // the group and the provider that are there do the replacing, not those that are to come
        var provider = before.resource("AWS::ECS::CapacityProvider");
        return new Turnover(
                sizes.map(GroupSizes::desired)
                        .map(OptionalInt::of)
                        .orElseGet(() -> outline.number(properties.path("DesiredCapacity"))),
                outline.number(properties.path("MaxSize")),
                !policy.isMissingNode(),
                group.path("UpdatePolicy")
                        .path("AutoScalingReplacingUpdate")
                        .path("WillReplace")
                        .asBoolean(),
                outline.number(policy.path("MinInstancesInService")).orElse(0),
                outline.number(policy.path("MaxBatchSize")).orElse(1),
                provider.path("Properties")
                        .path("AutoScalingGroupProvider")
                        .path("ManagedDraining")
                        .asText()
                        .equals("ENABLED"),
                text.contains(INTROSPECTION));
    }

    private static Map<String, String> values(Submission submission) {
        var values = new HashMap<String, String>();
        var before = submission.known().map(Known::parameters).orElse(Map.of());
        submission
                .request()
                .parameters()
                .forEach((name, value) -> value.or(() -> Optional.ofNullable(before.get(name)))
                        .ifPresent(known -> values.put(name, known)));
        return values;
    }

    /// How many are replaced at a time: as many as the policy allows, and as the maximum leaves room for.
    int together() {
        var room = most.isPresent() ? most.getAsInt() - kept : batch;
        var asked = Math.max(1, Math.min(batch, room));
        return present.isPresent() ? Math.max(1, Math.min(asked, present.getAsInt())) : asked;
    }

    /// How many hosts are in service at any moment meanwhile, at least. New hosts come first where the maximum leaves
    /// room above those that are kept.
    int staying() {
        if (present.isEmpty()) {
            return kept;
        }
        var now = present.getAsInt();
        return Math.min(now, Math.max(kept, now - together()));
    }
}
