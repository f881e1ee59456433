package dev.ecswizard.wizard;

import dev.ecswizard.ui.TypeAhead;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/// Ties a combo box to a model's choices: it shows what the model holds, and tells the model what a person picks.
public final class ChoiceCombo<T> {
    private final ComboBox<Choice<T>> box;
    private final ObservableValue<Optional<String>> chosen;
    private boolean following;

    private ChoiceCombo(ComboBox<Choice<T>> box, ObservableValue<Optional<String>> chosen) {
        this.box = box;
        this.chosen = chosen;
    }

    /// @param chosen the id that the model holds
    /// @param choose told the id that a person picked
    /// @param words how a choice reads; also what typing searches
    /// @param isUsable the others are greyed in the list
    public static <T> void tie(
            ComboBox<Choice<T>> box,
            ObservableValue<List<Choice<T>>> choices,
            ObservableValue<Optional<String>> chosen,
            Consumer<String> choose,
            Function<Choice<T>, String> words,
            Predicate<Choice<T>> isUsable) {
        var combo = new ChoiceCombo<>(box, chosen);
        box.setCellFactory(_ -> new Cell<>(words, isUsable));
        box.setButtonCell(new Cell<>(words, _ -> true));
        TypeAhead.on(box, words);
        choices.subscribe(all -> combo.follow(() -> box.getItems().setAll(all)));
        chosen.subscribe(_ -> combo.follow(() -> {}));
        box.valueProperty().subscribe(picked -> {
            if (picked != null && !combo.following) {
                choose.accept(picked.id());
            }
        });
    }

    private void follow(Runnable change) {
        following = true;
        change.run();
        box.setValue(chosen.getValue()
                .flatMap(id -> box.getItems().stream()
                        .filter(choice -> choice.id().equals(id))
                        .findFirst())
                .orElse(null));
        following = false;
    }

    /// A line of the list, or the box itself.
    private static final class Cell<T> extends ListCell<Choice<T>> {
        private final Function<Choice<T>, String> words;
        private final Predicate<Choice<T>> isUsable;

        Cell(Function<Choice<T>, String> words, Predicate<Choice<T>> isUsable) {
            this.words = words;
            this.isUsable = isUsable;
        }

        @Override
        protected void updateItem(Choice<T> choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : words.apply(choice));
            setDisable(choice != null && !empty && !isUsable.test(choice));
            getStyleClass().remove("unknown");
            if (choice != null && !empty && choice.isUnknown()) {
                getStyleClass().add("unknown");
            }
        }
    }
}
