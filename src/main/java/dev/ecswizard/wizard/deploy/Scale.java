package dev.ecswizard.wizard.deploy;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The times below which the marks of a timeline stand.
public final class Scale extends Region {
    /// In pixels, for a label and the gap beside it.
    private static final double ROOM = 52;

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
        var every = axis.labelEvery((int) (getWidth() / ROOM));
        place(begin, 0);
        for (var number = 0; number < marks.size(); number++) {
            var label = labels.get(number);
            label.setVisible((marks.size() - number - 1) % every == 0);
            var width = Math.ceil(label.prefWidth(-1));
            var middle = axis.place(marks.get(number)) * getWidth();
            place(label, Math.floor(Math.min(middle - width / 2, getWidth() - width)));
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
