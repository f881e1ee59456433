package dev.ecswizard.wizard;

import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Attention;
import dev.ecswizard.ui.Note;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// Where each question of a page is answered, and below it why an answer from elsewhere was not taken.
public final class Fields {
    /// @param open makes the widget visible
    private record Place(Supplier<? extends Node> widget, Supplier<? extends Node> marked, Runnable open) {}

    private final Parent page;
    private final Refusals refusals;
    private final Map<Question, Place> places = new EnumMap<>(Question.class);

    public Fields(Parent page, Refusals refusals) {
        this.page = page;
        this.refusals = refusals;
    }

    /// Says where a question is answered.
    ///
    /// @param widget gets the keyboard
    /// @param field what is marked; a refusal stands in it or, unless it is a column, right below it
    public void put(Question question, Node widget, Pane field) {
        put(question, () -> widget, () -> field, field, () -> {});
    }

    /// The same where the widget is not always the same, or not always in sight.
    ///
    /// @param above what a refusal stands right below or, if it is a column, at the end of
    /// @param open makes the widget visible where something hides it
    public void put(
            Question question,
            Supplier<? extends Node> widget,
            Supplier<? extends Node> marked,
            Pane above,
            Runnable open) {
        places.put(question, new Place(widget, marked, open));
        var refused = new Note();
        refused.setKind(Note.Kind.ERROR);
        refused.setId("refused-" + question.key());
        refused.follow(refusals.of(question));
        if (above instanceof VBox column) {
            column.getChildren().add(refused);
        } else if (above.getParent() instanceof Pane around) {
            around.getChildren().add(around.getChildren().indexOf(above) + 1, refused);
        } else {
            throw new IllegalArgumentException("no room below " + above);
        }
    }

    /// Brings the field of a question into sight, gives it the keyboard and marks it for a moment.
    public void focus(Question question) {
        var place = places.get(question);
        place.open().run();
        Attention.on(page, place.widget().get(), place.marked().get());
    }
}
