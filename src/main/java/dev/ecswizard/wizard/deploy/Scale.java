package dev.ecswizard.wizard.deploy;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The times below which the marks of a timeline stand.
public final class Scale extends Region {
    /// In pixels, between labels.
    private static final double GAP = 8;

    private final Label begin = new Label("0");
    private List<Label> labels = List.of();
    private Axis axis;

    public Scale() {
        setMinWidth(0);
    }

    void show(Axis now) {
        axis = now;
        labels = TimelineWords.marks(now).stream().map(Label::new).toList();
        var all = new ArrayList<Label>(labels);
        all.add(begin);
        getChildren().setAll(all);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (axis == null) {
            return;
        }
        var marks = axis.marks();
        var widest =
                labels.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0);
        var every = axis.labelEvery((widest + GAP) / getWidth());
        place(begin, 0);
        for (var number = 0; number < marks.size(); number++) {
            var label = labels.get(number);
            label.setVisible((number + 1) % every == 0);
            var width = Math.ceil(label.prefWidth(-1));
            // the last one, too, stands in the middle below its mark: beside it is room
            place(label, Math.floor(axis.place(marks.get(number)) * getWidth() - width / 2));
        }
    }

    private void place(Label label, double x) {
        var height = label.prefHeight(-1);
        label.resizeRelocate(x, Math.floor((getHeight() - height) / 2), Math.ceil(label.prefWidth(-1)), height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return begin.prefHeight(-1);
    }
}
