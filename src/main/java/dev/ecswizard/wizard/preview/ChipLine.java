package dev.ecswizard.wizard.preview;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A name at the left and an answer at the right, which is cut short where the line has no room for both. Lighter than
/// two labels, which counts where there are many.
final class ChipLine extends Region {
    private static final double GAP = 8;
    private static final String CUT = "\u2026";

    private final Text name = new Text();
    private final Text value = new Text();
    private String whole = "";
    private double room;

    ChipLine() {
        name.getStyleClass().add("choice-chip-name");
        value.getStyleClass().add("choice-chip-value");
        name.setTextOrigin(VPos.TOP);
        value.setTextOrigin(VPos.TOP);
        getChildren().addAll(name, value);
        value.fontProperty().subscribe(_ -> measureAnew());
    }

    void show(String words, String answer) {
        if (!words.equals(name.getText()) || !answer.equals(whole)) {
            name.setText(words);
            whole = answer;
            measureAnew();
        }
    }

    private void measureAnew() {
        room = -1;
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        // the skin gives the graphic what it asks for, up to the chip's own width
        return Short.MAX_VALUE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(name.getLayoutBounds().getHeight());
    }

    @Override
    protected void layoutChildren() {
        var free = getWidth() - name.getLayoutBounds().getWidth() - GAP;
        if (free != room) {
            room = free;
            value.setText(whole);
            for (var length = whole.length() - 1;
                    length >= 0 && value.getLayoutBounds().getWidth() > free;
                    length--) {
                value.setText(whole.substring(0, length) + CUT);
            }
        }
        var y = (getHeight() - name.getLayoutBounds().getHeight()) / 2;
        name.relocate(0, y);
        value.relocate(getWidth() - value.getLayoutBounds().getWidth(), y);
    }
}
