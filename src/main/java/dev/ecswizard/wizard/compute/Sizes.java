package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Violation;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// How many hosts there are and may be: two texts as they were typed, and what is wrong with each.
final class Sizes {
    private static final int LEAST = 1;
    private static final int MOST = 999;

    private final StringProperty size = new SimpleStringProperty("2");
    private final StringProperty maxSize = new SimpleStringProperty("4");
    private final ObservableValue<Optional<Violation>> sizeProblem =
            Bindings.createObjectBinding(this::checkSize, size);
    private final ObservableValue<Optional<Violation>> maxSizeProblem =
            Bindings.createObjectBinding(this::checkMaxSize, size, maxSize);

    StringProperty size() {
        return size;
    }

    StringProperty maxSize() {
        return maxSize;
    }

    ObservableValue<Optional<Violation>> sizeProblem() {
        return sizeProblem;
    }

    ObservableValue<Optional<Violation>> maxSizeProblem() {
        return maxSizeProblem;
    }

    boolean areSound() {
        return sizeProblem.getValue().isEmpty() && maxSizeProblem.getValue().isEmpty();
    }

    /// The number of hosts; only while [#areSound].
    int clusterSize() {
        return number(size).orElseThrow();
    }

    /// The largest number of hosts; only while [#areSound].
    int clusterMaxSize() {
        return number(maxSize).orElseThrow();
    }

    void open(Fleet.Fixed fleet) {
        size.set(String.valueOf(fleet.clusterSize()));
        maxSize.set(String.valueOf(fleet.clusterMaxSize()));
    }

    /// The next number up or down from a text, within what AWS allows; the text itself where it is no number.
    static String step(String text, int by) {
        return step(text, by, LEAST, MOST);
    }

    /// The same, within other limits.
    static String step(String text, int by, int least, int most) {
        return NumberAnswer.number(text)
                .map(number -> String.valueOf(Math.clamp((long) number + by, least, most)))
                .orElse(text);
    }

    private Optional<Violation> checkSize() {
        return number(size)
                .map(number -> Fleet.Fixed.checkSizes(number, MOST))
                .orElseGet(() -> Optional.of(Rule.CLUSTER_SIZE.brokenBy(size.get())));
    }

    private Optional<Violation> checkMaxSize() {
        // beside a size that is wrong itself only the maximum's own limits can be held against it
        var beside = checkSize().isEmpty() ? number(size).orElseThrow() : LEAST;
        return number(maxSize)
                .map(number -> Fleet.Fixed.checkSizes(beside, number))
                .orElseGet(() -> Optional.of(Rule.CLUSTER_MAX_SIZE.brokenBy(maxSize.get())));
    }

    private static Optional<Integer> number(StringProperty text) {
        return NumberAnswer.number(text.get());
    }
}
