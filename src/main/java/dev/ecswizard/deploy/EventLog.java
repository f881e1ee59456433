package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Events, oldest first, as a list that never changes. A log that has grown shares with the one before all that is in
/// both. Events are made when they are asked for, about 100 bytes being kept of each.
///
/// ```
/// before   [ chunk ][ chunk ][ last ]
///              │        │
/// after    [ chunk ][ chunk ][ chunk ][ chunk ][ last ]
/// ```
/// Beside those that are the log's own there may be others, of what is not the stack: a few, each behind all of its own
/// that are not later.
public final class EventLog extends AbstractList<StackEvent> implements RandomAccess {
    private static final EventLog EMPTY = new EventLog(new EventChunk[0], 0, EventChunk.NONE, new int[0]);
    /// Rows of a chunk, as a power of two.
    private static final int BITS = 10;

    private static final int ROWS = 1 << BITS;

    private final EventChunk[] chunks;
    private final int own;
    private final EventChunk others;
    /// Where in the whole log the others stand.
    private final int[] places;

    private EventLog(EventChunk[] chunks, int own, EventChunk others, int[] places) {
        this.chunks = chunks;
        this.own = own;
        this.others = others;
        this.places = places;
    }

    /// The same events. A log is taken as it is.
    ///
    /// @param events oldest first
    public static EventLog of(List<StackEvent> events) {
        return events instanceof EventLog log ? log : EMPTY.with(0, events, new SharedWords());
    }

    static EventLog empty() {
        return EMPTY;
    }

    /// A log of the same events up to a place, and of the given ones from there on.
    EventLog with(int place, List<StackEvent> rest, SharedWords words) {
        var kept = place >> BITS;
        var tail = new ArrayList<>(subList(kept << BITS, place));
        tail.addAll(rest);
        var all = Arrays.copyOf(chunks, kept + (tail.size() + ROWS - 1 >> BITS));
        for (var i = kept; i < all.length; i++) {
            var from = i - kept << BITS;
            all[i] = new EventChunk(tail.subList(from, Math.min(from + ROWS, tail.size())), words::of);
        }
        return new EventLog(all, place + rest.size(), EventChunk.NONE, new int[0]);
    }

    /// The log with these others beside its own, in place of those that it had.
    EventLog beside(Stream<StackEvent> events) {
        var sorted = events.sorted(Comparator.comparing(StackEvent::time)).toList();
        var stack = new EventLog(chunks, own, EventChunk.NONE, new int[0]);
        var behind = IntStream.range(0, sorted.size())
                .map(i -> stack.firstAfter(sorted.get(i).time()) + i)
                .toArray();
        return new EventLog(chunks, own, new EventChunk(sorted, Saying::of), behind);
    }

    @Override
    public StackEvent get(int index) {
        return chunk(index).event(row(index));
    }

    @Override
    public int size() {
        return own + places.length;
    }

    /// As any list, but without making what both share; whoever listens to a state compares it with the one before.
    @Override
    public boolean equals(Object other) {
        return other instanceof EventLog log
                ? size() == log.size() && IntStream.range(0, size()).allMatch(index -> isSame(index, log, index))
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /// What the event at an index says, without making it.
    public Saying saying(int index) {
        return chunk(index).saying(row(index));
    }

    /// What all events say, oldest first, without making them.
    public Stream<Saying> sayings() {
        return IntStream.range(0, size()).mapToObj(this::saying);
    }

    /// The second of the event at an index, since 1970.
    public long second(int index) {
        return chunk(index).second(row(index));
    }

    /// Whether the event at an index is equal to one of another log.
    public boolean isSame(int index, EventLog other, int its) {
        return chunk(index).isSame(row(index), other.chunk(its), other.row(its));
    }

    /// The index of the first event of a time or a later one.
    int firstAt(Instant time) {
        return first(time, 0);
    }

    private int firstAfter(Instant time) {
        return first(time, 1);
    }

    private int first(Instant time, int least) {
        var low = 0;
        for (var high = size(); low < high; ) {
            var middle = low + high >>> 1;
            if (chunk(middle).compareTime(row(middle), time) < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether an event of this id and time is there.
    boolean has(String id, Instant time) {
        for (var i = firstAt(time); i < size() && chunk(i).compareTime(row(i), time) == 0; i++) {
            if (chunk(i).id(row(i)).equals(id)) {
                return true;
            }
        }
        return false;
    }

    private EventChunk chunk(int index) {
        var place = place(index);
        return place < 0 ? others : chunks[place >> BITS];
    }

    private int row(int index) {
        var place = place(index);
        return place < 0 ? ~place : place & ROWS - 1;
    }

    /// Of the log's own events the how manieth it is; of the others the complement of it.
    private int place(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        if (places.length == 0) {
            return index;
        }
        var found = Arrays.binarySearch(places, index);
        return found >= 0 ? ~found : index - ~found;
    }
}
