package dev.ecswizard.wizard.deploy;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/// The rows of a table. They change as a whole and are told of as one change, which leaves out what stays at both ends.
final class Rows<T> extends ObservableListBase<T> {
    /// How many rows stay where lists take each other's place.
    interface Sameness<T> {
        /// From the first on.
        int head(List<T> before, List<T> now);

        /// Up to the last.
        ///
        /// @param most that may be
        int tail(List<T> before, List<T> now, int most);
    }

    private final Sameness<T> sameness;
    private List<T> rows = List.of();

    /// Rows are the same where they are equal.
    Rows() {
        this(new Equality<>());
    }

    Rows(Sameness<T> sameness) {
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

    /// Puts other rows in the place of these. Nothing is told where they are equal.
    ///
    /// @param next never changes from now on
    void become(List<T> next) {
        var before = rows;
        var head = sameness.head(before, next);
        var tail = sameness.tail(before, next, Math.min(before.size(), next.size()) - head);
        rows = next;
        if (head < Math.max(before.size(), next.size()) - tail) {
            fireChange(new Change<>(this, head, next.size() - tail, before.subList(head, before.size() - tail)));
        }
    }

    private record Equality<T>() implements Sameness<T> {
        @Override
        public int head(List<T> before, List<T> now) {
            var shorter = Math.min(before.size(), now.size());
            var head = 0;
            while (head < shorter && before.get(head).equals(now.get(head))) {
                head++;
            }
            return head;
        }

        @Override
        public int tail(List<T> before, List<T> now, int most) {
            return head(before.reversed().subList(0, most), now.reversed().subList(0, most));
        }
    }

    /// The one change. What is gone is a view, not a copy: most listeners only ask how much it is.
    private static final class Change<T> extends ListChangeListener.Change<T> {
        private final int from;
        private final int to;
        private final List<T> gone;
        private boolean isTold;

        Change(Rows<T> rows, int from, int to, List<T> gone) {
            super(rows);
            this.from = from;
            this.to = to;
            this.gone = gone;
        }

        @Override
        public boolean next() {
            var isNext = !isTold;
            isTold = true;
            return isNext;
        }

        @Override
        public void reset() {
            isTold = false;
        }

        @Override
        public int getFrom() {
            return from;
        }

        @Override
        public int getTo() {
            return to;
        }

        @Override
        public List<T> getRemoved() {
            return gone;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
