package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.Stacks;
import java.util.Optional;

/// Goes on with one deployment that was left unfinished when the program ended. Each way on takes over its journal
/// first.
public final class Resumption {
    private final Logbook logbook;
    private final Unfinished left;

    Resumption(Logbook logbook, Unfinished left) {
        this.logbook = logbook;
        this.left = left;
    }

    /// Asks once more for what was left unfinished before it was carried out: by the same token, so that it is the same
    /// change set, if there is one. Blocks as [Submission#propose] does.
    ///
    /// @throws CloudProblem if AWS says no or stays silent, or another window has it
    public Proposal propose(Stacks stacks, Pace pace) {
        logbook.resume(left);
        return logbook.propose(left.submission(stacks), stacks, pace, _ -> {});
    }

    /// Makes sure that what was left unfinished is carried out: once, by the token that was written down.
    ///
    /// @return what is to be followed
    /// @throws CloudProblem if AWS says no or stays silent, or another window has it
    public Target execute(Stacks stacks, Pace pace) {
        logbook.resume(left);
        var executing = left.executing().orElseThrow();
        var ids = left.proposed().orElseThrow();
        if (!left.isExecuted()) {
            new Insistence(pace).ask(() -> execute(stacks, ids, executing));
            logbook.write(new Entry.Executed());
        }
        return Target.execution(
                ids.stackId(), left.proposing().request().isNew(), left.resources(), executing.request());
    }

    private static Proposed execute(Stacks stacks, Proposed ids, Entry.Executing executing) {
        try {
            stacks.changeSets()
                    .execute(
                            ids.changeSet(),
                            executing.keepsWhatFails(),
                            executing.request().token());
        } catch (CloudProblem problem) {
            var mayBeDone =
                    problem.kind() == CloudProblem.Kind.REFUSED || problem.kind() == CloudProblem.Kind.NOT_FOUND;
            if (!mayBeDone || !Logbook.isDone(stacks, ids.stackId(), executing.request())) {
                throw problem;
            }
        }
        return ids;
    }

    /// Takes back what was left unfinished and not carried out. Blocks as [Withdrawal#withdraw] does.
    public void withdraw(Stacks stacks, Pace pace) {
        logbook.resume(left);
        logbook.withdraw(new Withdrawal(stacks, pace), left.submission(stacks), left.proposed());
    }

    /// Makes sure that a deletion that was left unfinished is under way: by the token that was written down.
    ///
    /// @return what is to be followed
    /// @throws CloudProblem if AWS says no or stays silent, or another window has it
    public Target delete(Holdings holdings, Pace pace) {
        logbook.resume(left);
        var deleting = left.deleting().orElseThrow();
        var stack = left.stackId().orElseThrow();
        new Insistence(pace).ask(() -> delete(holdings, stack, deleting));
        return new Target(stack, Aim.DELETION, 0, Optional.of(deleting.request()));
    }

    private static String delete(Holdings holdings, String stack, Entry.Deleting deleting) {
        try {
            holdings.standing()
                    .delete(stack, deleting.extent(), deleting.request().token());
        } catch (CloudProblem problem) {
            var mayBeDone =
                    problem.kind() == CloudProblem.Kind.REFUSED || problem.kind() == CloudProblem.Kind.NOT_FOUND;
            var isDone = mayBeDone
                    && holdings.stacks()
                            .find(stack)
                            .filter(now -> !now.status().name().startsWith("DELETE_"))
                            .isEmpty();
            if (!isDone) {
                throw problem;
            }
        }
        return stack;
    }

    /// Makes sure that the way out of a failure is under way that was left unfinished: by the token that was written
    /// down. An update that was to be stopped is not asked to stop again: a person may have changed their mind.
    ///
    /// @return what is to be followed
    /// @throws CloudProblem if AWS says no or stays silent, or another window has it
    public Target mend(Holdings holdings, Pace pace) {
        logbook.resume(left);
        if (left.isToBeCancelled()) {
            return new Target(left.stackId().orElseThrow(), Aim.COMPLETION, 0);
        }
        var mending = left.mending();
        try {
            return new Mending(holdings, pace).begin(mending.stackId(), mending.mend(), mending.request());
        } catch (CloudProblem problem) {
            if (problem.kind() != CloudProblem.Kind.REFUSED
                    || !Logbook.isDone(holdings.stacks(), mending.stackId(), mending.request())) {
                throw problem;
            }
            return new Target(mending.stackId(), Aim.COMPLETION, 0, Optional.of(mending.request()));
        }
    }

    /// Has the hosts take tasks again that a deletion was about to free when it was left. Blocks.
    ///
    /// @param protects whether the stack is to have the protection again that was about to be lifted for it
    /// @throws CloudProblem if AWS says no or stays silent, or another window has it
    public void takeBack(Holdings holdings, boolean protects) {
        logbook.resume(left);
        var clusters =
                Clearance.named(holdings.stacks().resources(left.stackId().orElseThrow()), "AWS::ECS::Cluster");
        for (var drained : left.drained()) {
            if (clusters.contains(drained.cluster())) {
                holdings.occupancy().resume(drained.cluster(), drained.hosts());
            }
        }
        if (protects && left.isUnprotected()) {
            holdings.standing().protect(left.stackId().orElseThrow(), true);
        }
        logbook.end("KEPT");
    }

    /// Releases the host of a proof that was left unfinished. Blocks as [Proof#release] does.
    ///
    /// @throws CloudProblem if AWS says no or stays silent, or another window has it
    public Proof.Release release(Hosts hosts, Pace pace) {
        logbook.resume(left);
        return Proof.left(left.target(), pace, logbook, left.origin(), left.stackName())
                .release(hosts);
    }

    /// Has it forgotten that something was left unfinished; in AWS all stays as it is.
    public void forget() {
        logbook.resume(left);
        logbook.end("FORGOTTEN");
    }
}
