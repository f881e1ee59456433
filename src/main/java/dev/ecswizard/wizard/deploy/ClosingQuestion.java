package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.SmallDialog;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;

/// Asks whether the window may close over a stack that is under way.
///
/// @param text what closing does and does not do
record ClosingQuestion(String text) {
    private static final Messages MESSAGES = Messages.of(ClosingQuestion.class);

    /// What has to be asked now, if anything.
    static Optional<ClosingQuestion> of(DeployModel model) {
        if (model.deletion().clearing().get().isPresent()) {
            return model.deletion().asked().get().map(Run::stackName).map(ClosingQuestion::freeing);
        }
        var state = model.state().get();
        return state.mayGoOn() ? state.stackName().map(ClosingQuestion::watching) : Optional.empty();
    }

    /// AWS goes on with it.
    static ClosingQuestion watching(String stackName) {
        return new ClosingQuestion(MESSAGES.text("deploy.close.text", stackName));
    }

    /// Its hosts are being freed for a deletion that AWS knows nothing of yet.
    static ClosingQuestion freeing(String stackName) {
        return new ClosingQuestion(MESSAGES.text("deploy.close.freeing", stackName));
    }

    /// Shows a dialog and returns when it is closed.
    boolean ask(Scene scene) {
        var leave = new ButtonType(MESSAGES.text("deploy.close.leave"), ButtonBar.ButtonData.OTHER);
        var stay = new ButtonType(MESSAGES.text("deploy.close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        return SmallDialog.of(
                        scene == null ? null : scene.getWindow(),
                        Note.Kind.WARNING,
                        MESSAGES.text("deploy.page.title"),
                        MESSAGES.text("deploy.close.header"),
                        text,
                        stay,
                        leave)
                .showAndWait()
                .filter(leave::equals)
                .isPresent();
    }
}
