package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.CopyButton;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The events of the stack that is shown, with what narrows, copies and keeps them.
final class LogPane {
    private final Messages messages = Messages.of(LogPane.class);

    @FXML
    private HBox logBar;

    @FXML
    private Button newest;

    @FXML
    private CheckBox failuresOnly;

    @FXML
    private TextField eventFilter;

    @FXML
    private TableView<StackEvent> events;

    private final VBox root = Fxml.load(this);

    LogPane(LogModel model, RecordModel record, Copy copy) {
        var table = new EventTable(events, model, copy);
        newest.managedProperty().bind(newest.visibleProperty());
        newest.visibleProperty().bind(table.isBehind());
        newest.setOnAction(_ -> table.goToEnd());
        var copyLog = new CopyButton(messages.text("deploy.log.copy"), table::selectedText, copy);
        copyLog.setId("copyLog");
        var keeping = new RecordPane(record);
        logBar.getChildren().addAll(copyLog, keeping.menu());
        root.getChildren().add(1, keeping.root());
        eventFilter.textProperty().bindBidirectional(model.filter());
        failuresOnly.selectedProperty().bindBidirectional(model.failuresOnly());
    }

    VBox root() {
        return root;
    }

    /// Puts the keyboard into the events.
    void focus() {
        events.requestFocus();
    }
}
