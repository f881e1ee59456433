package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.GroupSizes;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.Stacks;
import java.util.Map;
import java.util.Optional;

/// How large the group of a stack's hosts is just now. ECS or a person may have made it another size than the template
/// has.
final class KeptHosts {
    private static final String TYPE = "AWS::AutoScaling::AutoScalingGroup";
    private static final String KEPT = "HostsKeptDuringUpdate";
    private static final String MOST = "ClusterMaxSize";

    private KeptHosts() {}

    /// Blocks. Nothing where there is no group, or nobody may look.
    static Optional<GroupSizes> size(Stacks stacks, Optional<String> stackId) {
        try {
            return stackId.flatMap(id -> read(stacks, id));
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.CANCELLED) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private static Optional<GroupSizes> read(Stacks stacks, String stackId) {
        return stacks.resources(stackId).stream()
                .filter(resource -> resource.type().equals(TYPE))
                .map(StackResource::physicalId)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .flatMap(stacks::groupSizes);
    }

    /// The values with the number of hosts that a rolling update is to keep in service, where the template asks for
    /// it: the smaller of the group's present size and its maximum less one. With none kept the last host could go
    /// first. Blocks.
    ///
    /// @param values of the parameters as they will be, as far as they are known
    /// @throws CloudProblem if the group's size can not be read and is needed
    static Map<String, String> kept(Stacks stacks, String stackId, String template, Map<String, String> values) {
        var outline = Outline.of(template);
        if (!outline.hasParameter(KEPT)) {
            return Map.of();
        }
        var present = read(stacks, stackId).map(GroupSizes::desired).orElse(0);
        var most = outline.number(Optional.ofNullable(values.get(MOST))
                        .or(() -> outline.defaultOf(MOST))
                        .orElse(""))
                .orElse(present + 1);
        return Map.of(KEPT, String.valueOf(Math.max(0, Math.min(present, most - 1))));
    }
}
