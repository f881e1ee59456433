package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.Violation;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;

/// A whole number to type or to step through. Whatever is typed stays as it was typed.
final class SizeSpinner {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private SizeSpinner() {}

    /// Ties a spinner to a model's text and marks it while there is a problem.
    static void tie(Spinner<String> spinner, StringProperty text, ObservableValue<Optional<Violation>> problem) {
        tie(spinner, text, problem, new Texts(Sizes::step));
    }

    /// The same for a number within other limits.
    ///
    /// @param step how much one step is
    static void tie(Spinner<String> spinner, NumberAnswer answer, int step, int least, int most) {
        var steps = new Texts((text, by) -> Sizes.step(text, by * step, least, most));
        tie(spinner, answer.text(), answer.problem(), steps);
    }

    private static void tie(
            Spinner<String> spinner, StringProperty text, ObservableValue<Optional<Violation>> problem, Texts values) {
        values.valueProperty().bindBidirectional(text);
        spinner.setValueFactory(values);
        spinner.getEditor().textProperty().bindBidirectional(text);
        problem.subscribe(now -> spinner.pseudoClassStateChanged(INVALID, now.isPresent()));
    }

    /// Steps through numbers that are texts.
    private static final class Texts extends SpinnerValueFactory<String> {
        private final BiFunction<String, Integer, String> step;

        Texts(BiFunction<String, Integer, String> step) {
            this.step = step;
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
            setValue(step.apply(getValue(), -steps));
        }

        @Override
        public void increment(int steps) {
            setValue(step.apply(getValue(), steps));
        }
    }
}
