package dev.ecswizard.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Which appearance a person has chosen, and the look that it amounts to just now.
public final class AppearanceModel {
    private final ObjectProperty<Appearance> chosen;
    private final ObservableValue<Theme> theme;
    private final Latest<Appearance> toRemember;

    /// @param begin what was chosen before
    /// @param systemIsDark what the system looks like, followed while the app is open
    public AppearanceModel(
            Background background, Settings settings, Appearance begin, ObservableValue<Boolean> systemIsDark) {
        toRemember = new Latest<>(background, settings::remember);
        chosen = new SimpleObjectProperty<>(begin);
        theme = Bindings.createObjectBinding(() -> chosen.get().theme(systemIsDark.getValue()), chosen, systemIsDark);
    }

    public ObservableValue<Appearance> chosen() {
        return chosen;
    }

    public ObservableValue<Theme> theme() {
        return theme;
    }

    /// Takes another appearance and remembers it.
    public void choose(Appearance appearance) {
        chosen.set(appearance);
        toRemember.set(appearance);
    }
}
