package dev.ecswizard.wizard.account;

import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.wizard.SignInModel;
import dev.ecswizard.wizard.SignInPane;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Offers to sign in where that would mend the connection.
final class RenewalPane {
    @FXML
    private Button renew;

    @FXML
    private VBox inBrowser;

    private final Parent root = Fxml.load(this);

    RenewalPane(RenewalModel model, Copy copy) {
        var signIn = new SignInPane(model.inBrowser(), copy);
        signIn.omitCommand();
        inBrowser.getChildren().setAll(signIn.root());
        // no gap where nobody is asked to sign in
        inBrowser.managedProperty().bind(signIn.root().managedProperty());
        renew.setOnAction(_ -> model.begin());
        model.inBrowser().state().subscribe(state -> renew.setDisable(state instanceof SignInModel.Waiting));
        model.offered().subscribe(offered -> {
            root.setVisible(offered.isPresent());
            root.setManaged(offered.isPresent());
        });
    }

    Parent root() {
        return root;
    }
}
