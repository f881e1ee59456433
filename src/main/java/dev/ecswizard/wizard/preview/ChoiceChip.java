package dev.ecswizard.wizard.preview;

import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.preview.ExplanationModel.MadeLines;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A choice and its answer, to be pressed for the lines that it made.
final class ChoiceChip extends ToggleButton {
    private static final Messages MESSAGES = Messages.of(ChoiceChip.class);

    private final Label name = new Label();
    private final Label value = new Label();
    private final Tooltip tooltip = new Tooltip();

    ChoiceChip(Question question) {
        setId("choice-" + question.key());
        getStyleClass().add("choice-chip");
        name.getStyleClass().add("choice-chip-name");
        name.setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add("choice-chip-value");
        value.setMaxWidth(Double.MAX_VALUE);
        value.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(value, Priority.ALWAYS);
        var line = new HBox(name, value);
        line.getStyleClass().add("choice-chip-line");
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setTooltip(tooltip);
    }

    void show(MadeLines choice) {
        name.setText(choice.name());
        value.setText(choice.value());
        var words = MESSAGES.text(
                "choices.chip.accessible",
                choice.name(),
                choice.value(),
                choice.lines().size());
        tooltip.setText(words + "\n" + MESSAGES.text("choices.chip.help"));
        setAccessibleHelp(MESSAGES.text("choices.chip.help"));
        setAccessibleText(words);
    }
}
