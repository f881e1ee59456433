package dev.ecswizard.wizard.preview;

import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.preview.ExplanationModel.MadeLines;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/// A choice at the left and its answer at the right, to be pressed for the lines that it made. An answer that the line
/// has no room for is cut short. There are many of them, so it is two texts and not a control with a skin.
final class ChoiceChip extends Region {
    private static final Messages MESSAGES = Messages.of(ChoiceChip.class);
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double GAP = 8;
    private static final String CUT = "\u2026";

    private final Text name = new Text();
    private final Text value = new Text();
    private String whole = "";
    private double room;
    private boolean isSelected;
    private boolean hasTooltip;
    private Runnable action = () -> {};

    ChoiceChip(Question question) {
        setId("choice-" + question.key());
        getStyleClass().add("choice-chip");
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        setAccessibleHelp(MESSAGES.text("choices.chip.help"));
        name.getStyleClass().add("choice-chip-name");
        value.getStyleClass().add("choice-chip-value");
        for (var text : List.of(name, value)) {
            text.setTextOrigin(VPos.TOP);
            // as labels have it: JavaFX lays out the same words in the same font but once, and whoever has them of
            // another kind is drawn a pixel too low
            text.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        }
        getChildren().addAll(name, value);
        value.fontProperty().subscribe(_ -> measureAnew());
        addEventHandler(MouseEvent.ANY, this::follow);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                action.run();
                event.consume();
            }
        });
    }

    /// @param action run when the chip is pressed, by the mouse, the space bar or a screen reader
    void setOnAction(Runnable action) {
        this.action = action;
    }

    void show(MadeLines choice) {
        if (!choice.name().equals(name.getText()) || !choice.value().equals(whole)) {
            name.setText(choice.name());
            whole = choice.value();
            measureAnew();
        }
        setAccessibleText(MESSAGES.text(
                "choices.chip.accessible",
                choice.name(),
                choice.value(),
                choice.lines().size()));
    }

    boolean isSelected() {
        return isSelected;
    }

    void setSelected(boolean now) {
        if (now != isSelected) {
            isSelected = now;
            pseudoClassStateChanged(SELECTED, now);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? Boolean.valueOf(isSelected)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction asked, Object... parameters) {
        if (asked == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(asked, parameters);
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + Math.ceil(name.getLayoutBounds().getHeight()) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        var left = snappedLeftInset();
        var width = getWidth() - left - snappedRightInset();
        var free = width - name.getLayoutBounds().getWidth() - GAP;
        if (free != room) {
            room = free;
            value.setText(whole);
            for (var length = whole.length() - 1;
                    length >= 0 && value.getLayoutBounds().getWidth() > free;
                    length--) {
                value.setText(whole.substring(0, length) + CUT);
            }
        }
        // letters that begin between two pixels are blurred
        var y = snapPositionY((getHeight() - name.getLayoutBounds().getHeight()) / 2);
        name.relocate(left, y);
        value.relocate(
                snapPositionX(left + width - snapSizeX(value.getLayoutBounds().getWidth())), y);
    }

    private void measureAnew() {
        room = -1;
        requestLayout();
    }

    private void follow(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_ENTERED) {
            offerTooltip();
        } else if (event.getButton() == MouseButton.PRIMARY) {
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                requestFocus();
            } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED && contains(event.getX(), event.getY())) {
                action.run();
            }
        }
    }

    /// A tooltip is a window, and hardly any of them is ever looked at.
    private void offerTooltip() {
        if (!hasTooltip) {
            hasTooltip = true;
            var tooltip = new Tooltip();
            tooltip.textProperty().bind(accessibleTextProperty().map(words -> words + "\n" + getAccessibleHelp()));
            Tooltip.install(this, tooltip);
        }
    }
}
