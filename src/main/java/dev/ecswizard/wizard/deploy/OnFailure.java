package dev.ecswizard.wizard.deploy;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;

/// The choice of what becomes of a failure: it is rolled back, or everything stays as it is.
final class OnFailure {
    private OnFailure() {}

    static void tie(RadioButton rollBack, RadioButton keep, BooleanProperty keepsWhatFails) {
        var choice = new ToggleGroup();
        rollBack.setToggleGroup(choice);
        keep.setToggleGroup(choice);
        keep.selectedProperty().bindBidirectional(keepsWhatFails);
        keepsWhatFails.subscribe(keeps -> rollBack.setSelected(!keeps));
    }
}
