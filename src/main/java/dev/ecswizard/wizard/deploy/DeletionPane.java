package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// The question before a stack is deleted. Takes no room while it is not asked.
final class DeletionPane {
    private final Messages messages = Messages.of(DeletionPane.class);
    private final DeletionModel model;

    @FXML
    private Note problem;

    @FXML
    private LoadPane toll;

    @FXML
    private Label title;

    @FXML
    private FlowPane going;

    @FXML
    private Note services;

    @FXML
    private HBox confirm;

    @FXML
    private Label confirmText;

    @FXML
    private TextField confirmName;

    @FXML
    private Button confirmDelete;

    @FXML
    private Button leave;

    private final Parent root = Fxml.load(this);

    /// @param delete what is done once the person has confirmed
    DeletionPane(DeletionModel model, Runnable delete, Copy copy) {
        this.model = model;
        problem.follow(model.problem());
        toll.setCopy(copy);
        toll.follow(model.toll());
        confirmName.textProperty().bindBidirectional(model.typed());
        model.isConfirmed().subscribe(right -> confirmDelete.setDisable(!right));
        confirmName.setOnAction(_ -> delete.run());
        confirmDelete.setOnAction(_ -> delete.run());
        leave.setOnAction(_ -> model.leave());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.leave();
                event.consume();
            }
        });
        model.asked().subscribe(run -> {
            show(root, run.isPresent());
            run.ifPresent(now -> {
                confirmText.setText(messages.text("deploy.delete.confirm", now.stackName()));
                confirmDelete.setText(messages.text("deploy.delete.go", now.stackName()));
            });
        });
        model.toll().value().subscribe(found -> found.ifPresent(this::showToll));
    }

    Parent root() {
        return root;
    }

    private void showToll(DeletionModel.Toll found) {
        var name = model.asked().get().map(Run::stackName).orElse("");
        title.setText(messages.text("deploy.delete.title", found.resources().size(), name));
        going.getChildren()
                .setAll(found.resources().stream()
                        .map(resource -> new ResourceLine(resource.logicalId(), resource.type()))
                        .toList());
        var inUse = found.services().size();
        services.setText(
                inUse == 0 ? "" : messages.text("deploy.delete.inUse", inUse, String.join(", ", found.services())));
        show(confirm, inUse == 0);
        if (inUse == 0) {
            confirmName.requestFocus();
        }
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
