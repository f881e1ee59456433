package dev.ecswizard.deploy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Rows of chunks in an order of their own. In arrays, so that the collector has no object a row to walk through.
final class Picked {
    /// Which rows are wanted.
    interface Choice {
        boolean isWanted(EventChunk chunk, int row);
    }

    private EventChunk[] chunks = new EventChunk[64];
    private int[] rows = new int[64];
    private int size;

    /// All rows of a chunk.
    static Picked all(EventChunk chunk) {
        var picked = new Picked();
        for (var row = 0; row < chunk.size(); row++) {
            picked.add(chunk, row);
        }
        return picked;
    }

    int size() {
        return size;
    }

    EventChunk chunk(int index) {
        return chunks[index];
    }

    int row(int index) {
        return rows[index];
    }

    void add(EventChunk chunk, int row) {
        add(size, chunk, row);
    }

    /// Puts a row at a place, and what stands there behind it.
    void add(int place, EventChunk chunk, int row) {
        if (size == rows.length) {
            chunks = Arrays.copyOf(chunks, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        System.arraycopy(chunks, place, chunks, place + 1, size - place);
        System.arraycopy(rows, place, rows, place + 1, size - place);
        chunks[place] = chunk;
        rows[place] = row;
        size++;
    }

    void addAll(Picked others) {
        for (var i = 0; i < others.size; i++) {
            add(others.chunks[i], others.rows[i]);
        }
    }

    Picked reversed() {
        var reversed = new Picked();
        for (var i = size - 1; i >= 0; i--) {
            reversed.add(chunks[i], rows[i]);
        }
        return reversed;
    }

    /// Those that are wanted.
    Picked where(Choice choice) {
        var some = new Picked();
        for (var i = 0; i < size; i++) {
            if (choice.isWanted(chunks[i], rows[i])) {
                some.add(chunks[i], rows[i]);
            }
        }
        return some;
    }

    /// Where a row of an id is, or -1.
    int find(EventChunk chunk, int row) {
        for (var i = 0; i < size; i++) {
            if (chunks[i].hasSameId(rows[i], chunk, row)) {
                return i;
            }
        }
        return -1;
    }

    /// The same, oldest first; equal times stay in the order in which they are.
    Picked byTime() {
        if (isAscending()) {
            return this;
        }
        Comparator<Integer> byTime = (one, other) -> chunks[one].compareTime(rows[one], chunks[other], rows[other]);
        var sorted = new Picked();
        IntStream.range(0, size).boxed().sorted(byTime).forEach(i -> sorted.add(chunks[i], rows[i]));
        return sorted;
    }

    /// The time of the earliest.
    Instant earliest() {
        var earliest = 0;
        for (var i = 1; i < size; i++) {
            if (chunks[i].compareTime(rows[i], chunks[earliest], rows[earliest]) < 0) {
                earliest = i;
            }
        }
        return chunks[earliest].time(rows[earliest]);
    }

    private boolean isAscending() {
        for (var i = 1; i < size; i++) {
            if (chunks[i - 1].compareTime(rows[i - 1], chunks[i], rows[i]) > 0) {
                return false;
            }
        }
        return true;
    }
}
