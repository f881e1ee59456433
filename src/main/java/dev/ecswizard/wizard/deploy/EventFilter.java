package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.EventLog;
import dev.ecswizard.deploy.Saying;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which events a person wants to see: each word of the filter has to stand in one of an event's columns.
///
/// Events say the same few things over and over, so each of these is searched once and not each event.
final class EventFilter {
    /// As many as there are bits to note them with, but three.
    private static final int MOST_WORDS = 61;
    /// What has not been searched.
    private static final long UNKNOWN = 0;
    /// What has been.
    private static final long SEARCHED = 1L << 62;
    /// What does not pass whatever its time.
    private static final long NEVER = -1;
    /// What only a time can be meant by.
    private static final Pattern OF_TIME = Pattern.compile("\\d*:[\\d:]*");

    private final List<Word> words;
    private final long all;
    private final boolean failuresOnly;
    private final LongFunction<String> clock;
    private final boolean asksForTime;
    private final Map<Long, Long> times = new HashMap<>();
    /// The words found in what stands in many events' columns.
    private final Map<String, Long> columns = new HashMap<>();
    /// The words found, by the number of what is said.
    private long[] said = new long[256];

    private EventLog numbering = EventLog.of(List.of());

    /// @param clock a second since 1970, as it is shown
    EventFilter(String text, boolean failuresOnly, LongFunction<String> clock) {
        var wanted = Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        this.words = wanted.stream().map(Word::new).toList();
        this.all = SEARCHED | (1L << words.size()) - 1;
        this.failuresOnly = failuresOnly;
        this.clock = clock;
        this.asksForTime =
                wanted.stream().anyMatch(word -> OF_TIME.matcher(word).matches());
    }

    /// Those that pass, in the same order.
    Passing of(EventLog log) {
        return isOpen() ? Passing.all(log) : Passing.all(log).where(wanted(log));
    }

    /// Those that pass of some that passed another filter.
    Passing of(Passing events) {
        return isOpen() ? events : events.where(wanted(events.log()));
    }

    /// Those that pass of a log, where these did of one that it may have grown out of.
    Passing of(EventLog log, Passing before) {
        return isOpen() ? Passing.all(log) : before.of(log, wanted(log));
    }

    private boolean isOpen() {
        return words.isEmpty() && !failuresOnly;
    }

    private IntPredicate wanted(EventLog log) {
        if (!log.numbersAs(numbering)) {
            said = new long[256];
        }
        numbering = log;
        return index -> passes(log, index);
    }

    private boolean passes(EventLog log, int index) {
        var number = log.number(index);
        var known = number >= 0 && number < said.length ? said[number] : UNKNOWN;
        var bits = known == UNKNOWN ? learn(log.saying(index), number) : known;
        return bits == all || asksForTime && bits != NEVER && (bits | bitsOfTime(log.second(index))) == all;
    }

    /// @param number of what is said, or a negative one where it has none
    private long learn(Saying saying, int number) {
        var bits = search(saying);
        if (number >= 0) {
            if (number >= said.length) {
                said = Arrays.copyOf(said, number * 2);
            }
            said[number] = bits;
        }
        return bits;
    }

    private long bitsOfTime(long second) {
        return times.computeIfAbsent(second, this::ofTime);
    }

    private long search(Saying saying) {
        if (failuresOnly && !saying.status().isFailure()) {
            return NEVER;
        }
        var bits = SEARCHED
                | ofColumn(saying.logicalId())
                | ofColumn(saying.type())
                | ofColumn(saying.status().name());
        // few reasons are given twice
        return bits | found(saying.reason(), bits);
    }

    private long ofColumn(String text) {
        var known = columns.get(text);
        if (known == null) {
            known = found(text, 0);
            columns.put(text, known);
        }
        return known;
    }

    private long ofTime(long second) {
        return found(clock.apply(second), 0);
    }

    /// @param known the words that need not be sought
    private long found(String text, long known) {
        var bits = 0L;
        for (var i = 0; i < words.size(); i++) {
            if ((known & 1L << i) == 0 && words.get(i).isIn(text)) {
                bits |= 1L << i;
            }
        }
        return bits;
    }
}
