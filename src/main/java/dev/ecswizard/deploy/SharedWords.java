package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.util.HashMap;
import java.util.Map;

/// Keeps each of the texts that a stack's events say over and over but once in memory.
final class SharedWords {
    /// Texts to keep at most; further ones stay as they come.
    private static final int MOST = 8192;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, StackStatus> statuses = new HashMap<>();

    /// An equal event, made of shared texts. Its id, which no other event has, and its time stay its own.
    StackEvent in(StackEvent event) {
        return new StackEvent(
                event.id(),
                event.time(),
                shared(event.stackId()),
                shared(event.logicalId()),
                shared(event.physicalId()),
                shared(event.type()),
                statuses.computeIfAbsent(event.status().name(), StackStatus::new),
                shared(event.reason()),
                shared(event.requestToken()));
    }

    private String shared(String text) {
        var known = texts.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() < MOST) {
            texts.put(text, text);
        }
        return text;
    }
}
