package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.CopyButton;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// An output of a stack, to read and to copy.
final class OutputLine extends HBox {
    OutputLine(Stack.Output output, Copy copy) {
        getStyleClass().add("output");
        var name = new Label(output.key());
        name.getStyleClass().add("resource-id");
        name.setMinWidth(USE_PREF_SIZE);
        var value = new TextField(output.value());
        value.setEditable(false);
        value.getStyleClass().addAll("fact", "mono");
        value.setAccessibleText(output.key());
        HBox.setHgrow(value, Priority.ALWAYS);
        getChildren().addAll(name, value, new CopyButton(output::value, copy));
    }
}
