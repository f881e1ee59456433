package dev.ecswizard.sandbox.protocol;

import java.util.ArrayDeque;
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
    /// @param status of the answer, as HTTP counts
    /// @param code AWS's error code, or empty
    public record Entry(Call call, Set<String> parameters, int status, String code) {
        public Entry {
            parameters = java.util.Collections.unmodifiableSet(new TreeSet<>(parameters));
        }
    }

    synchronized void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /// Oldest first; at most the latest 10,000.
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
