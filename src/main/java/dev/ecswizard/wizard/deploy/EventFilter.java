package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which events a person wants to see: each word of the filter has to stand in one of an event's columns.
///
/// Columns say the same few texts over and over, so each text is searched once and not each event.
final class EventFilter {
    /// As many as there are bits to note them with.
    private static final int MOST_WORDS = 63;
    /// What only a time can be meant by.
    private static final Pattern OF_TIME = Pattern.compile("\\d*:[\\d:]*");

    private final List<String> words;
    private final boolean failuresOnly;
    private final Function<StackEvent, String> clock;
    private final boolean asksForTime;
    private final Map<String, Long> found = new HashMap<>();

    /// @param clock an event's time, as it is shown
    EventFilter(String text, boolean failuresOnly, Function<StackEvent, String> clock) {
        this.words = Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        this.failuresOnly = failuresOnly;
        this.clock = clock;
        this.asksForTime = words.stream().anyMatch(word -> OF_TIME.matcher(word).matches());
    }

    /// Those that pass, in the same order; the list itself where all do by nature.
    List<StackEvent> of(List<StackEvent> events) {
        return words.isEmpty() && !failuresOnly
                ? events
                : events.stream().filter(this::passes).toList();
    }

    boolean passes(StackEvent event) {
        return (!failuresOnly || event.status().isFailure()) && hasAllWords(event);
    }

    private boolean hasAllWords(StackEvent event) {
        var bits = in(event.logicalId()) | in(event.type()) | in(event.status().name()) | in(event.reason());
        return isAll(bits) || asksForTime && isAll(bits | bits(clock.apply(event)));
    }

    private boolean isAll(long bits) {
        return bits == (1L << words.size()) - 1;
    }

    private long in(String text) {
        return found.computeIfAbsent(text, this::bits);
    }

    private long bits(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var bits = 0L;
        for (var i = 0; i < words.size(); i++) {
            if (lower.contains(words.get(i))) {
                bits |= 1L << i;
            }
        }
        return bits;
    }
}
