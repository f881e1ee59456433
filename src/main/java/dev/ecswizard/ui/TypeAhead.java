package dev.ecswizard.ui;

import java.util.Locale;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/// Lets a person find an entry of a closed or open combo box by typing a part of it.
public final class TypeAhead<T> {
    private final ComboBox<T> box;
    private final Function<T, String> words;
    private final StringBuilder typed = new StringBuilder();
    private final PauseTransition pause = new PauseTransition(Duration.seconds(1));

    private TypeAhead(ComboBox<T> box, Function<T, String> words) {
        this.box = box;
        this.words = words;
    }

    /// @param words what is searched; entries that begin with what was typed come before those that merely hold it
    public static <T> void on(ComboBox<T> box, Function<T, String> words) {
        var ahead = new TypeAhead<>(box, words);
        ahead.pause.setOnFinished(_ -> ahead.typed.setLength(0));
        box.addEventHandler(KeyEvent.KEY_TYPED, ahead::type);
    }

    private void type(KeyEvent event) {
        var character = event.getCharacter();
        var isCommand = event.isAltDown() || event.isControlDown() || event.isMetaDown();
        if (isCommand || character.isBlank() || Character.isISOControl(character.charAt(0))) {
            return;
        }
        typed.append(character.toLowerCase(Locale.ROOT));
        pause.playFromStart();
        var part = typed.toString();
        box.getItems().stream()
                .filter(item -> text(item).startsWith(part))
                .findFirst()
                .or(() -> box.getItems().stream()
                        .filter(item -> text(item).contains(part))
                        .findFirst())
                .ifPresent(box::setValue);
        event.consume();
    }

    private String text(T item) {
        return words.apply(item).toLowerCase(Locale.ROOT);
    }
}
