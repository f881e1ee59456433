package dev.ecswizard.ui;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// What stands in place of a list that could not be had: what failed, why, how to mend it, and a way to try again.
final class ErrorPane {
    @FXML
    private Label what;

    @FXML
    private Label why;

    @FXML
    private Command remedy;

    @FXML
    private Button retry;

    private final Parent root = Fxml.load(this);

    ErrorPane(Problem problem, Runnable again, Copy copy) {
        what.setText(problem.what());
        why.setText(problem.why());
        remedy.setCopy(copy);
        remedy.setText(problem.remedy().orElse(""));
        retry.setOnAction(_ -> again.run());
    }

    Parent root() {
        return root;
    }
}
