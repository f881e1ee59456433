package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.Stacks;
import dev.ecswizard.cloud.StandingStacks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks AWS for the steps of one deployment after the other, each written down before it is asked for. When the program
/// ends at any moment, what is written is enough to go on: the same requests with the same tokens.
///
/// Where nothing can be written the deployment goes on, and [#trouble] says so.
public final class Logbook {
    private final Optional<Journals> journals;
    private Optional<Journal> journal = Optional.empty();
    private Optional<String> token = Optional.empty();
    private volatile Optional<String> stackId = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile Optional<Target> asked = Optional.empty();

    /// @param journals nothing where a deployment does not outlast the program
    public Logbook(Optional<Journals> journals) {
        this.journals = journals;
    }

    /// Why the deployment can not be gone on with when the program ends, in words.
    public Optional<String> trouble() {
        return trouble;
    }

    /// Has a change set worked out. Blocks as [Submission#propose] does; asking for the same submission again goes on
    /// with the same journal.
    ///
    /// @param origin nothing where what is made is gone at the next start
    /// @throws CloudProblem if AWS says no or stays silent, or another window is at the stack
    public Proposal propose(
            Optional<Origin> origin, Submission submission, Stacks stacks, Pace pace, Consumer<Proposed> told) {
        origin.ifPresent(from -> begin(from, submission));
        return propose(submission, stacks, pace, told);
    }

    /// The same with the journal that is open, if one is.
    Proposal propose(Submission submission, Stacks stacks, Pace pace, Consumer<Proposed> told) {
        try {
            var proposal = submission.propose(stacks, pace, proposed -> {
                write(new Entry.Proposed(proposed));
                stackId = Optional.of(proposed.stackId());
                told.accept(proposed);
            });
            if (proposal instanceof Proposal.Nothing) {
                end("UNCHANGED");
            }
            return proposal;
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.REFUSED || problem.kind() == CloudProblem.Kind.DENIED) {
                end("REFUSED");
            }
            throw problem;
        }
    }

    /// Writes down that what is being worked out is to be carried out, and with what. Blocks until the disk has it.
    public void meant(boolean keepsWhatFails, boolean protects) {
        write(new Entry.Meant(keepsWhatFails, protects));
    }

    /// Has it carried out. Blocks as [Proposal.Ready#execute] does; asking again is safe.
    ///
    /// @param protects whether the stack is to be protected from deletion, which is the caller's part, afterwards
    /// @return what is to be followed
    public Target execute(Proposal.Ready proposal, Stacks stacks, Pace pace, boolean keepsWhatFails, boolean protects) {
        var token = proposal.executionToken();
        var request = proposal.isNew()
                ? new Target.Request(token)
                : Target.Request.now(token, stacks, proposal.proposed().stackId());
        write(new Entry.Executing(keepsWhatFails, protects, request));
        proposal.execute(stacks, pace, keepsWhatFails);
        write(new Entry.Executed());
        return proposal.target(request.before());
    }

    /// Whether what was reviewed is carried out after all, where no answer to that came. Blocks.
    ///
    /// @throws CloudProblem if AWS stays silent
    public boolean isBegun(Proposal.Ready proposal, Stacks stacks) {
        var ids = proposal.proposed();
        var isMade = proposal.isNew()
                && stacks.find(ids.stackId())
                        .filter(stack -> !stack.status().isUnderReview()
                                && !stack.status().isDeleted())
                        .isPresent();
        var isBegun = isMade || isDone(stacks, ids.stackId(), new Target.Request(proposal.executionToken()));
        if (isBegun) {
            write(new Entry.Executed());
        }
        return isBegun;
    }

    /// Follows a stack, and closes the journal at its end if it is the journal's. Blocks as [Follower#follow] does.
    public Outcome follow(Target target, Stacks stacks, Pace pace, Consumer<Progress> listener) {
        target.request().ifPresent(_ -> asked = Optional.of(target));
        return ended(target.stackId(), new Follower(stacks, pace).follow(target, listener));
    }

    /// What was last asked for of a stack here: whoever takes up the watch over it waits for that, too.
    public Optional<Target.Request> request(String stack) {
        return asked.filter(target -> target.stackId().equals(stack)).flatMap(Target::request);
    }

    private void asked(String stack, Aim aim, Target.Request request) {
        asked = Optional.of(new Target(stack, aim, 0, Optional.of(request)));
    }

    private Outcome ended(String stack, Outcome outcome) {
        if (stackId.equals(Optional.of(stack))) {
            end(
                    switch (outcome) {
                        case Outcome.Succeeded(var last) -> last.status().name();
                        case Outcome.Failed(var last, var _) -> last.status().name();
                        case Outcome.Deleted _ -> "DELETE_COMPLETE";
                    });
        }
        return outcome;
    }

    /// Writes down that a stack is about to be deleted and its hosts to be freed. Blocks until the disk has it.
    ///
    /// @param origin nothing where the stack is gone at the next start
    /// @throws CloudProblem of kind REFUSED if another window is at the stack
    public void clearing(Optional<Origin> origin, String stackName, String stack) {
        origin.ifPresent(from -> {
            open(new Entry.Clearing(from, stackName, stack));
            stackId = Optional.of(stack);
        });
    }

    /// Writes down which hosts are about to take no more tasks. Blocks until the disk has it.
    public void draining(String cluster, List<String> hosts) {
        write(new Entry.Draining(cluster, hosts));
    }

    /// Deletes a stack. Blocks as [Deletion#delete] does.
    public Outcome delete(Deletion deletion, String stack, DeletionExtent extent, Consumer<Progress> listener) {
        return ended(
                stack,
                deletion.delete(
                        stack,
                        extent,
                        request -> {
                            asked(stack, Aim.DELETION, request);
                            write(new Entry.Deleting(extent, request));
                        },
                        listener));
    }

    /// Leads a stack out of a failure. Blocks as [Mending] does.
    ///
    /// @param origin nothing where the stack is gone at the next start
    /// @throws CloudProblem if AWS says no, or another window is at the stack
    public Outcome mend(
            Optional<Origin> origin,
            Mending mending,
            String stackName,
            String stack,
            Mend mend,
            Consumer<Progress> listener) {
        try {
            var outcome = mending.mend(
                    stack,
                    mend,
                    request -> {
                        asked(stack, Aim.COMPLETION, request);
                        origin.ifPresent(from -> {
                            open(new Entry.Mending(from, stackName, stack, mend, request));
                            stackId = Optional.of(stack);
                        });
                    },
                    listener);
            return ended(stack, outcome);
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.REFUSED || problem.kind() == CloudProblem.Kind.DENIED) {
                endOf(stack, "REFUSED");
            }
            throw problem;
        }
    }

    /// Has an update stopped. Blocks as [Mending#cancelUpdate] does; whoever follows the stack ends the journal.
    ///
    /// @param origin nothing where the stack is gone at the next start
    /// @throws CloudProblem if AWS says no, or another window is at the stack
    public void cancelUpdate(Optional<Origin> origin, Mending mending, String stackName, String stack) {
        var isBegun = origin.map(from -> add(stack, new Entry.Cancelling(from, stackName, stack)));
        try {
            mending.cancelUpdate(stack);
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.REFUSED || problem.kind() == CloudProblem.Kind.DENIED) {
                isBegun.filter(begun -> begun).ifPresent(_ -> endOf(stack, "REFUSED"));
            }
            throw problem;
        }
    }

    /// Lifts a stack's protection against deletion. Blocks.
    ///
    /// @param origin nothing where the stack is gone at the next start
    /// @throws CloudProblem if AWS says no, or another window is at the stack
    public void unprotect(Optional<Origin> origin, StandingStacks standing, String stackName, String stack) {
        var isBegun = origin.map(from -> add(stack, new Entry.Unprotecting(from, stackName, stack)));
        try {
            standing.protect(stack, false);
            isBegun.filter(begun -> begun).ifPresent(_ -> endOf(stack, "UNPROTECTED"));
        } catch (CloudProblem problem) {
            // the person is told, and can ask once more
            isBegun.filter(begun -> begun).ifPresent(_ -> endOf(stack, "REFUSED"));
            throw problem;
        }
    }

    /// @return whether a journal was begun with that line, since none of the stack was open
    private synchronized boolean add(String stack, Entry.Opening line) {
        if (journal.isPresent() && stackId.equals(Optional.of(stack))) {
            write(line);
            return false;
        }
        open(line);
        stackId = Optional.of(stack);
        return true;
    }

    /// Writes down that a stack is not deleted after all, and its hosts take tasks again. Blocks until the disk has it.
    public void kept(String stack) {
        endOf(stack, "KEPT");
    }

    /// Writes down that a host is about to be started for a proof. Blocks until the disk has it.
    ///
    /// @throws CloudProblem of kind REFUSED if another window is at the stack or left it
    void proving(Optional<Origin> origin, String stackName, HostTarget target) {
        origin.ifPresent(from -> {
            open(new Entry.Proving(from, stackName, target));
            stackId = Optional.of(target.stackId());
        });
    }

    /// Writes down that no host of a proof is left to be released. Blocks until the disk has it.
    void released(String stack, Proof.Release how) {
        endOf(stack, how.name());
    }

    private void endOf(String stack, String how) {
        if (stackId.equals(Optional.of(stack))) {
            end(how);
        }
    }

    /// Takes a change set back. Blocks as [Withdrawal#withdraw] does.
    public void withdraw(Withdrawal withdrawal, Submission submission, Optional<Proposed> proposed) {
        write(new Entry.Withdrawing());
        withdrawal.withdraw(submission, proposed);
        end("WITHDRAWN");
    }

    /// Whether the stack tells of the request; CloudFormation forgets the change sets of a stack that has gone on.
    static boolean isDone(Stacks stacks, String stackId, Target.Request request) {
        var history = new History();
        history.read(stacks, stackId, true);
        return history.hasBegun(request);
    }

    /// What goes on with something that was left unfinished.
    public Resumption resuming(Unfinished left) {
        return new Resumption(this, left);
    }

    /// Takes over what was left unfinished.
    ///
    /// @throws CloudProblem if another window has it, or nothing is left of it
    synchronized void resume(Unfinished left) {
        if (journal.filter(open -> open.file().equals(left.file())).isPresent()) {
            return;
        }
        close();
        try {
            journal = journals.map(all -> Undisturbed.get(() -> all.resume(left)));
            token = left.kind() == Unfinished.Kind.DEPLOYMENT
                    ? Optional.of(left.proposing().request().requestToken())
                    : Optional.empty();
            stackId = left.stackId();
            trouble = Optional.empty();
        } catch (JournalTrouble problem) {
            // what is written there is enough to go on with; only the end will not be known
            trouble = Optional.of(problem.getMessage());
        }
    }

    /// Lets go of what is written; a deployment that has not ended stays unfinished.
    public synchronized void close() {
        journal.ifPresent(Journal::close);
        journal = Optional.empty();
        token = Optional.empty();
    }

    private synchronized void begin(Origin origin, Submission submission) {
        var wanted = Optional.of(submission.request().requestToken());
        if (token.equals(wanted)) {
            return;
        }
        var withheld = Secrets.of(submission.template());
        var first = new Entry.Proposing(
                origin,
                submission.stackName(),
                EntryLine.without(submission.request(), withheld),
                withheld,
                submission.resources());
        open(first);
        token = journal.flatMap(_ -> wanted);
    }

    private synchronized void open(Entry.Opening first) {
        // whoever begins anew has seen what became of the last one
        end("LEFT");
        stackId = Optional.empty();
        try {
            trouble = Optional.empty();
            journal = journals.map(all -> Undisturbed.get(() -> all.begin(first)));
        } catch (JournalTrouble problem) {
            trouble = Optional.of(problem.getMessage());
        }
    }

    synchronized void write(Entry entry) {
        try {
            journal.ifPresent(open -> Undisturbed.run(() -> open.write(entry)));
        } catch (JournalTrouble problem) {
            trouble = Optional.of(problem.getMessage());
        }
    }

    synchronized void end(String how) {
        write(new Entry.Ended(how));
        close();
    }
}
