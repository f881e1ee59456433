package dev.ecswizard.wizard.compute;

import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// The key pair of the hosts, or none.
final class KeyPicker {
    /// The id that stands for no key pair in [#choices].
    static final String NONE = "";

    private final Load<List<String>> there;
    private final Answer name = new Answer();
    private final ObservableValue<List<Choice<String>>> choices;

    /// @param place where to ask; nothing is asked while there is none
    KeyPicker(Background background, ObservableValue<Optional<Place>> place) {
        there = Load.from(
                background,
                place,
                where -> where.reading("keyPairs", () -> where.catalog().keyPairs()));
        choices = Bindings.createObjectBinding(this::findChoices, there.value(), name.name());
    }

    /// The names of the region's key pairs.
    Load<List<String>> there() {
        return there;
    }

    /// Nothing means none.
    Answer name() {
        return name;
    }

    /// No key pair, those of the region, and one that only an opened file knows.
    ObservableValue<List<Choice<String>>> choices() {
        return choices;
    }

    /// @param chosen the name of a key pair, or [#NONE]
    void choose(String chosen) {
        name.choose(Optional.of(chosen).filter(given -> !given.equals(NONE)));
    }

    /// Whether an opened file names one that is not there.
    boolean isUnknown() {
        return there.value()
                .getValue()
                .flatMap(known -> name.name().get().filter(chosen -> !known.contains(chosen)))
                .isPresent();
    }

    /// Whether the answer can be taken as it is: there is none, a file vouches for it, or the names are there.
    boolean isSettled() {
        return name.name().get().isEmpty()
                || name.isFromFile()
                || there.value().getValue().isPresent();
    }

    private List<Choice<String>> findChoices() {
        var all = new ArrayList<String>();
        all.add(NONE);
        all.addAll(there.value().getValue().orElse(List.of()));
        return Choice.of(all, one -> one, name.name().get().stream().toList());
    }
}
