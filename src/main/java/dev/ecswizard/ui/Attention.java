package dev.ecswizard.ui;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.util.Duration;

/// Shows a person which field is meant.
public final class Attention {
    /// How long a field stays marked.
    public static final Duration MARKED = Duration.seconds(2);

    private static final PseudoClass MEANT = PseudoClass.getPseudoClass("meant");
    /// In pixels, between the field and the edge of what is in sight.
    private static final double MARGIN = 24;

    private Attention() {}

    /// Brings a field into sight, gives its widget the keyboard, at once or as soon as it is shown, and marks the field
    /// for a moment.
    ///
    /// @param page what both are in
    /// @param field the widget with its name
    public static void on(Parent page, Node widget, Node field) {
        Focus.on(page, widget);
        if (page.getScene() != null) {
            page.applyCss();
            page.layout();
        }
        around(field).ifPresent(scroll -> reveal(scroll, field));
        mark(page, field);
    }

    /// Marks one field of the page and no other.
    private static void mark(Parent page, Node field) {
        if (page.getProperties().get(PauseTransition.class) instanceof PauseTransition before) {
            before.stop();
            before.getOnFinished().handle(null);
        }
        field.pseudoClassStateChanged(MEANT, true);
        var pause = new PauseTransition(MARKED);
        pause.setOnFinished(_ -> field.pseudoClassStateChanged(MEANT, false));
        page.getProperties().put(PauseTransition.class, pause);
        pause.play();
    }

    private static Optional<ScrollPane> around(Node field) {
        var node = field.getParent();
        while (node != null && !(node instanceof ScrollPane)) {
            node = node.getParent();
        }
        return Optional.ofNullable((ScrollPane) node);
    }

    /// Scrolls as far as it takes to have something in sight.
    public static void reveal(ScrollPane scroll, Node field) {
        var content = scroll.getContent();
        var place = content.sceneToLocal(field.localToScene(field.getLayoutBounds()));
        var sight = scroll.getViewportBounds().getHeight();
        var hidden = content.getLayoutBounds().getHeight() - sight;
        if (hidden <= 0) {
            return;
        }
        var top = scroll.getVvalue() * hidden;
        var wanted = top;
        if (place.getMaxY() + MARGIN > top + sight) {
            wanted = place.getMaxY() + MARGIN - sight;
        }
        if (place.getMinY() - MARGIN < wanted) {
            wanted = place.getMinY() - MARGIN;
        }
        scroll.setVvalue(Math.clamp(wanted / hidden, 0, 1));
    }
}
