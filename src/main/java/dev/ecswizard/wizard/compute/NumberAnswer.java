package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Violation;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// A whole number as it was typed, and what is wrong with it.
final class NumberAnswer {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final StringProperty text;
    private final ObservableValue<Optional<Violation>> problem;

    /// @param rule what is broken by what is no number
    /// @param check the rule that a number breaks
    /// @param others what the check depends on beside the number
    NumberAnswer(int begin, Rule rule, IntFunction<Optional<Violation>> check, Observable... others) {
        text = new SimpleStringProperty(String.valueOf(begin));
        var all = new Observable[others.length + 1];
        System.arraycopy(others, 0, all, 1, others.length);
        all[0] = text;
        problem = Bindings.createObjectBinding(
                () -> number(text.get()).map(check::apply).orElseGet(() -> Optional.of(rule.brokenBy(text.get()))),
                all);
    }

    /// A number that only the rule limits.
    NumberAnswer(int begin, Rule rule) {
        this(begin, rule, rule::check);
    }

    StringProperty text() {
        return text;
    }

    ObservableValue<Optional<Violation>> problem() {
        return problem;
    }

    boolean isSound() {
        return problem.getValue().isEmpty();
    }

    /// The number; only while [#isSound].
    int value() {
        return number(text.get()).orElseThrow();
    }

    /// The number, while there is one.
    Optional<Integer> number() {
        return number(text.get());
    }

    void open(int value) {
        text.set(String.valueOf(value));
    }

    /// The number that a text is, spaces around it aside.
    static Optional<Integer> number(String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(typed -> NUMBER.matcher(typed).matches())
                .map(Integer::valueOf);
    }
}
