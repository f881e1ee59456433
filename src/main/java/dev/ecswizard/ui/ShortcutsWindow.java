package dev.ecswizard.ui;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Lists the keyboard shortcuts.
public final class ShortcutsWindow {
    private static final Messages MESSAGES = Messages.of(ShortcutsWindow.class);

    private ShortcutsWindow() {}

    public static void show(Window owner) {
        new SideWindow(owner, Modality.NONE, MESSAGES.text("shortcut.window.title"), content(), 560, 470).show();
    }

    private static Parent content() {
        var lines = new GridPane();
        lines.getStyleClass().add("shortcuts");
        for (var each : Shortcut.values()) {
            var keys = new Label(each.shown());
            keys.getStyleClass().add("shortcut-keys");
            keys.setMinWidth(Label.USE_PREF_SIZE);
            var words = new Label(each.words());
            words.setWrapText(true);
            keys.setLabelFor(words);
            lines.addRow(each.ordinal(), keys, words);
        }
        var scroll = new ScrollPane(lines);
        scroll.setId("shortcuts");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page-scroll");
        scroll.setAccessibleText(MESSAGES.text("shortcut.window.title"));
        return scroll;
    }
}
