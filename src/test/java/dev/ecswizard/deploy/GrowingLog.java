package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.util.List;
import java.util.stream.Stream;

/// A log that grows as the log of a stack that is followed: what a look leaves as it was is shared.
public final class GrowingLog {
    private SharedWords words = new SharedWords();
    private EventLog own = EventLog.empty();

    /// The log of another stack, of which nothing is known.
    public void clear() {
        words = new SharedWords();
        own = EventLog.empty();
    }

    /// How it is after a look that left it the same up to a place.
    ///
    /// @param others what stands beside the stack's own events
    public EventLog look(int place, List<StackEvent> rest, Stream<StackEvent> others) {
        own = own.with(place, rest, words);
        return own.beside(others);
    }

    public int size() {
        return own.size();
    }

    /// The stack's own events from a place on.
    public List<StackEvent> from(int place) {
        return own.subList(place, own.size());
    }
}
