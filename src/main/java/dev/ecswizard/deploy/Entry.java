package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.DeletionExtent;
import java.util.List;
import java.util.Set;

/// A line of a journal: what is about to be asked of AWS, or what came of it.
public sealed interface Entry {
    /// What a journal begins with.
    sealed interface Opening extends Entry {
        Origin origin();

        String stackName();
    }

    /// A change set is about to be asked for.
    ///
    /// @param stackName of the stack, also where the request names it by its id
    /// @param request without the values of parameters that the template declares `NoEcho`
    /// @param withheld the names of those parameters
    record Proposing(Origin origin, String stackName, ChangeRequest request, Set<String> withheld, int resources)
            implements Opening {
        public Proposing {
            withheld = Set.copyOf(withheld);
        }
    }

    /// CloudFormation has begun to work it out.
    record Proposed(ChangeSets.Proposed ids) implements Entry {}

    /// It is to be carried out as soon as it is worked out: somebody has said so before.
    record Meant(boolean keepsWhatFails, boolean protects) implements Entry {}

    /// It is about to be carried out.
    ///
    /// @param protects whether the stack is to be protected from deletion, once CloudFormation is at it
    record Executing(boolean keepsWhatFails, boolean protects, Target.Request request) implements Entry {}

    /// CloudFormation is at it.
    record Executed() implements Entry {}

    /// It is about to be taken back.
    record Withdrawing() implements Entry {}

    /// A stack is about to be deleted, and its hosts to be freed before.
    record Clearing(Origin origin, String stackName, String stackId) implements Opening {}

    /// Hosts are about to take no more tasks.
    ///
    /// @param hosts the ARNs of those that took tasks before
    record Draining(String cluster, List<String> hosts) implements Entry {
        public Draining {
            hosts = List.copyOf(hosts);
        }
    }

    /// CloudFormation is about to be asked to delete the stack.
    record Deleting(DeletionExtent extent, Target.Request request) implements Entry {}

    /// A stack is about to be led out of a failure.
    record Mending(Origin origin, String stackName, String stackId, Mend mend, Target.Request request)
            implements Opening {}

    /// An update is about to be stopped. Stands in the journal of that update, or begins one where it was begun
    /// elsewhere.
    record Cancelling(Origin origin, String stackName, String stackId) implements Opening {}

    /// A stack is about to lose its protection against deletion. Stands in the journal of its deletion, or begins one.
    record Unprotecting(Origin origin, String stackName, String stackId) implements Opening {}

    /// A host is about to be started to prove that it can join.
    record Proving(Origin origin, String stackName, HostTarget target) implements Opening {}

    /// Nothing is left to be done.
    ///
    /// @param how a stack's status, or what became of a change set that was not carried out
    record Ended(String how) implements Entry {}
}
