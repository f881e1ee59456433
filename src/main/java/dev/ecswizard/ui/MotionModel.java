package dev.ecswizard.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Whether things may move while somebody waits: as the system says, until the person says otherwise.
public final class MotionModel {
    private final ObjectProperty<Motion> chosen;
    private final ObservableValue<Boolean> isStill;
    private final Latest<Motion> toRemember;

    /// @param begin what was chosen before
    /// @param systemIsStill what the system says, followed while the app is open
    public MotionModel(Background background, Settings settings, Motion begin, ObservableValue<Boolean> systemIsStill) {
        toRemember = new Latest<>(background, settings::remember);
        chosen = new SimpleObjectProperty<>(begin);
        isStill = Bindings.createObjectBinding(
                () -> chosen.get().isStill(systemIsStill.getValue()), chosen, systemIsStill);
    }

    public ObservableValue<Motion> chosen() {
        return chosen;
    }

    public ObservableValue<Boolean> isStill() {
        return isStill;
    }

    /// Takes what the person says and remembers it.
    public void choose(Motion motion) {
        chosen.set(motion);
        toRemember.set(motion);
    }
}
