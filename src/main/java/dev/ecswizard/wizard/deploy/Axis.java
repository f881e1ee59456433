package dev.ecswizard.wizard.deploy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The times that a timeline spans, from its beginning on. It grows by whole steps, so that bars do not shrink at every
/// moment.
///
/// @param step from one mark to the next
public record Axis(Duration length, Duration step) {
    /// Lengths in seconds, each with the steps it is divided into; beyond the last one it is days.
    private static final List<long[]> LENGTHS = List.of(
            new long[] {10, 2},
            new long[] {15, 5},
            new long[] {20, 5},
            new long[] {30, 10},
            new long[] {40, 10},
            new long[] {60, 15},
            new long[] {90, 30},
            new long[] {120, 30},
            new long[] {180, 60},
            new long[] {240, 60},
            new long[] {300, 60},
            new long[] {360, 120},
            new long[] {480, 120},
            new long[] {600, 120},
            new long[] {900, 300},
            new long[] {1200, 300},
            new long[] {1800, 600},
            new long[] {2400, 600},
            new long[] {3600, 900},
            new long[] {5400, 1800},
            new long[] {7200, 1800},
            new long[] {3 * 3600, 3600},
            new long[] {4 * 3600, 3600},
            new long[] {6 * 3600, 2 * 3600},
            new long[] {8 * 3600, 2 * 3600},
            new long[] {12 * 3600, 3 * 3600},
            new long[] {24 * 3600, 6 * 3600});
    private static final long DAY = 24 * 3600;
    private static final long MOST_MARKS = 4;

    /// The shortest one that holds a time.
    static Axis holding(Duration time) {
        var seconds = time.plusNanos(999_999_999).toSeconds();
        return LENGTHS.stream()
                .filter(each -> each[0] >= seconds)
                .findFirst()
                .map(each -> new Axis(Duration.ofSeconds(each[0]), Duration.ofSeconds(each[1])))
                .orElseGet(() -> ofDays(seconds));
    }

    private static Axis ofDays(long seconds) {
        var days = Math.ceilDiv(seconds, DAY);
        return new Axis(Duration.ofDays(days), Duration.ofDays(Math.ceilDiv(days, MOST_MARKS)));
    }

    /// The times that are marked, without the beginning.
    List<Duration> marks() {
        var step = step().toSeconds();
        return LongStream.rangeClosed(1, length().toSeconds() / step)
                .mapToObj(number -> Duration.ofSeconds(number * step))
                .toList();
    }

    /// Where a time lies, from 0 at the beginning to 1 at the end; no farther.
    double place(Duration time) {
        return Math.clamp((double) time.toMillis() / length().toMillis(), 0, 1);
    }

    /// How many steps have to lie between labels, so that each has its room.
    ///
    /// @param room what a label takes of the whole length, as a share of it
    int labelEvery(double room) {
        var marks = marks().size();
        return IntStream.rangeClosed(1, marks)
                .filter(every -> every * place(step()) >= room)
                .findFirst()
                .orElse(marks);
    }
}
