package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Keeps what a stack's events say over and over, and each text of it, but once in memory, and numbers what they say
/// from 0 on. One thread adds; others may ask for a number once they were told of it.
final class SharedWords {
    /// Texts to know at most. Beginning anew costs a few repetitions; to stop learning would cost one an event.
    private static final int MOST = 8192;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, StackStatus> statuses = new HashMap<>();
    /// By number.
    private volatile Saying[] sayings = new Saying[64];

    private int size;
    /// By hash, the number and 1 more, or 0. With tables of numbers the collector has no entries to walk through.
    private int[] slots = new int[128];

    /// The number of what an event says, which is the same for all that say it.
    int number(StackEvent event) {
        return number(Saying.of(event));
    }

    /// What has a number.
    Saying saying(int number) {
        return sayings[number];
    }

    /// What an event says, made of shared texts.
    Saying of(StackEvent event) {
        return saying(number(event));
    }

    int number(Saying said) {
        var slot = slot(said);
        if (slots[slot] == 0) {
            if (size == sayings.length) {
                grow();
                slot = slot(said);
            }
            sayings[size] = shared(said);
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    private int slot(Saying said) {
        var slot = spread(said) & slots.length - 1;
        while (slots[slot] != 0 && !sayings[slots[slot] - 1].equals(said)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        sayings = Arrays.copyOf(sayings, size * 2);
        slots = new int[size * 4];
        for (var number = 0; number < size; number++) {
            var slot = spread(sayings[number]) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }

    private static int spread(Saying said) {
        var hash = said.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private Saying shared(Saying said) {
        return new Saying(
                shared(said.stackId()),
                shared(said.logicalId()),
                shared(said.physicalId()),
                shared(said.type()),
                learn(statuses, said.status().name(), said.status()),
                shared(said.reason()),
                shared(said.requestToken()));
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
