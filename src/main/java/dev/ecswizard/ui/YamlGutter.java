package dev.ecswizard.ui;

import dev.ecswizard.ui.LineMarks.Change;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// What stands before a line: its number and what is marked of it. The line itself, which is its parent, bears the
/// same marks, for it to be tinted.
final class YamlGutter extends Label {
    static final String STYLE = "yaml-line";
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final int line;
    private LineMarks marks;

    /// @param line from 1
    YamlGutter(int line, LineMarks marks) {
        this.line = line;
        this.marks = marks;
        getStyleClass().add(STYLE);
        parentProperty().subscribe((before, now) -> {
            if (before != null) {
                mark(before, LineMarks.NONE);
            }
            if (now != null) {
                mark(now, this.marks);
            }
        });
        show();
    }

    void show(LineMarks now) {
        var isSame = marks.change(line).equals(now.change(line)) && marks.isLit(line) == now.isLit(line);
        marks = now;
        if (!isSame) {
            show();
        }
    }

    private void show() {
        // the area gives the number the width it asks for, and no two lines may ask for different ones
        setText("%4d %s".formatted(line, marks.change(line).map(Change::sign).orElse(" ")));
        mark(this, marks);
        if (getParent() != null) {
            mark(getParent(), marks);
        }
    }

    private void mark(Node node, LineMarks marks) {
        var change = marks.change(line);
        for (var each : Change.values()) {
            node.pseudoClassStateChanged(
                    style(each), change.filter(each::equals).isPresent());
        }
        node.pseudoClassStateChanged(LIT, marks.isLit(line));
    }

    private static PseudoClass style(Change change) {
        return PseudoClass.getPseudoClass(change.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
