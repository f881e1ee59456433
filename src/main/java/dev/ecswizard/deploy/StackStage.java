package dev.ecswizard.deploy;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import java.util.List;
import java.util.Set;

/// How far a stack is, as far as it matters to its hosts.
///
/// @param signalled the hosts that have told CloudFormation that they are up
public record StackStage(Way way, Set<String> signalled) {
    /// Where it goes.
    public enum Way {
        /// It is being made or changed.
        UP,
        /// It is there; hosts have to join.
        THERE,
        /// It has failed, and its hosts go or will go.
        DOWN,
        /// Nothing more is to be seen.
        OVER
    }

    public StackStage {
        signalled = Set.copyOf(signalled);
    }

    /// A stack that is there.
    public static final StackStage MADE = new StackStage(Way.THERE, Set.of());

    /// While it is followed, before its outcome is known.
    public static StackStage of(Stack stack, List<StackEvent> events) {
        return new Signals().stage(stack, events);
    }

    static StackStage of(Stack stack, Set<String> signalled) {
        var status = stack.status();
        var isFailing =
                status.isRollback() || status.isFailure() || status.name().startsWith("DELETE_");
        return new StackStage(isFailing ? Way.DOWN : Way.UP, signalled);
    }

    /// The same on another way.
    public StackStage on(Way other) {
        return new StackStage(other, signalled);
    }
}
