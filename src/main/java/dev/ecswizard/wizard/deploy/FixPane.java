package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Names the choice that led to a failure, says what becomes of the failed stack, and leads back to the choice. Takes
/// no room where no choice did.
final class FixPane {
    private final Messages messages = Messages.of(FixPane.class);

    @FXML
    private Label fixText;

    @FXML
    private Button fix;

    private final Parent root = Fxml.load(this);

    FixPane(FixModel model) {
        fix.setOnAction(_ -> model.fixAndRetry());
        model.fix().subscribe(found -> {
            root.setVisible(found.isPresent());
            root.setManaged(found.isPresent());
            found.ifPresent(this::show);
        });
    }

    Parent root() {
        return root;
    }

    private void show(FixModel.Fix now) {
        fix.setText(messages.text("deploy.fix.named", inSentence(now.name())));
        fixText.setText(messages.text("deploy.fix.choice", now.name(), now.value())
                + (now.removes() ? " " + messages.text("deploy.fix.removes") : "")
                + (now.lifts() ? " " + messages.text("deploy.fix.lifts") : ""));
    }

    /// Instance type becomes instance type; VPC and On-Demand share stay.
    private static String inSentence(String name) {
        return name.substring(1).chars().anyMatch(Character::isUpperCase)
                ? name
                : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
