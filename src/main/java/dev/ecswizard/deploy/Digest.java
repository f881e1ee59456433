package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a log says in all. It is kept up as the log grows: each event is read for good once there are so many newer
/// ones that hardly any will come below it.
/// ```
/// log    [ read for good ................. ][ newest, read anew ]
/// ```
final class Digest {
    /// How many of the newest events are read anew at each look. A late event below them costs one whole reading.
    static final int NEW = 256;

    private static final Set<String> BEGINNINGS =
            Set.of("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "IMPORT_IN_PROGRESS", "DELETE_IN_PROGRESS");

    private Part old = new Part();
    private int oldEvents;
    private Part whole = new Part();
    private long taken;

    /// Reads on.
    ///
    /// @param place up to where the log is what it was when it was last read
    void read(EventLog log, int place) {
        if (place < oldEvents) {
            old = new Part();
            oldEvents = 0;
        }
        for (; oldEvents < log.size() - NEW; oldEvents++) {
            take(old, log, oldEvents);
        }
        whole = new Part(old);
        for (var i = oldEvents; i < log.size(); i++) {
            take(whole, log, i);
        }
    }

    private void take(Part part, EventLog log, int index) {
        part.take(log, index);
        taken++;
    }

    /// How many events were read in all, those that were read again included.
    long taken() {
        return taken;
    }

    /// Whether any event bears a request's token.
    boolean bears(String token) {
        return whole.tokens.contains(token);
    }

    /// The events about the stack as a whole, oldest first.
    List<StackEvent> ofStack() {
        return whole.ofStack;
    }

    /// What each resource was last said to be.
    Map<String, StackStatus> latest() {
        return whole.latest;
    }

    /// The first cause of a failure since the last deletion began, or since the last operation of another kind did.
    Optional<StackEvent> cause(boolean ofDeletion) {
        return ofDeletion ? whole.sinceDeletion : whole.sinceOther;
    }

    private static final class Part {
        private final Map<String, StackStatus> latest;
        private final Set<String> tokens;
        private final List<StackEvent> ofStack;
        private Optional<StackEvent> sinceDeletion = Optional.empty();
        private Optional<StackEvent> sinceOther = Optional.empty();

        Part() {
            latest = new LinkedHashMap<>();
            tokens = new HashSet<>();
            ofStack = new ArrayList<>();
        }

        /// The same, to be read on without a change to the other one.
        Part(Part other) {
            latest = new LinkedHashMap<>(other.latest);
            tokens = new HashSet<>(other.tokens);
            ofStack = new ArrayList<>(other.ofStack);
            sinceDeletion = other.sinceDeletion;
            sinceOther = other.sinceOther;
        }

        void take(EventLog log, int index) {
            var saying = log.saying(index);
            tokens.add(saying.requestToken());
            if (saying.isOfStack()) {
                ofStack.add(log.get(index));
                begin(saying.status().name());
            } else {
                latest.put(saying.logicalId(), saying.status());
            }
            if (saying.status().isFailure()) {
                var cause = Optional.of(log.get(index)).filter(StackEvent::isCause);
                sinceDeletion = sinceDeletion.or(() -> cause);
                sinceOther = sinceOther.or(() -> cause);
            }
        }

        private void begin(String status) {
            if (status.equals("DELETE_IN_PROGRESS")) {
                sinceDeletion = Optional.empty();
            } else if (BEGINNINGS.contains(status)) {
                sinceOther = Optional.empty();
            }
        }
    }
}
