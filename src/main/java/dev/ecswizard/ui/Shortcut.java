package dev.ecswizard.ui;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;

/// Every key that does something of its own, as the window lists them under F1 and the command line under `--help`.
public enum Shortcut {
    SHORTCUTS("F1"),
    OPEN("Shortcut+O"),
    SAVE("Shortcut+S"),
    SAVE_ALL("Shortcut+Shift+S"),
    REFRESH("F5"),
    NEXT("Enter"),
    CLOSE("Esc"),
    LETTER(""),
    FIND("Shortcut+F"),
    FIND_NEXT("F3"),
    FIND_BEFORE("Shift+F3"),
    SELECT_ALL("Shortcut+A"),
    COPY("Shortcut+C"),
    EVENTS("Enter"),
    NEWEST("End");

    private static final Messages MESSAGES = Messages.of(Shortcut.class);

    private final Optional<KeyCombination> keys;

    Shortcut(String keys) {
        this.keys = Optional.of(keys).filter(name -> !name.isEmpty()).map(KeyCombination::valueOf);
    }

    /// @throws java.util.NoSuchElementException if it is not one combination
    public KeyCombination keys() {
        return keys.orElseThrow();
    }

    /// The keys as they stand on the keyboard.
    public String shown() {
        // what stands for it elsewhere is a sign that not every keyboard bears
        return keys.map(KeyCombination::getDisplayText)
                .map(name -> name.replace("\u21b5", "Enter"))
                .orElseGet(() -> MESSAGES.text("shortcut.letter.keys"));
    }

    /// What they do.
    public String words() {
        return MESSAGES.text("shortcut.words." + name());
    }

    /// All of them, one a line.
    public static String list() {
        return Arrays.stream(values())
                .map(each -> "  %-12s %s%n".formatted(each.shown(), each.words()))
                .collect(Collectors.joining());
    }
}
