package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/// What CloudFormation says of the template.
final class ValidationPane {
    @FXML
    private Label noAccount;

    @FXML
    private LoadPane validation;

    private final Parent root = Fxml.load(this);

    ValidationPane(PreviewModel model, Copy copy) {
        validation.setCopy(copy);
        validation.follow(model.validation());
        model.hasAccount().subscribe(there -> {
            show(noAccount, !there);
            show(validation, there);
        });
    }

    Parent root() {
        return root;
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
