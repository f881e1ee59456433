package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Some events in little room: in columns, and what they say but once for all that say it. Does not change.
final class EventChunk {
    static final EventChunk NONE = new EventChunk(List.of(), Saying::of);

    private final long[] seconds;
    private final int[] nanos;
    private final Saying[] sayings;
    private final byte[] ids;
    private final int[] ends;

    EventChunk(List<StackEvent> events, Function<StackEvent, Saying> words) {
        var size = events.size();
        seconds = new long[size];
        nanos = new int[size];
        sayings = new Saying[size];
        ends = new int[size];
        var bytes = new byte[size][];
        var length = 0;
        for (var i = 0; i < size; i++) {
            var event = events.get(i);
            seconds[i] = event.time().getEpochSecond();
            nanos[i] = event.time().getNano();
            sayings[i] = words.apply(event);
            bytes[i] = event.id().getBytes(StandardCharsets.UTF_8);
            length += bytes[i].length;
            ends[i] = length;
        }
        ids = new byte[length];
        for (var i = 0; i < size; i++) {
            System.arraycopy(bytes[i], 0, ids, ends[i] - bytes[i].length, bytes[i].length);
        }
    }

    StackEvent event(int row) {
        return sayings[row].by(id(row), time(row));
    }

    Saying saying(int row) {
        return sayings[row];
    }

    String id(int row) {
        return new String(ids, start(row), ends[row] - start(row), StandardCharsets.UTF_8);
    }

    Instant time(int row) {
        return Instant.ofEpochSecond(seconds[row], nanos[row]);
    }

    long second(int row) {
        return seconds[row];
    }

    int compareTime(int row, Instant other) {
        var bySecond = Long.compare(seconds[row], other.getEpochSecond());
        return bySecond != 0 ? bySecond : Integer.compare(nanos[row], other.getNano());
    }

    boolean isSame(int row, EventChunk other, int its) {
        return this == other && row == its
                || seconds[row] == other.seconds[its]
                        && nanos[row] == other.nanos[its]
                        && sayings[row].equals(other.sayings[its])
                        && Arrays.equals(ids, start(row), ends[row], other.ids, other.start(its), other.ends[its]);
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }
}
