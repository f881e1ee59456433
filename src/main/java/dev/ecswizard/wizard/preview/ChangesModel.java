package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.Background;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// What is new about a text since the person last saw it. A text that changes before their eyes is told too, against
/// the one of the last visit.
public final class ChangesModel {
    private final Background background;
    private final ObservableValue<Optional<String>> text;
    private final ReadOnlyObjectWrapper<Changes> changes = new ReadOnlyObjectWrapper<>(Changes.NONE);
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private Background.Handle comparing = () -> {};
    private Optional<String> seen = Optional.empty();
    private Optional<String> compared = Optional.empty();
    private boolean isHere;

    /// @param text what is shown; nothing while there is none
    ChangesModel(Background background, ObservableValue<Optional<String>> text) {
        this.background = background;
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

    public Optional<Changes.Place> place() {
        return current.get() < 0
                ? Optional.empty()
                : Optional.of(changes.get().places().get(current.get()));
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
    public void look(int line) {
        changes.get().at(line).ifPresent(current::set);
    }

    /// Takes what is shown as seen.
    public void dismiss() {
        seen = text.getValue().or(() -> seen);
        set(Changes.NONE);
    }

    void reached() {
        isHere = true;
        compare();
    }

    void left() {
        isHere = false;
        comparing.stop();
        // an earlier text that never came back stays what was seen
        seen = text.getValue().or(() -> seen);
    }

    /// Begins anew when the person comes next, with a text that has nothing to do with the one before.
    void forget() {
        isHere = false;
        comparing.stop();
        seen = Optional.empty();
        compared = Optional.empty();
        set(Changes.NONE);
    }

    private void step(int by) {
        var count = changes.get().places().size();
        if (count > 0) {
            current.set(Math.floorMod(Math.max(current.get(), by < 0 ? 0 : -1) + by, count));
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
            var before = seen.get();
            comparing.stop();
            set(Changes.NONE);
            comparing = background.start(() -> Changes.between(before, now.get()), this::set, problem -> {
                throw new IllegalStateException(problem);
            });
        }
    }

    private void set(Changes now) {
        // nothing is looked at while that which it counts is exchanged
        current.set(-1);
        changes.set(now);
        current.set(now.isEmpty() ? -1 : 0);
    }
}
