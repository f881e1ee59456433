package dev.ecswizard.wizard.deploy;

import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows of a table. They change as a whole and are told of as one change, which leaves out what stays at both ends.
/// An unmodifiable list is not copied.
final class Rows<T> extends ObservableListBase<T> {
    private List<T> rows = List.of();

    @Override
    public T get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /// Puts other rows in the place of these. Nothing is told where they are equal.
    void become(List<T> other) {
        var before = rows;
        var next = List.copyOf(other);
        var shorter = Math.min(before.size(), next.size());
        var head = 0;
        while (head < shorter && same(before.get(head), next.get(head))) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head && same(before.get(before.size() - 1 - tail), next.get(next.size() - 1 - tail))) {
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

    private static boolean same(Object one, Object other) {
        return one == other || one.equals(other);
    }
}
