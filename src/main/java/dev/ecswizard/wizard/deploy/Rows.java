package dev.ecswizard.wizard.deploy;

import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows of a table. They change as a whole and are told of as one change, which leaves out what stays at both ends.
///
/// @param <L> a list of them that never changes
final class Rows<T, L extends List<T>> extends ObservableListBase<T> {
    /// Tells rows apart; asked for every row that stays.
    interface Sameness<L> {
        boolean isSame(L before, int index, L now, int its);
    }

    private final Sameness<L> sameness;
    private L rows;

    Rows(L first, Sameness<L> sameness) {
        this.rows = first;
        this.sameness = sameness;
    }

    @Override
    public T get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /// The list that they are now.
    L now() {
        return rows;
    }

    /// Puts other rows in the place of these. Nothing is told where they are equal.
    void become(L next) {
        var before = rows;
        var shorter = Math.min(before.size(), next.size());
        var head = 0;
        while (head < shorter && sameness.isSame(before, head, next, head)) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head
                && sameness.isSame(before, before.size() - 1 - tail, next, next.size() - 1 - tail)) {
            tail++;
        }
        var gone = before.subList(head, before.size() - tail);
        var come = next.size() - tail;
        beginChange();
        rows = next;
        if (!gone.isEmpty() && come > head) {
            nextReplace(head, come, gone);
        } else if (!gone.isEmpty()) {
            nextRemove(head, gone);
        } else if (come > head) {
            nextAdd(head, come);
        }
        endChange();
    }
}
