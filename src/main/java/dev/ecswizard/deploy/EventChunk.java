package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Some events in little room: in columns, and of what they say the number. Does not change.
final class EventChunk {
    private final SharedWords words;
    private final long[] seconds;
    private final int[] nanos;
    private final int[] numbers;
    private final byte[] ids;
    private final int[] ends;

    private EventChunk(SharedWords words, int size, byte[] ids) {
        this.words = words;
        this.seconds = new long[size];
        this.nanos = new int[size];
        this.numbers = new int[size];
        this.ids = ids;
        this.ends = new int[size];
    }

    /// @param words what numbers what they say, from now on, too
    static EventChunk of(List<StackEvent> events, SharedWords words) {
        var size = events.size();
        var bytes = new byte[size][];
        var length = 0;
        for (var row = 0; row < size; row++) {
            bytes[row] = events.get(row).id().getBytes(StandardCharsets.UTF_8);
            length += bytes[row].length;
        }
        var chunk = new EventChunk(words, size, new byte[length]);
        for (var row = 0; row < size; row++) {
            var event = events.get(row);
            chunk.put(row, event.time().getEpochSecond(), event.time().getNano(), words.number(event));
            chunk.putId(row, bytes[row], 0, bytes[row].length);
        }
        return chunk;
    }

    /// A copy of rows of other chunks.
    static EventChunk of(Picked rows, int from, int to, SharedWords words) {
        var length = 0;
        for (var i = from; i < to; i++) {
            length += rows.chunk(i).idLength(rows.row(i));
        }
        var chunk = new EventChunk(words, to - from, new byte[length]);
        for (var i = from; i < to; i++) {
            chunk.copy(i - from, rows.chunk(i), rows.row(i));
        }
        return chunk;
    }

    private void copy(int row, EventChunk other, int its) {
        var number = other.words == words ? other.numbers[its] : words.number(other.saying(its));
        put(row, other.seconds[its], other.nanos[its], number);
        putId(row, other.ids, other.start(its), other.idLength(its));
    }

    private void put(int row, long second, int nano, int number) {
        seconds[row] = second;
        nanos[row] = nano;
        numbers[row] = number;
    }

    private void putId(int row, byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, ids, start(row), length);
        ends[row] = start(row) + length;
    }

    int size() {
        return ends.length;
    }

    StackEvent event(int row) {
        return saying(row).by(id(row), time(row));
    }

    Saying saying(int row) {
        return words.saying(numbers[row]);
    }

    int number(int row) {
        return numbers[row];
    }

    String id(int row) {
        return new String(ids, start(row), idLength(row), StandardCharsets.UTF_8);
    }

    /// Equal for equal ids.
    int idHash(int row) {
        var hash = 0;
        for (var i = start(row); i < ends[row]; i++) {
            hash = 31 * hash + ids[i];
        }
        return hash;
    }

    boolean hasSameId(int row, EventChunk other, int its) {
        return Arrays.equals(ids, start(row), ends[row], other.ids, other.start(its), other.ends[its]);
    }

    Instant time(int row) {
        return Instant.ofEpochSecond(seconds[row], nanos[row]);
    }

    long second(int row) {
        return seconds[row];
    }

    int compareTime(int row, Instant other) {
        return compare(row, other.getEpochSecond(), other.getNano());
    }

    int compareTime(int row, EventChunk other, int its) {
        return compare(row, other.seconds[its], other.nanos[its]);
    }

    private int compare(int row, long second, int nano) {
        var bySecond = Long.compare(seconds[row], second);
        return bySecond != 0 ? bySecond : Integer.compare(nanos[row], nano);
    }

    boolean isSame(int row, EventChunk other, int its) {
        return this == other && row == its
                || compareTime(row, other, its) == 0 && saysSame(row, other, its) && hasSameId(row, other, its);
    }

    private boolean saysSame(int row, EventChunk other, int its) {
        return words == other.words
                ? numbers[row] == other.numbers[its]
                : saying(row).equals(other.saying(its));
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    private int idLength(int row) {
        return ends[row] - start(row);
    }
}
