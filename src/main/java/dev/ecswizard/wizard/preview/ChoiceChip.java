package dev.ecswizard.wizard.preview;

import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.preview.ExplanationModel.MadeLines;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/// A choice and its answer, to be pressed for the lines that it made.
final class ChoiceChip extends ToggleButton {
    private static final Messages MESSAGES = Messages.of(ChoiceChip.class);

    private final ChipLine line = new ChipLine();

    ChoiceChip(Question question) {
        setId("choice-" + question.key());
        getStyleClass().add("choice-chip");
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setAccessibleHelp(MESSAGES.text("choices.chip.help"));
        // a tooltip is a window, and hardly any of them is ever looked at
        setOnMouseEntered(_ -> {
            if (getTooltip() == null) {
                var tooltip = new Tooltip();
                tooltip.textProperty().bind(accessibleTextProperty().map(words -> words + "\n" + getAccessibleHelp()));
                setTooltip(tooltip);
            }
        });
    }

    void show(MadeLines choice) {
        line.show(choice.name(), choice.value());
        setAccessibleText(MESSAGES.text(
                "choices.chip.accessible",
                choice.name(),
                choice.value(),
                choice.lines().size()));
    }
}
