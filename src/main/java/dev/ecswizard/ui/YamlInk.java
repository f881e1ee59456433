package dev.ecswizard.ui;

import dev.ecswizard.ui.LineMarks.Change;
import java.util.Locale;
import java.util.Optional;

/// What a [YamlArea] paints with. Each has a property in the style sheet: `GUTTER_LIT` is `-yaml-gutter-lit`.
enum YamlInk {
    PLAIN,
    KEY,
    TAG,
    STRING,
    SCRIPT,
    COMMENT,
    CARET,
    SELECTION,
    FOUND,
    FOUND_CURRENT,
    NUMBER,
    NUMBER_MARKED,
    EDGE_LIT,
    GUTTER,
    GUTTER_LIT,
    GUTTER_ADDED,
    GUTTER_CHANGED,
    GUTTER_REMOVED_ABOVE,
    LINE_LIT,
    LINE_ADDED,
    LINE_CHANGED;

    String property() {
        return "-yaml-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static YamlInk of(YamlHighlight.Kind kind) {
        return switch (kind) {
            case KEY -> KEY;
            case TAG -> TAG;
            case STRING -> STRING;
            case SCRIPT -> SCRIPT;
            case COMMENT -> COMMENT;
        };
    }

    /// What the number of a line stands on.
    static YamlInk gutter(Optional<Change> change, boolean isLit) {
        if (change.isEmpty()) {
            return isLit ? GUTTER_LIT : GUTTER;
        }
        return switch (change.get()) {
            case ADDED -> GUTTER_ADDED;
            case CHANGED -> GUTTER_CHANGED;
            case REMOVED_ABOVE -> GUTTER_REMOVED_ABOVE;
        };
    }

    /// What a line stands on, where it is told from the others.
    static Optional<YamlInk> line(Optional<Change> change, boolean isLit) {
        if (isLit) {
            return Optional.of(LINE_LIT);
        }
        return change.flatMap(now -> switch (now) {
            case ADDED -> Optional.of(LINE_ADDED);
            case CHANGED -> Optional.of(LINE_CHANGED);
            case REMOVED_ABOVE -> Optional.empty();
        });
    }
}
