package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.Stacks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A deployment, a deletion or a proof that a journal does not tell the end of.
///
/// @param begun when its first line was written
/// @param entries all of them, the first of them an [Entry.Opening]
public record Unfinished(Path file, Instant begun, List<Entry> entries) {
    /// What was under way.
    public enum Kind {
        DEPLOYMENT,
        /// Hosts were being freed; nothing was deleted.
        CLEARING,
        DELETION,
        /// A stack was losing its protection against deletion.
        UNPROTECTING,
        /// A stack was being led out of a failure, or an update of it stopped.
        MENDING,
        /// A host was started, or is about to be.
        PROOF
    }

    public Unfinished {
        entries = List.copyOf(entries);
    }

    Entry.Proposing proposing() {
        return (Entry.Proposing) entries.getFirst();
    }

    private Entry.Opening opening() {
        return (Entry.Opening) entries.getFirst();
    }

    public Kind kind() {
        return switch (opening()) {
            case Entry.Proposing _ -> Kind.DEPLOYMENT;
            case Entry.Clearing _ -> deleting().isPresent() ? Kind.DELETION : Kind.CLEARING;
            case Entry.Mending _, Entry.Cancelling _ -> Kind.MENDING;
            case Entry.Unprotecting _ -> Kind.UNPROTECTING;
            case Entry.Proving _ -> Kind.PROOF;
        };
    }

    public Origin origin() {
        return opening().origin();
    }

    public String stackName() {
        return opening().stackName();
    }

    /// The stack's id, as far as it is known.
    public Optional<String> stackId() {
        return switch (opening()) {
            case Entry.Proposing _ -> proposed().map(Proposed::stackId);
            case Entry.Clearing clearing -> Optional.of(clearing.stackId());
            case Entry.Mending mending -> Optional.of(mending.stackId());
            case Entry.Cancelling cancelling -> Optional.of(cancelling.stackId());
            case Entry.Unprotecting unprotecting -> Optional.of(unprotecting.stackId());
            case Entry.Proving proving -> Optional.of(proving.target().stackId());
        };
    }

    /// How many resources the template has, or 0.
    public int resources() {
        return kind() == Kind.DEPLOYMENT ? proposing().resources() : 0;
    }

    /// With what the stack was to be deleted, once its hosts were free.
    Optional<Entry.Deleting> deleting() {
        return entries.stream()
                .filter(Entry.Deleting.class::isInstance)
                .map(Entry.Deleting.class::cast)
                .findFirst();
    }

    /// The hosts that were to take no more tasks.
    List<Entry.Draining> drained() {
        return entries.stream()
                .filter(Entry.Draining.class::isInstance)
                .map(Entry.Draining.class::cast)
                .toList();
    }

    /// How the stack was to be led out of its failure.
    Entry.Mending mending() {
        return (Entry.Mending) opening();
    }

    /// Whether an update was to be stopped; it may go on all the same.
    public boolean isToBeCancelled() {
        return entries.stream().anyMatch(Entry.Cancelling.class::isInstance);
    }

    /// Whether the stack may have lost its protection against deletion.
    boolean isUnprotected() {
        return entries.stream().anyMatch(Entry.Unprotecting.class::isInstance);
    }

    /// Where a host was to be started.
    HostTarget target() {
        return ((Entry.Proving) opening()).target();
    }

    /// What CloudFormation made of the request, if its answer came.
    public Optional<Proposed> proposed() {
        return entries.stream()
                .filter(Entry.Proposed.class::isInstance)
                .map(entry -> ((Entry.Proposed) entry).ids())
                .findFirst();
    }

    /// With what it was to be carried out, once somebody had said so.
    Optional<Entry.Executing> executing() {
        return entries.stream()
                .filter(Entry.Executing.class::isInstance)
                .map(Entry.Executing.class::cast)
                .reduce((_, last) -> last);
    }

    /// Whether somebody had said that it be carried out.
    public boolean isCarriedOut() {
        return executing().isPresent();
    }

    /// Whether the stack is to be protected from deletion, once it is carried out.
    public boolean isToBeProtected() {
        return executing()
                .map(Entry.Executing::protects)
                .or(() -> meant().map(Entry.Meant::protects))
                .orElse(false);
    }

    /// Whether a failure is to leave everything as it is, as far as somebody had said so.
    public boolean keepsWhatFails() {
        return executing()
                .map(Entry.Executing::keepsWhatFails)
                .or(() -> meant().map(Entry.Meant::keepsWhatFails))
                .orElse(false);
    }

    /// Whether somebody had said, before it was worked out, that it be carried out if it only adds.
    public boolean isMeant() {
        return meant().isPresent();
    }

    private Optional<Entry.Meant> meant() {
        return entries.stream()
                .filter(Entry.Meant.class::isInstance)
                .map(Entry.Meant.class::cast)
                .findFirst();
    }

    /// Whether CloudFormation had said yes to that.
    boolean isExecuted() {
        return entries.stream().anyMatch(Entry.Executed.class::isInstance);
    }

    /// What was sent. Blocks where it is a change of a stack.
    Submission submission(Stacks stacks) {
        var request = proposing().request();
        var known = request.isNew() ? Optional.<Known>empty() : Known.read(stacks, request.stack());
        return new Submission(request, known, resources());
    }

    /// Whether it was being taken back.
    public boolean isWithdrawn() {
        return entries.getLast() instanceof Entry.Withdrawing;
    }

    /// Whether what was sent can be sent again just so: values that are not to be written down are not here.
    public boolean isWhole() {
        return kind() != Kind.DEPLOYMENT || proposing().withheld().isEmpty();
    }
}
