package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.Violation;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;

/// A number of hosts to type or to step through. Whatever is typed stays as it was typed.
final class SizeSpinner {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private SizeSpinner() {}

    /// Ties a spinner to a model's text and marks it while there is a problem.
    static void tie(Spinner<String> spinner, StringProperty text, ObservableValue<Optional<Violation>> problem) {
        var values = new Texts();
        values.valueProperty().bindBidirectional(text);
        spinner.setValueFactory(values);
        spinner.getEditor().textProperty().bindBidirectional(text);
        problem.subscribe(now -> spinner.pseudoClassStateChanged(INVALID, now.isPresent()));
    }

    /// Steps through numbers that are texts.
    private static final class Texts extends SpinnerValueFactory<String> {
        Texts() {
            setConverter(new StringConverter<>() {
                @Override
                public String toString(String text) {
                    return text;
                }

                @Override
                public String fromString(String text) {
                    return text;
                }
            });
        }

        @Override
        public void decrement(int steps) {
            setValue(Sizes.step(getValue(), -steps));
        }

        @Override
        public void increment(int steps) {
            setValue(Sizes.step(getValue(), steps));
        }
    }
}
