package dev.ecswizard.ui;

import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/// Lets a person read by pointing what a line has no room for. For names that others gave, which may be of any length;
/// sentences of the app itself wrap.
public final class Elision {
    private Elision() {}

    /// @param line what may be cut short
    /// @param pointed what bears the tooltip: the line, or what it is in; has it only while the line is cut
    public static void tell(Labeled line, Control pointed) {
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(line.textProperty());
        line.textTruncatedProperty().subscribe(isCut -> pointed.setTooltip(isCut ? tooltip : null));
    }
}
