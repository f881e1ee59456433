package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackStatus;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What a person can do with a stack that is there.
public enum StackAction {
    /// Fill the wizard from what it is made of.
    OPEN,
    /// Give it another template or other values.
    CHANGE,
    /// Follow what is under way, or read the log of what was.
    WATCH,
    /// Remove what a creation that failed has left, and make the stack anew. Of a stack that was complete once there is
    /// no such thing.
    RETRY,
    /// Undo what failed and was kept for inspection.
    ROLL_BACK,
    /// Stop an update that is under way, and put back what it has done.
    CANCEL_UPDATE,
    /// Go on with a roll-back that failed, with resources left out if need be.
    CONTINUE_ROLLBACK,
    /// Delete it with all that it made.
    DELETE,
    /// Delete it, and leave in the account what could not be deleted.
    DELETE_RETAINING,
    /// Remove the empty stack that a change set made and nobody executed.
    CLEAN_UP;

    private static final Set<StackAction> WHILE_BUSY = Set.of(OPEN, WATCH);
    private static final Set<StackAction> WHOLE = Set.of(OPEN, CHANGE, WATCH, DELETE);
    private static final Set<StackAction> NEVER_MADE = Set.of(OPEN, WATCH, RETRY, DELETE);

    /// CloudFormation user guide, "Stack status codes" and "Continue rolling back an update"; API reference,
    /// CreateChangeSet, DeleteStack, CancelUpdateStack, ContinueUpdateRollback, RollbackStack.
    private static final Map<String, Set<StackAction>> BY_STATUS = Map.ofEntries(
            Map.entry("CREATE_IN_PROGRESS", Set.of(OPEN, WATCH, DELETE)),
            Map.entry("CREATE_FAILED", Set.of(OPEN, WATCH, RETRY, ROLL_BACK, DELETE)),
            Map.entry("CREATE_COMPLETE", WHOLE),
            Map.entry("ROLLBACK_IN_PROGRESS", WHILE_BUSY),
            Map.entry("ROLLBACK_FAILED", NEVER_MADE),
            Map.entry("ROLLBACK_COMPLETE", NEVER_MADE),
            Map.entry("DELETE_IN_PROGRESS", WHILE_BUSY),
            Map.entry("DELETE_FAILED", Set.of(OPEN, WATCH, DELETE, DELETE_RETAINING)),
            Map.entry("DELETE_COMPLETE", WHILE_BUSY),
            Map.entry("UPDATE_IN_PROGRESS", Set.of(OPEN, WATCH, CANCEL_UPDATE)),
            Map.entry("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", WHILE_BUSY),
            Map.entry("UPDATE_COMPLETE", WHOLE),
            Map.entry("UPDATE_FAILED", Set.of(OPEN, CHANGE, WATCH, ROLL_BACK, DELETE)),
            Map.entry("UPDATE_ROLLBACK_IN_PROGRESS", WHILE_BUSY),
            Map.entry("UPDATE_ROLLBACK_FAILED", Set.of(OPEN, WATCH, CONTINUE_ROLLBACK, DELETE)),
            Map.entry("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", WHILE_BUSY),
            Map.entry("UPDATE_ROLLBACK_COMPLETE", WHOLE),
            Map.entry("REVIEW_IN_PROGRESS", Set.of(CLEAN_UP)),
            Map.entry("IMPORT_IN_PROGRESS", WHILE_BUSY),
            Map.entry("IMPORT_COMPLETE", WHOLE),
            Map.entry("IMPORT_ROLLBACK_IN_PROGRESS", WHILE_BUSY),
            Map.entry("IMPORT_ROLLBACK_FAILED", Set.of(OPEN, WATCH, DELETE)),
            Map.entry("IMPORT_ROLLBACK_COMPLETE", WHOLE));

    /// What can be done with a stack in that status, in the order of this type. Of a status that AWS adds later: what
    /// its form allows for sure.
    public static Set<StackAction> of(StackStatus status) {
        var fallback = status.isEnd() ? Set.of(OPEN, WATCH, DELETE) : WHILE_BUSY;
        var actions = EnumSet.noneOf(StackAction.class);
        actions.addAll(BY_STATUS.getOrDefault(status.name(), fallback));
        return actions;
    }

    /// The statuses that the table knows.
    static Set<String> statuses() {
        return BY_STATUS.keySet();
    }
}
