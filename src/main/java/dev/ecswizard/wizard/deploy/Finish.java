package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.deploy.Crossing;
import dev.ecswizard.deploy.HostsSeen;
import dev.ecswizard.deploy.Proof;
import java.util.Optional;

/// How the hosts of a stack stand, once it is there.
public sealed interface Finish {
    /// There is nothing to say: no stack, one that is not complete, or one without hosts.
    record None() implements Finish {}

    /// The stack is complete, and hosts have to join.
    record Waiting() implements Finish {}

    /// It has come to its end.
    record Crossed(Crossing crossing) implements Finish {}

    /// The person no longer wants to wait; hosts go on joining.
    record Stopped() implements Finish {}

    /// One host was started and has to join.
    record Proving() implements Finish {}

    /// That host is being released.
    record Releasing() implements Finish {}

    /// It has come to its end.
    ///
    /// @param result nothing where the person stopped it before
    /// @param released what became of the host; nothing where it is as it was
    record Proved(Optional<Crossing> result, Optional<Proof.Release> released) implements Finish {}

    /// A host could not be started or not be released.
    record Unproved(CloudProblem problem) implements Finish {}

    /// What keeps hosts from being seen, or from being proven, where that says nothing about them.
    default Optional<CloudProblem> trouble(Optional<HostsSeen> seen) {
        return switch (this) {
            case Waiting _, Proving _, Releasing _ ->
                seen.flatMap(HostsSeen::trouble).filter(problem -> problem.kind() != CloudProblem.Kind.DENIED);
            case Crossed(Crossing.Unknown(var problem)) -> problem;
            case Unproved(var problem) -> Optional.of(problem);
            case None _, Crossed _, Stopped _, Proved _ -> Optional.empty();
        };
    }

    /// Whether a host that was started for a proof may still be there.
    default boolean holdsHost() {
        return this instanceof Proving || this instanceof Releasing;
    }
}
