package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackStatus;

/// What a stack is followed towards.
public enum Aim {
    /// To the end of whatever is under way: a creation with its roll-back, an update.
    COMPLETION,
    /// To the end of a change set that is executed. A stack that still waits for it is not at its end.
    EXECUTION,
    /// To the end of a deletion. A status from before it is no end.
    DELETION;

    /// Whether a stack in this status is where it was followed to, for better or worse.
    public boolean isReached(StackStatus status) {
        return status.isEnd()
                && switch (this) {
                    case COMPLETION -> true;
                    case EXECUTION -> !status.isUnderReview();
                    case DELETION -> status.name().startsWith("DELETE_");
                };
    }
}
