package dev.ecswizard.cloud;

import java.util.List;
import java.util.Optional;

/// The CloudFormation stacks of one region that are there: how they stand, and the ways out of a state in which one of
/// them is stuck. Safe to repeat where a token is taken.
public interface StandingStacks {
    /// Every stack that has not been deleted, with parameters and tags (`DescribeStacks` without a name).
    List<StandingStack> list();

    /// One of them; a deleted one is found by its id only.
    Optional<StandingStack> find(String nameOrId);

    /// Goes on with a roll-back that failed (`ContinueUpdateRollback`).
    ///
    /// @param skipped logical ids of resources in UPDATE_FAILED that stay as they are
    /// @throws CloudProblem of kind REFUSED unless the stack is in UPDATE_ROLLBACK_FAILED
    void continueRollback(String stackId, List<String> skipped, String requestToken);

    /// Begins to undo what failed and was kept for inspection (`RollbackStack`).
    ///
    /// @throws CloudProblem of kind REFUSED unless the stack is in CREATE_FAILED or UPDATE_FAILED
    void rollBack(String stackId, String requestToken);

    /// Begins to stop an update and to put back what it has done (`CancelUpdateStack`).
    ///
    /// @throws CloudProblem of kind REFUSED unless the stack is in UPDATE_IN_PROGRESS
    void cancelUpdate(String stackId, String requestToken);

    /// Begins to delete a stack (`DeleteStack`).
    ///
    /// @throws CloudProblem of kind REFUSED if the stack is protected, or its status does not allow it
    void delete(String stackId, DeletionExtent extent, String requestToken);

    /// Has CloudFormation refuse to delete a stack, or no longer (`UpdateTerminationProtection`).
    void protect(String stackId, boolean isProtected);
}
