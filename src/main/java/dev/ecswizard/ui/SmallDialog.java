package dev.ecswizard.ui;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/// A dialog with a sentence or two and what can be done, as the rest of the app looks.
public final class SmallDialog {
    private SmallDialog() {}

    /// @param owner the window that waits for it
    /// @param header what it is about
    /// @param safe what Enter and Escape do, and where the keyboard is; the last of the buttons
    /// @param others the other buttons
    public static Alert of(
            Window owner,
            Note.Kind kind,
            String title,
            String header,
            String text,
            ButtonType safe,
            ButtonType... others) {
        var buttons = Arrays.copyOf(others, others.length + 1);
        buttons[others.length] = safe;
        var alert = new Alert(Alert.AlertType.NONE, text, buttons);
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(header);
        var pane = alert.getDialogPane();
        Theme.dress(pane.getScene());
        pane.getStyleClass().add("small-dialog");
        var sign = new FontIcon(kind.icon());
        sign.getStyleClass().addAll("dialog-sign", kind.name().toLowerCase(Locale.ROOT));
        pane.setGraphic(sign);
        for (var each : others) {
            ((Button) pane.lookupButton(each)).setDefaultButton(false);
        }
        var stay = (Button) pane.lookupButton(safe);
        stay.setDefaultButton(true);
        alert.setOnShown(_ -> stay.requestFocus());
        return alert;
    }
}
