package dev.ecswizard.ui;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// What is said when something went wrong that no page could answer for. The app goes on afterwards.
public final class ErrorDialog {
    private static final Messages MESSAGES = Messages.of(ErrorDialog.class);

    private final Window owner;
    private final Copy copy;
    private boolean open;

    public ErrorDialog(Window owner, Copy copy) {
        this.owner = owner;
        this.copy = copy;
    }

    /// Says that something unforeseen happened; its details can be copied. While one such dialog is open, further ones
    /// are left to the log.
    ///
    /// @param log where the log file is
    public void unforeseen(Throwable problem, String log) {
        if (open) {
            return;
        }
        var trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        show(MESSAGES.text("error.unforeseen.header"), MESSAGES.text("error.unforeseen.text", log), trace.toString());
    }

    /// Says why something that was asked for can not be done.
    public void refused(String header, String text) {
        show(header, text, "");
    }

    private void show(String header, String text, String details) {
        var close = new ButtonType(MESSAGES.text("error.close.text"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var alert = SmallDialog.of(owner, Note.Kind.ERROR, MESSAGES.text("error.window.title"), header, text, close);
        if (!details.isEmpty()) {
            var area = new TextArea(details);
            area.setEditable(false);
            area.getStyleClass().add("mono");
            area.setId("errorDetails");
            area.setAccessibleText(MESSAGES.text("error.details.accessible"));
            var all = new VBox(area, new CopyButton(() -> details, copy));
            all.getStyleClass().add("error-details");
            alert.getDialogPane().setExpandableContent(all);
        }
        open = true;
        alert.setOnHidden(_ -> open = false);
        alert.show();
    }
}
