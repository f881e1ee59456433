package dev.ecswizard.sandbox.protocol;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The latest requests that the sandbox answered: the names of their parameters, never the values.
public final class Ledger {
    private static final int KEPT = 10_000;

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();

    /// One request.
    ///
    /// @param parameters names at the top level, without the numbers of lists
    /// @param status of the answer, as HTTP counts; 0 where the answer was lost
    /// @param code AWS's error code, or empty
    /// @param took from the request's arrival until its answer was on its way, by the wall's clock
    public record Entry(Call call, Set<String> parameters, int status, String code, Duration took) {
        /// The status of an answer that was lost on its way.
        public static final int LOST = 0;

        public Entry {
            parameters = Collections.unmodifiableSet(new TreeSet<>(parameters));
        }
    }

    synchronized void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /// In the order in which the answers were sent, oldest first; at most the latest 10,000.
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
