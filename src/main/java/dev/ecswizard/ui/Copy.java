package dev.ecswizard.ui;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Where copied text goes.
@FunctionalInterface
public interface Copy {
    void text(String text);

    /// The system's clipboard.
    static Copy toClipboard() {
        return text -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        };
    }
}
