package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.EventLog;
import dev.ecswizard.deploy.Saying;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which events a person wants to see: each word of the filter has to stand in one of an event's columns.
///
/// Events say the same few things over and over, so each of these is searched once and not each event.
final class EventFilter {
    /// As many as there are bits to note them with.
    private static final int MOST_WORDS = 62;
    /// What does not pass whatever its time.
    private static final long NEVER = -1;
    /// What only a time can be meant by.
    private static final Pattern OF_TIME = Pattern.compile("\\d*:[\\d:]*");

    private final List<String> words;
    private final boolean failuresOnly;
    private final LongFunction<String> clock;
    private final boolean asksForTime;
    private final Map<Saying, Long> said = new IdentityHashMap<>();
    private final Map<String, Long> texts = new HashMap<>();
    private final Map<Long, Long> times = new HashMap<>();

    /// @param clock a second since 1970, as it is shown
    EventFilter(String text, boolean failuresOnly, LongFunction<String> clock) {
        this.words = Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        this.failuresOnly = failuresOnly;
        this.clock = clock;
        this.asksForTime = words.stream().anyMatch(word -> OF_TIME.matcher(word).matches());
    }

    /// Those that pass, in the same order.
    Passing of(EventLog log) {
        return of(Passing.all(log));
    }

    /// Those that pass of some that passed another filter.
    Passing of(Passing events) {
        return words.isEmpty() && !failuresOnly ? events : events.where(index -> passes(events.log(), index));
    }

    private boolean passes(EventLog log, int index) {
        var saying = log.saying(index);
        var known = said.get(saying);
        var bits = known != null ? known : learn(saying);
        return isAll(bits)
                || asksForTime && bits != NEVER && isAll(bits | times.computeIfAbsent(log.second(index), this::ofTime));
    }

    private long learn(Saying saying) {
        var bits = failuresOnly && !saying.status().isFailure()
                ? NEVER
                : in(saying.logicalId())
                        | in(saying.type())
                        | in(saying.status().name())
                        // few reasons are given twice
                        | bits(saying.reason());
        said.put(saying, bits);
        return bits;
    }

    private boolean isAll(long bits) {
        return bits == (1L << words.size()) - 1;
    }

    private long in(String text) {
        return texts.computeIfAbsent(text, this::bits);
    }

    private long ofTime(long second) {
        return bits(clock.apply(second));
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
