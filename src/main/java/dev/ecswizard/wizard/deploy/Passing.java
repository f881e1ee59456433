package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.EventLog;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntPredicate;

/// The events of a log that pass a filter, or all of them where there is none. Never changes.
final class Passing extends AbstractList<StackEvent> implements RandomAccess {
    /// Looks only at those that two logs do not share.
    static final Rows.Sameness<StackEvent> SAMENESS = new Rows.Sameness<>() {
        @Override
        public int head(List<StackEvent> before, List<StackEvent> now) {
            return passing(before).headWith(passing(now));
        }

        @Override
        public int tail(List<StackEvent> before, List<StackEvent> now, int most) {
            return passing(before).tailWith(passing(now), most);
        }

        private static Passing passing(List<StackEvent> events) {
            return events instanceof Passing passing ? passing : all(EventLog.of(events));
        }
    };

    private final EventLog log;
    private final boolean areAll;
    /// In the log, ascending, the first [#size] of them; none where all pass.
    private final int[] places;

    private final int size;

    private Passing(EventLog log, boolean areAll, int[] places, int size) {
        this.log = log;
        this.areAll = areAll;
        this.places = places;
        this.size = size;
    }

    static Passing all(EventLog log) {
        return new Passing(log, true, new int[0], log.size());
    }

    /// Those of them that pass another filter, too.
    ///
    /// @param filter asked for places in the log
    Passing where(IntPredicate filter) {
        var some = new int[size];
        var found = 0;
        for (var i = 0; i < size; i++) {
            var place = place(i);
            if (filter.test(place)) {
                some[found++] = place;
            }
        }
        return new Passing(log, false, Arrays.copyOf(some, found), found);
    }

    /// What passes of the log as it is now. What both share is not asked for again.
    ///
    /// @param filter by which these were found, asked for places in that log
    Passing of(EventLog now, IntPredicate filter) {
        var shared = areAll ? 0 : now.sharedWith(log);
        var kept = areAll ? 0 : first(shared);
        var some = Arrays.copyOf(places, kept + 64);
        var found = kept;
        for (var place = shared; place < now.size(); place++) {
            if (filter.test(place)) {
                if (found == some.length) {
                    some = Arrays.copyOf(some, found * 2);
                }
                some[found++] = place;
            }
        }
        return new Passing(now, false, some, found);
    }

    EventLog log() {
        return log;
    }

    @Override
    public StackEvent get(int index) {
        return log.get(place(index));
    }

    @Override
    public int size() {
        return size;
    }

    private int headWith(Passing others) {
        var both = Math.min(size, others.size);
        var head = log == others.log ? both : sharedWith(others);
        if (!areAll || !others.areAll) {
            var found = 0;
            while (found < head && place(found) == others.place(found)) {
                found++;
            }
            head = found;
        }
        while (head < both && isSame(head, others, head)) {
            head++;
        }
        return head;
    }

    /// Those that lie in what both logs have in common, of the shorter one.
    private int sharedWith(Passing others) {
        var shared = log.sharedWith(others.log);
        return Math.min(first(shared), others.first(shared));
    }

    private int tailWith(Passing others, int most) {
        var tail = 0;
        while (tail < most && isSame(size - 1 - tail, others, others.size - 1 - tail)) {
            tail++;
        }
        return tail;
    }

    private boolean isSame(int index, Passing others, int its) {
        return log == others.log
                ? place(index) == others.place(its)
                : log.isSame(place(index), others.log, others.place(its));
    }

    /// The index of the first whose place is not before one of the log.
    private int first(int place) {
        if (areAll) {
            return Math.min(place, size);
        }
        var found = Arrays.binarySearch(places, 0, size, place);
        return found < 0 ? ~found : found;
    }

    private int place(int index) {
        return areAll ? index : places[index];
    }
}
