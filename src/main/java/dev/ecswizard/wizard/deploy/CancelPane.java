package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Offers to stop an update that is under way, and says what happens then before it is done. Takes no room where there
/// is none.
final class CancelPane {
    private final Messages messages = Messages.of(CancelPane.class);

    @FXML
    private HBox offer;

    @FXML
    private Button askToCancel;

    @FXML
    private VBox question;

    @FXML
    private Label cancelTitle;

    @FXML
    private Note cancelProblem;

    @FXML
    private Button cancelUpdate;

    @FXML
    private Button leaveUpdate;

    private final Parent root = Fxml.load(this);
    private final CancelModel model;

    CancelPane(CancelModel model) {
        this.model = model;
        askToCancel.setOnAction(_ -> model.ask());
        cancelUpdate.setOnAction(_ -> model.cancel());
        leaveUpdate.setOnAction(_ -> leave());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.asked().get().isPresent()) {
                leave();
                event.consume();
            }
        });
        cancelProblem.follow(model.problem());
        model.isWorking().subscribe(working -> {
            cancelUpdate.setDisable(working);
            leaveUpdate.setDisable(working);
        });
        model.cancellable().subscribe(_ -> show());
        model.asked().subscribe(now -> {
            show();
            now.ifPresent(run -> {
                cancelTitle.setText(messages.text("deploy.cancel.title", run.stackName()));
                // letting it go on is what a press too many does
                leaveUpdate.requestFocus();
            });
        });
    }

    Parent root() {
        return root;
    }

    private void leave() {
        model.leave();
        askToCancel.requestFocus();
    }

    private void show() {
        var isAsked = model.asked().get().isPresent();
        show(root, isAsked || model.cancellable().getValue().isPresent());
        show(offer, !isAsked);
        show(question, isAsked);
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
