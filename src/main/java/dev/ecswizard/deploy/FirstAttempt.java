package dev.ecswizard.deploy;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.util.List;
import java.util.Set;

/// Tells a stack that never came up, which may be removed for another attempt, from one that ever did, which may not.
public final class FirstAttempt {
    private static final Set<String> LEFT_BY_A_CREATION =
            Set.of("CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED");
    private static final Set<String> BEGINNINGS = Set.of("CREATE_IN_PROGRESS", "REVIEW_IN_PROGRESS");

    private FirstAttempt() {}

    /// Whether the stack has failed and never reached CREATE_COMPLETE. Both have to say so: its status, and its events,
    /// which have to reach back to its beginning. A stack of which too little is known counts as one that came up.
    ///
    /// @param events of the stack, all that there are
    public static boolean hasFailed(Stack stack, List<StackEvent> events) {
        var own = events.stream()
                .filter(StackEvent::isOfStack)
                .map(StackEvent::status)
                .map(StackStatus::name)
                .toList();
        return LEFT_BY_A_CREATION.contains(stack.status().name())
                && own.stream().anyMatch(BEGINNINGS::contains)
                && own.stream().noneMatch(FirstAttempt::isOfAStackThatCameUp);
    }

    /// Nothing is updated or imported that was not complete before, or was imported into being.
    private static boolean isOfAStackThatCameUp(String status) {
        return status.equals("CREATE_COMPLETE") || status.startsWith("UPDATE_") || status.startsWith("IMPORT_");
    }
}
