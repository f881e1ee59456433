package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.EventLog;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The events of a log that pass a filter, or all of them where there is none. Never changes.
final class Passing extends AbstractList<StackEvent> implements RandomAccess {
    private final EventLog log;
    private final boolean areAll;
    /// In the log, ascending; none where all pass.
    private final int[] places;

    private Passing(EventLog log, boolean areAll, int[] places) {
        this.log = log;
        this.areAll = areAll;
        this.places = places;
    }

    static Passing all(EventLog log) {
        return new Passing(log, true, new int[0]);
    }

    /// Those of them that pass another filter, too.
    ///
    /// @param filter asked for places in the log
    Passing where(IntPredicate filter) {
        var some = IntStream.range(0, size()).map(this::place).filter(filter);
        return new Passing(log, false, some.toArray());
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
        return areAll ? log.size() : places.length;
    }

    /// Whether one of some events is equal to one of others.
    static boolean isSame(List<StackEvent> some, int index, List<StackEvent> others, int its) {
        return some instanceof Passing these && others instanceof Passing those
                ? these.log.isSame(these.place(index), those.log, those.place(its))
                : some.get(index).equals(others.get(its));
    }

    private int place(int index) {
        return areAll ? index : places[index];
    }
}
