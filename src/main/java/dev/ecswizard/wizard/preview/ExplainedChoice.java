package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Answers;
import dev.ecswizard.wizard.preview.ExplanationModel.MadeLines;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// A choice that made the line that is explained: to light up what else it made, and to change it.
final class ExplainedChoice extends HBox {
    private static final Messages MESSAGES = Messages.of(ExplainedChoice.class);

    private final Hyperlink link = new Hyperlink();
    private final Button change = new Button(null, new FontIcon("mdal-edit"));
    private final Tooltip tooltip = new Tooltip();
    private MadeLines shown;

    ExplainedChoice(ExplanationModel model, Answers answers) {
        getStyleClass().add("explained-line");
        link.getStyleClass().add("explained-choice");
        link.setMinWidth(0);
        link.setWrapText(true);
        link.setMinHeight(Hyperlink.USE_PREF_SIZE);
        link.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(link, Priority.ALWAYS);
        change.getStyleClass().addAll("button-icon", "flat", "small", "change");
        change.setTooltip(tooltip);
        getChildren().addAll(link, change);
        link.setOnAction(_ -> {
            link.setVisited(false);
            model.toggle(shown.question());
        });
        change.setOnAction(_ -> answers.goTo(shown.question()));
    }

    void show(MadeLines choice) {
        shown = choice;
        link.setText(MESSAGES.text("explanation.choice.text", choice.name(), choice.value()));
        link.setAccessibleText(MESSAGES.text(
                "choices.chip.accessible",
                choice.name(),
                choice.value(),
                choice.lines().size()));
        change.setId("change-" + choice.question().key());
        var words = MESSAGES.text("explanation.change.text", choice.name());
        tooltip.setText(words);
        change.setAccessibleText(words);
    }
}
