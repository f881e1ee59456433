package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Messages;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The question before a failed roll-back goes on. Takes no room while it is not asked.
final class MendingPane {
    private final Messages messages = Messages.of(MendingPane.class);
    private final MendingModel model;

    @FXML
    private Label mendTitle;

    @FXML
    private LoadPane mendable;

    @FXML
    private VBox skippable;

    @FXML
    private Button mend;

    @FXML
    private Button leaveMending;

    private final Parent root = Fxml.load(this);

    /// @param goOn what is done once the person wants it
    MendingPane(MendingModel model, Runnable goOn, Copy copy) {
        this.model = model;
        mendable.setCopy(copy);
        mendable.follow(model.skippable());
        mend.setOnAction(_ -> goOn.run());
        leaveMending.setOnAction(_ -> model.leave());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.leave();
                event.consume();
            }
        });
        model.asked().subscribe(run -> {
            show(root, run.isPresent());
            run.ifPresent(now -> {
                mendTitle.setText(messages.text("deploy.mend.title", now.stackName()));
                mend.requestFocus();
            });
        });
        model.skippable().value().subscribe(found -> found.ifPresent(this::show));
    }

    Parent root() {
        return root;
    }

    private void show(List<StackEvent> resources) {
        skippable.getChildren().setAll(resources.stream().map(this::line).toList());
    }

    private Node line(StackEvent resource) {
        var skip = new CheckBox(messages.text("deploy.mend.skip", resource.logicalId(), resource.type()));
        skip.setOnAction(_ -> {
            if (skip.isSelected()) {
                model.skipped().add(resource.logicalId());
            } else {
                model.skipped().remove(resource.logicalId());
            }
        });
        var why = new Label(resource.reason());
        why.getStyleClass().add("reason");
        why.setWrapText(true);
        why.setMinHeight(Double.NEGATIVE_INFINITY);
        return new VBox(skip, why);
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
