package dev.ecswizard.wizard;

import dev.ecswizard.ui.Elision;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.WizardModel.Standing;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of the list of steps: its number or a tick, its name, and the answer in a few words.
final class Step {
    private static final Messages MESSAGES = Messages.of(Step.class);

    private final int number;
    private final String title;
    private final Button button = new Button();
    private final StackPane mark = new StackPane();
    // held, since a binding does not live by being listened to
    private final ObservableValue<Standing> standing;
    private final ObservableValue<String> summary;

    Step(int number, String title, WizardModel model) {
        this.number = number;
        this.title = title;
        summary = model.summary(number);
        mark.getStyleClass().add("step-mark");
        var name = new Label(title);
        name.getStyleClass().add("step-title");
        var answer = new Label();
        answer.getStyleClass().add("step-summary");
        answer.textProperty().bind(summary);
        var needed = summary.map(words -> !words.isEmpty());
        answer.visibleProperty().bind(needed);
        answer.managedProperty().bind(needed);
        var words = new VBox(name, answer);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(mark, words);
        line.getStyleClass().add("step-line");
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("step");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.go(number));
        // names of stacks and networks are as long as somebody made them
        Elision.tell(answer, button);
        standing = model.standings().map(all -> all.get(number));
        standing.subscribe(this::show);
        summary.subscribe(_ -> name());
    }

    Parent root() {
        return button;
    }

    private void show(Standing standing) {
        button.setDisable(standing == Standing.TO_COME);
        for (var each : Standing.values()) {
            var style = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            button.pseudoClassStateChanged(PseudoClass.getPseudoClass(style), each == standing);
        }
        Node inside = standing == Standing.DONE ? new FontIcon("mdal-check") : new Label(String.valueOf(number + 1));
        mark.getChildren().setAll(inside);
        name();
    }

    private void name() {
        var words = MESSAGES.text("step.accessible." + standing.getValue().name(), number + 1, title);
        var answer = summary.getValue();
        button.setAccessibleText(
                answer.isEmpty() ? words : MESSAGES.text("step.accessible.answer", words, answer.replace("\n", ", ")));
    }
}
