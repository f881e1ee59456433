package dev.ecswizard.wizard.preview;

import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// What is new about a text since the person last saw it. A text that changes before their eyes is told too, against
/// the one of the last visit, and at once: nothing that was told of the text before stands beside it.
public final class ChangesModel {
    private final ObservableValue<Optional<String>> text;
    private final ReadOnlyObjectWrapper<Changes> changes = new ReadOnlyObjectWrapper<>(Changes.NONE);
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<Optional<Changes.Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> seen = Optional.empty();
    private Optional<String> compared = Optional.empty();
    private boolean isHere;
    private boolean isBack;
    private int line = 1;

    /// @param text what is shown; nothing while there is none
    ChangesModel(ObservableValue<Optional<String>> text) {
        this.text = text;
        text.subscribe(_ -> compare());
    }

    /// What is new, until the person has dismissed it or comes to see something newer.
    public ReadOnlyObjectProperty<Changes> changes() {
        return changes.getReadOnlyProperty();
    }

    /// The number of the place that is looked at, from 0; -1 for none.
    public ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /// The place that is looked at.
    public ReadOnlyObjectProperty<Optional<Changes.Place>> place() {
        return place.getReadOnlyProperty();
    }

    /// Goes to the next place, from the last one to the first.
    public void next() {
        step(1);
    }

    /// Goes to the place before, from the first one to the last.
    public void previous() {
        step(-1);
    }

    /// Looks at the place that a line is in, if it is in one.
    public void look(int number) {
        line = number;
        changes.get().at(number).ifPresent(this::lookAt);
    }

    /// Takes what is shown as seen.
    public void dismiss() {
        seen = text.getValue().or(() -> seen);
        setNone();
    }

    void reached() {
        isHere = true;
        isBack = true;
        compare();
    }

    void left() {
        isHere = false;
        // an earlier text that never came back stays what was seen
        seen = text.getValue().or(() -> seen);
    }

    /// Begins anew when the person comes next, with a text that has nothing to do with the one before.
    void forget() {
        isHere = false;
        seen = Optional.empty();
        compared = Optional.empty();
        setNone();
    }

    private void step(int by) {
        var count = changes.get().places().size();
        if (count > 0) {
            lookAt(Math.floorMod(Math.max(current.get(), by < 0 ? 0 : -1) + by, count));
        }
    }

    private void compare() {
        var now = text.getValue();
        if (!isHere || now.isEmpty()) {
            return;
        }
        if (seen.isEmpty()) {
            seen = now;
        }
        // what has not been dismissed stays when there is nothing newer
        if (!now.equals(compared)) {
            compared = now;
            if (isBack) {
                isBack = false;
                setNone();
            }
            set(Changes.between(seen.get(), now.get()));
        }
    }

    private void setNone() {
        // nothing is looked at while that which it counts is exchanged
        lookAt(-1);
        changes.set(Changes.NONE);
    }

    /// Exchanges what is new. Who looked at a place stays near the line where they are; others are led to the first.
    private void set(Changes now) {
        var isNew = current.get() < 0;
        changes.set(now);
        if (isNew || now.isEmpty()) {
            lookAt(-1);
        }
        if (!now.isEmpty()) {
            lookAt(isNew ? 0 : now.nearest(line));
        }
    }

    private void lookAt(int number) {
        current.set(number);
        place.set(
                number < 0
                        ? Optional.empty()
                        : Optional.of(changes.get().places().get(number)));
    }
}
