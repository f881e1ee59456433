package dev.ecswizard.cloud;

import java.util.List;
import java.util.Optional;

/// CloudFormation's change sets in one region: what a stack would become, worked out before it does.
public interface ChangeSets {
    /// Begins to work one out, of a new stack or of one that is there. Safe to repeat with the same token
    /// (`CreateChangeSet`). A new stack is there from now on, empty, in REVIEW_IN_PROGRESS.
    ///
    /// @throws CloudProblem of kind REFUSED with AWS's sentence, where the template, a value or the stack's state
    ///     forbids it
    Proposed propose(ChangeRequest request);

    /// One page of a change set with the values before and after (`DescribeChangeSet`, `IncludePropertyValues`).
    ///
    /// @param changeSet an id
    /// @param page empty for the first page, else what the page before gave as its `next`
    /// @throws CloudProblem of kind NOT_FOUND if there is none, or none any more
    ChangeSet read(String changeSet, Optional<String> page);

    /// What CloudFormation found to be wrong with the resources while it worked one out, a sentence each; the change
    /// set itself does not tell (`DescribeEvents`).
    List<String> objections(String changeSet);

    /// The ids of those of a stack that can still become something (`ListChangeSets`).
    List<String> pending(String stackId);

    /// Begins to carry one out; the stack's others are gone then. Safe to repeat with the same token
    /// (`ExecuteChangeSet`).
    ///
    /// @param keepsWhatFails whether a failure leaves everything as it is, for inspection, instead of rolling back
    /// @throws CloudProblem of kind REFUSED if it can not be carried out, or not any more
    void execute(String changeSet, boolean keepsWhatFails, String requestToken);

    /// Drops one that is worked out (`DeleteChangeSet`). Nothing happens if there is none. The empty stack of a first
    /// one stays.
    ///
    /// @throws CloudProblem of kind REFUSED while it is being worked out or carried out
    void discard(String changeSet);

    /// @param changeSet its id
    /// @param stackId the stack's id, by which alone it is to be followed
    record Proposed(String changeSet, String stackId) {}
}
