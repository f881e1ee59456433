package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.Stacks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A deployment that a journal does not tell the end of.
///
/// @param begun when its first line was written
/// @param entries all of them, the first of them [Entry.Proposing]
public record Unfinished(Path file, Instant begun, List<Entry> entries) {
    public Unfinished {
        entries = List.copyOf(entries);
    }

    Entry.Proposing proposing() {
        return (Entry.Proposing) entries.getFirst();
    }

    public Origin origin() {
        return proposing().origin();
    }

    public String stackName() {
        return proposing().stackName();
    }

    /// How many resources the template has, or 0.
    public int resources() {
        return proposing().resources();
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
        return executing().filter(Entry.Executing::protects).isPresent();
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
        return proposing().withheld().isEmpty();
    }
}
