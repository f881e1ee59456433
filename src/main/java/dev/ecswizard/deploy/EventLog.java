package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntPredicate;
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
    private static final SharedWords NO_WORDS = new SharedWords();
    private static final EventChunk NONE = EventChunk.of(List.of(), NO_WORDS);
    private static final EventLog EMPTY = new EventLog(NO_WORDS, new EventChunk[0], 0, NONE, new int[0]);
    /// Rows of a chunk, as a power of two.
    private static final int BITS = 10;

    private static final int ROWS = 1 << BITS;

    /// Of the log's own events.
    private final SharedWords words;

    private final EventChunk[] chunks;
    private final int own;
    private final EventChunk others;
    /// Where in the whole log the others stand.
    private final int[] places;

    private EventLog(SharedWords words, EventChunk[] chunks, int own, EventChunk others, int[] places) {
        this.words = words;
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

    /// The picked events.
    static EventLog of(Picked events, SharedWords words) {
        return EMPTY.with(0, events, words);
    }

    /// A log of the same own events up to a place, and of the given ones from there on.
    EventLog with(int place, List<StackEvent> rest, SharedWords words) {
        return with(place, Picked.all(EventChunk.of(rest, words)), words);
    }

    EventLog with(int place, Picked rest, SharedWords words) {
        // chunks that are shared have to be of the same words
        var kept = words == this.words ? place >> BITS : 0;
        var tail = new EventLog(this.words, chunks, own, NONE, new int[0]).range(kept << BITS, place);
        tail.addAll(rest);
        var all = Arrays.copyOf(chunks, kept + (tail.size() + ROWS - 1 >> BITS));
        for (var i = kept; i < all.length; i++) {
            var from = i - kept << BITS;
            all[i] = EventChunk.of(tail, from, Math.min(from + ROWS, tail.size()), words);
        }
        return new EventLog(words, all, place + rest.size(), NONE, new int[0]);
    }

    /// The log with these others beside its own, in place of those that it had.
    EventLog beside(Stream<StackEvent> events) {
        var sorted = events.sorted(Comparator.comparing(StackEvent::time)).toList();
        var stack = new EventLog(words, chunks, own, NONE, new int[0]);
        var behind = IntStream.range(0, sorted.size())
                .map(i -> stack.firstAfter(sorted.get(i).time()) + i)
                .toArray();
        return new EventLog(words, chunks, own, EventChunk.of(sorted, new SharedWords()), behind);
    }

    /// The events from a place on.
    Picked from(int place) {
        return range(place, size());
    }

    private Picked range(int from, int to) {
        var picked = new Picked();
        for (var i = from; i < to; i++) {
            picked.add(chunk(i), row(i));
        }
        return picked;
    }

    @Override
    public StackEvent get(int index) {
        return chunk(index).event(row(index));
    }

    @Override
    public int size() {
        return own + places.length;
    }

    /// As any list, but without a look at what both share; whoever listens to a state compares it with the one
    /// before.
    @Override
    public boolean equals(Object other) {
        return other instanceof EventLog log
                ? size() == log.size() && isSameFrom(sharedWith(log), log)
                : super.equals(other);
    }

    private boolean isSameFrom(int place, EventLog log) {
        return IntStream.range(place, size()).allMatch(index -> isSame(index, log, index));
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

    /// The number of what the event at an index says: the same for all that say it, in all logs of the same words. That
    /// of others, which have no number, is negative.
    public int number(int index) {
        var place = place(index);
        return place < 0 ? -1 : chunks[place >> BITS].number(place & ROWS - 1);
    }

    /// Whether both number what events say alike; so do logs that have grown from each other.
    public boolean numbersAs(EventLog log) {
        return words == log.words;
    }

    /// How many events from the first on are the same as another log's, as far as can be told at once: those of the
    /// chunks that both share, and what is equal in the next one.
    public int sharedWith(EventLog log) {
        var both = Math.min(size(), log.size());
        var most = Math.min(chunks.length, log.chunks.length);
        var shared = 0;
        while (shared < most && chunks[shared] == log.chunks[shared]) {
            shared++;
        }
        var alike = 0;
        while (alike < Math.min(places.length, log.places.length) && isOtherSame(alike, log)) {
            alike++;
        }
        var same = Math.min(index(Math.min(shared << BITS, Math.min(own, log.own)), alike), both);
        same = Math.min(same, Math.min(otherAt(alike), log.otherAt(alike)));
        most = Math.min(both, same + ROWS);
        while (same < most && isSame(same, log, same)) {
            same++;
        }
        return same;
    }

    private boolean isOtherSame(int which, EventLog log) {
        return places[which] == log.places[which] && others.isSame(which, log.others, which);
    }

    private int otherAt(int which) {
        return which < places.length ? places[which] : size();
    }

    /// The index behind so many own events and those of the first others that stand between them.
    private int index(int ownBefore, int firstOthers) {
        var between = 0;
        while (between < firstOthers && places[between] - between <= ownBefore) {
            between++;
        }
        return ownBefore + between;
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
        return first(i -> chunk(i).compareTime(row(i), time) < least);
    }

    private int first(EventChunk sought, int its) {
        return first(i -> chunk(i).compareTime(row(i), sought, its) < 0);
    }

    private int first(IntPredicate isBefore) {
        var low = 0;
        for (var high = size(); low < high; ) {
            var middle = low + high >>> 1;
            if (isBefore.test(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether an event of the id and time of a chunk's is there.
    boolean has(EventChunk sought, int its) {
        for (var i = first(sought, its); i < size() && chunk(i).compareTime(row(i), sought, its) == 0; i++) {
            if (chunk(i).hasSameId(row(i), sought, its)) {
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
