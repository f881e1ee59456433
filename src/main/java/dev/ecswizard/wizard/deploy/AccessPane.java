package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.Connection;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Note;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.ChoiceCombo;
import dev.ecswizard.wizard.SignInPane;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Offers to sign in again, or by another way, while the stack can not be seen for want of credentials.
final class AccessPane {
    @FXML
    private HBox accessWays;

    @FXML
    private ComboBox<Choice<Connection>> accessWay;

    @FXML
    private Button signIn;

    @FXML
    private VBox inBrowser;

    @FXML
    private Note accessProblem;

    private final Parent root = Fxml.load(this);

    AccessPane(AccessModel model, Copy copy) {
        var signingIn = new SignInPane(model.inBrowser(), copy).root();
        inBrowser.getChildren().setAll(signingIn);
        // no gap where nobody is asked to sign in
        inBrowser.managedProperty().bind(signingIn.managedProperty());
        ChoiceCombo.tie(
                accessWay,
                model.ways(),
                model.way(),
                model::choose,
                choice -> choice.facts().map(Connection::label).orElse(choice.id()),
                _ -> true);
        accessWays.visibleProperty().bind(model.ways().map(ways -> !ways.isEmpty()));
        accessWays.managedProperty().bind(accessWays.visibleProperty());
        signIn.setOnAction(_ -> model.signIn());
        model.isOpening().subscribe(signIn::setDisable);
        model.problem().subscribe(words -> accessProblem.setText(words.orElse("")));
        model.isWanted().subscribe(wanted -> {
            root.setVisible(wanted);
            root.setManaged(wanted);
        });
    }

    Parent root() {
        return root;
    }
}
