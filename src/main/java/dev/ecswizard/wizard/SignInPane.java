package dev.ecswizard.wizard;

import dev.ecswizard.cloud.SignIn;
import dev.ecswizard.ui.Command;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Problem;
import dev.ecswizard.ui.Spoken;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Shows a person what to do in the browser, with a way to give it up, or why it came to nothing. Takes no room while
/// nobody is asked to sign in.
public final class SignInPane {
    private final Messages messages = Messages.of(SignInPane.class);

    @FXML
    private VBox waiting;

    @FXML
    private Label asked;

    @FXML
    private Command address;

    @FXML
    private Label code;

    @FXML
    private Button giveUp;

    @FXML
    private Note failure;

    @FXML
    private Command byHand;

    private final VBox root = Fxml.load(this);

    public SignInPane(SignInModel model, Copy copy) {
        address.setCopy(copy);
        byHand.setCopy(copy);
        Spoken.follow(asked, asked.textProperty());
        Spoken.follow(code, code.textProperty());
        giveUp.setOnAction(_ -> model.cancel());
        model.state().subscribe(state -> {
            show(root, !(state instanceof SignInModel.Idle));
            show(waiting, state instanceof SignInModel.Waiting);
            switch (state) {
                case SignInModel.Idle _ -> {}
                case SignInModel.Waiting(var prompt) -> {
                    show(prompt);
                    tell(Optional.empty());
                }
                case SignInModel.Failed(var problem) -> tell(Optional.of(problem));
            }
        });
    }

    /// Leaves out the command to run by hand, where it stands beside already.
    public void omitCommand() {
        root.getChildren().remove(byHand);
    }

    public Parent root() {
        return root;
    }

    private void show(SignIn.Prompt prompt) {
        asked.setText(messages.text(prompt.address().isEmpty() ? "signIn.begun.text" : "signIn.address.text"));
        address.setText(prompt.address().orElse(""));
        code.setText(
                prompt.code().map(now -> messages.text("signIn.code.text", now)).orElse(""));
        show(code, prompt.code().isPresent());
    }

    private void tell(Optional<Problem> problem) {
        failure.setText(problem.map(Problem::why).orElse(""));
        byHand.setText(problem.flatMap(Problem::remedy).orElse(""));
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
