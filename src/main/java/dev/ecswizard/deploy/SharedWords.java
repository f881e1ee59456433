package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.util.HashMap;
import java.util.Map;

/// Keeps what a stack's events say over and over, and each text of it, but once in memory.
final class SharedWords {
    /// To know at most of each kind. Beginning anew costs a few repetitions; to stop learning would cost one an event.
    private static final int MOST = 8192;

    private final Map<Saying, Saying> sayings = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, StackStatus> statuses = new HashMap<>();

    /// What an event says, made of shared texts.
    Saying of(StackEvent event) {
        var said = Saying.of(event);
        var known = sayings.get(said);
        if (known != null) {
            return known;
        }
        var shared = new Saying(
                shared(said.stackId()),
                shared(said.logicalId()),
                shared(said.physicalId()),
                shared(said.type()),
                learn(statuses, said.status().name(), said.status()),
                shared(said.reason()),
                shared(said.requestToken()));
        return learn(sayings, shared, shared);
    }

    /// An equal event, made of shared texts. Its id, which no other event has, and its time stay its own.
    StackEvent in(StackEvent event) {
        return of(event).by(event.id(), event.time());
    }

    private String shared(String text) {
        return learn(texts, text, text);
    }

    private static <K, V> V learn(Map<K, V> all, K key, V value) {
        var known = all.get(key);
        if (known != null) {
            return known;
        }
        if (all.size() == MOST) {
            all.clear();
        }
        all.put(key, value);
        return value;
    }
}
