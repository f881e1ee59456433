package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.EventLog;
import java.util.AbstractList;
import java.util.RandomAccess;

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

    /// @param places in the log, ascending
    static Passing some(EventLog log, int[] places) {
        return new Passing(log, false, places);
    }

    @Override
    public StackEvent get(int index) {
        return log.get(place(index));
    }

    @Override
    public int size() {
        return areAll ? log.size() : places.length;
    }

    /// Whether one of these is equal to one of others.
    boolean isSame(int index, Passing others, int its) {
        return log.isSame(place(index), others.log, others.place(its));
    }

    private int place(int index) {
        return areAll ? index : places[index];
    }
}
