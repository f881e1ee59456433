package dev.ecswizard.ui;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// The place of what is only now and then to be seen, and is built when that is for the first time. Takes no room while
/// what it holds takes none.
public final class LatePane extends VBox {
    // held, since a binding does not live by being listened to
    private final ObservableValue<Boolean> isNeeded;

    /// @param isNeeded whether there is something to show
    /// @param maker builds what shows it, and from then on hides itself
    public LatePane(ObservableValue<Boolean> isNeeded, Supplier<? extends Parent> maker) {
        this.isNeeded = isNeeded;
        setVisible(false);
        setManaged(false);
        isNeeded.subscribe(needed -> {
            if (needed && getChildren().isEmpty()) {
                hold(maker.get());
            }
        });
    }

    private void hold(Parent made) {
        getChildren().setAll(made);
        visibleProperty().bind(made.visibleProperty());
        managedProperty().bind(made.managedProperty());
    }
}
