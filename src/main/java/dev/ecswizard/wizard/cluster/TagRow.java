package dev.ecswizard.wizard.cluster;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A tag as it is typed.
public final class TagRow {
    private final StringProperty key = new SimpleStringProperty(this, "key", "");
    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public StringProperty key() {
        return key;
    }

    public StringProperty value() {
        return value;
    }

    /// What is wrong with it, in words.
    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    void judge(Optional<String> sentence) {
        problem.set(sentence);
    }

    /// Whether nothing was typed; such a row is no tag.
    boolean isBlank() {
        return key.get().isEmpty() && value.get().isEmpty();
    }
}
