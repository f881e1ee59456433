package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Messages;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;

/// Asks whether the window may close over a stack that is under way.
record ClosingQuestion(String stackName) {
    private static final Messages MESSAGES = Messages.of(ClosingQuestion.class);

    /// Shows a dialog and returns when it is closed.
    boolean ask(Scene scene) {
        var leave = new ButtonType(MESSAGES.text("deploy.close.leave"), ButtonBar.ButtonData.OTHER);
        var stay = new ButtonType(MESSAGES.text("deploy.close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var words = MESSAGES.text("deploy.close.text", stackName);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, words, leave, stay);
        alert.setHeaderText(MESSAGES.text("deploy.close.header"));
        alert.setTitle(MESSAGES.text("deploy.page.title"));
        if (scene != null) {
            alert.initOwner(scene.getWindow());
        }
        return alert.showAndWait().filter(leave::equals).isPresent();
    }
}
