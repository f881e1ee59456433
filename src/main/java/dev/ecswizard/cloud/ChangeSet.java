package dev.ecswizard.cloud;

import java.util.List;
import java.util.Optional;

/// A change set as CloudFormation describes it, or a page of it.
///
/// @param status such as CREATE_COMPLETE
/// @param reason AWS's sentence about the status, or empty
/// @param changes of this page; none before it is worked out
/// @param next the key of the page after, if there is one
public record ChangeSet(
        String id,
        String stackId,
        StackStatus status,
        String reason,
        String executionStatus,
        List<ResourceChange> changes,
        Optional<String> next) {
    public ChangeSet {
        changes = List.copyOf(changes);
    }

    /// Whether it is known what it does, or why it does nothing.
    public boolean isWorkedOut() {
        return isReady() || hasFailed();
    }

    /// Whether it can be carried out, as far as its making goes.
    public boolean isReady() {
        return status.name().equals("CREATE_COMPLETE");
    }

    private boolean hasFailed() {
        return status.name().endsWith("FAILED");
    }

    /// Whether CloudFormation has nothing to do. It tells this as a failure, in one of two sentences that the AWS CLI
    /// goes by, too (awscli, `cloudformation/deployer.py`).
    public boolean isNothing() {
        return hasFailed()
                && (reason.contains("didn't contain changes") || reason.contains("No updates are to be performed"));
    }

    /// Whether carrying it out has begun, or is over.
    public boolean isExecuted() {
        return executionStatus.startsWith("EXECUTE_");
    }
}
