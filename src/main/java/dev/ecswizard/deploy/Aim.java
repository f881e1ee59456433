package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackStatus;

/// What a stack is followed towards.
public enum Aim {
    /// To the end of whatever is under way: a creation with its roll-back, an update.
    COMPLETION,
    /// To the end of a deletion. A status from before it is no end.
    DELETION;

    /// Whether a stack in this status is where it was followed to, for better or worse.
    public boolean isReached(StackStatus status) {
        return status.isEnd() && (this == COMPLETION || status.name().startsWith("DELETE_"));
    }
}
