package dev.ecswizard.sandbox.stacks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.Output;

/// The last state in which a stack was stable, and what has been touched since.
final class Undo {
    private final Plan plan;
    private final List<Output> outputs;
    private final Map<String, Member> before = new LinkedHashMap<>();

    Undo(Stack stack) {
        plan = stack.plan();
        outputs = stack.outputs;
    }

    Plan plan() {
        return plan;
    }

    List<Output> outputs() {
        return outputs;
    }

    /// Remembers what a resource is, unless it was remembered already.
    void remember(Member member) {
        before.computeIfAbsent(member.logicalId(), _ -> member.detached());
    }

    /// By logical id, what was there and was touched.
    Map<String, Member> before() {
        return before;
    }

    Member before(String logicalId) {
        return before.get(logicalId);
    }

    /// To be called when it is again what it was.
    void forget(String logicalId) {
        before.remove(logicalId);
    }
}
