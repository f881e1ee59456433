package dev.ecswizard.wizard.account;

import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// Shows the question for a one-time code while there is one.
public final class MfaPane {
    private final Messages messages = Messages.of(MfaPane.class);

    @FXML
    private Label mfaQuestion;

    @FXML
    private TextField mfaCode;

    @FXML
    private Button mfaContinue;

    @FXML
    private Button mfaGiveUp;

    private final Parent root = Fxml.load(this);

    public MfaPane(MfaModel model) {
        mfaContinue.setOnAction(_ -> model.answer(mfaCode.getText()));
        mfaCode.setOnAction(_ -> model.answer(mfaCode.getText()));
        mfaGiveUp.setOnAction(_ -> model.giveUp());
        mfaContinue.disableProperty().bind(mfaCode.textProperty().map(text -> !model.isCode(text)));
        model.question().subscribe(question -> {
            root.setVisible(question.isPresent());
            root.setManaged(question.isPresent());
            question.ifPresent(asked -> {
                mfaQuestion.setText(messages.text("mfa.question.text", asked.profile(), asked.serial()));
                mfaCode.clear();
                mfaCode.requestFocus();
            });
        });
        // a pane that is built for its first question is not in the window before
        root.sceneProperty().subscribe(scene -> {
            if (scene != null && model.question().getValue().isPresent()) {
                mfaCode.requestFocus();
            }
        });
    }

    public Parent root() {
        return root;
    }
}
