package dev.ecswizard.cloud;

/// The status of a stack or of a resource in it, as CloudFormation writes it. A value, so that a status that AWS adds
/// later is shown and judged by its form instead of being lost.
public record StackStatus(String name) {
    public boolean isInProgress() {
        return name.endsWith("_IN_PROGRESS");
    }

    public boolean isFailure() {
        return name.endsWith("_FAILED");
    }

    public boolean isRollback() {
        return name.contains("ROLLBACK");
    }

    /// A stack in this status changes no more unless somebody asks for it.
    public boolean isEnd() {
        return !isInProgress() || isUnderReview();
    }

    /// An empty stack that a change set made and nobody executed.
    public boolean isUnderReview() {
        return name.equals("REVIEW_IN_PROGRESS");
    }

    public boolean isDeleted() {
        return name.equals("DELETE_COMPLETE");
    }

    /// The end that was wanted of a creation, an update or an import.
    public boolean isSuccess() {
        return name.endsWith("_COMPLETE") && !isRollback() && !isDeleted();
    }

    @Override
    public String toString() {
        return name;
    }
}
