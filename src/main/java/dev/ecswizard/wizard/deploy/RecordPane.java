package dev.ecswizard.wizard.deploy;

import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.wizard.SaveModel;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The ways to keep what is shown of a deployment, and what came of the last one.
final class RecordPane {
    private final Messages messages = Messages.of(RecordPane.class);
    private final MenuButton menu = new MenuButton(messages.text("deploy.record.menu"));

    @FXML
    private HBox question;

    @FXML
    private Note questionText;

    @FXML
    private Button replaceRecord;

    @FXML
    private Button keepRecord;

    @FXML
    private Note recordSaved;

    @FXML
    private Note recordWriting;

    @FXML
    private Note recordFailed;

    private final Parent root = Fxml.load(this);
    private Optional<Node> before = Optional.empty();

    RecordPane(RecordModel model) {
        menu.setId("record");
        menu.getStyleClass().add("small");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        var blotted = new CheckMenuItem(messages.text("deploy.record.blotted"));
        blotted.setId("blotted");
        blotted.selectedProperty().bindBidirectional(model.blotted());
        menu.getItems()
                .addAll(
                        item("recordText", "deploy.record.text", model::text),
                        item("recordLines", "deploy.record.lines", model::jsonLines),
                        item("recordPage", "deploy.record.page", model::webPage),
                        blotted);
        replaceRecord.setOnAction(_ -> model.saving().replace());
        keepRecord.setOnAction(_ -> model.saving().leave());
        question.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.saving().leave();
                event.consume();
            }
        });
        model.saving().state().subscribe(this::show);
    }

    /// What opens the choices.
    MenuButton menu() {
        return menu;
    }

    /// What is asked and said; takes no room while there is nothing.
    Parent root() {
        return root;
    }

    private MenuItem item(String id, String key, Runnable action) {
        var item = new MenuItem(messages.text(key));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void show(SaveModel.State state) {
        if (state instanceof SaveModel.Asking && before.isEmpty()) {
            before = Optional.ofNullable(root.getScene()).map(Scene::getFocusOwner);
        }
        show(question, state instanceof SaveModel.Asking);
        questionText.setText(
                state instanceof SaveModel.Asking(var files)
                        ? messages.text("deploy.record.replace.question", files.getFirst())
                        : "");
        recordWriting.setText(state instanceof SaveModel.Writing ? messages.text("deploy.record.writing") : "");
        recordFailed.setText(state instanceof SaveModel.Failed(var why) ? why : "");
        recordSaved.setText(
                state instanceof SaveModel.Saved(var files)
                        ? messages.text("deploy.record.saved", files.getFirst())
                        : "");
        show(root, !(state instanceof SaveModel.Nothing));
        if (state instanceof SaveModel.Asking) {
            keepRecord.requestFocus();
        } else {
            before.ifPresent(Node::requestFocus);
            before = Optional.empty();
        }
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
