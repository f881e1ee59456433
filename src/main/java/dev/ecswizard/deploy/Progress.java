package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import java.util.List;
import java.util.Optional;

/// What is known of a stack after one look at it.
///
/// @param stack empty as long as no look has succeeded
/// @param events the whole history, oldest first
/// @param fresh those events that the look before did not have, oldest first; they may belong between older ones
/// @param done resources that are ready or, on the way down, gone
/// @param total resources there will be, as far as is known; never less than `done`
/// @param cause why the stack fails, as soon as an event says so
/// @param trouble what kept this look from seeing everything; the next one tries again
/// @param ending how it ended, as soon as that is known; events and a cause may still come late
public record Progress(
        Optional<Stack> stack,
        List<StackEvent> events,
        List<StackEvent> fresh,
        int done,
        int total,
        Optional<StackEvent> cause,
        Optional<CloudProblem> trouble,
        Optional<Outcome> ending) {
    public Progress {
        events = EventLog.of(events);
        fresh = EventLog.of(fresh);
    }
}
