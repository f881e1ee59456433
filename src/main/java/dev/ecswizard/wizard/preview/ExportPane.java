package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.CopyButton;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Shortcut;
import dev.ecswizard.wizard.SaveModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// The ways to take the template and what goes with it away, and what came of the last one.
final class ExportPane {
    private final Messages messages = Messages.of(ExportPane.class);

    @FXML
    private FlowPane actions;

    @FXML
    private MenuButton exportMenu;

    @FXML
    private MenuItem save;

    @FXML
    private MenuItem saveScript;

    @FXML
    private MenuItem saveParameters;

    @FXML
    private MenuItem saveAll;

    @FXML
    private Button saveClusterFile;

    @FXML
    private HBox question;

    @FXML
    private Note questionText;

    @FXML
    private Button replace;

    @FXML
    private Button leave;

    @FXML
    private Note saved;

    @FXML
    private Note writing;

    @FXML
    private Note failed;

    private final Parent root = Fxml.load(this);
    private Optional<Node> before = Optional.empty();

    /// @param isShown whether the page that it is on is the one that the person sees
    ExportPane(ExportModel model, ObservableValue<Boolean> isShown, Copy copy) {
        var copyTemplate = new CopyButton(messages.text("export.copyTemplate.text"), model::templateText, copy);
        copyTemplate.setId("copyTemplate");
        var copyCommand = new CopyButton(messages.text("export.copyCommand.text"), model::command, copy);
        copyCommand.setId("copyCommand");
        var hint = messages.text("export.copyCommand.hint");
        copyCommand.setTooltip(new Tooltip(hint));
        copyCommand.setAccessibleHelp(hint);
        for (var button : List.of(copyTemplate, copyCommand)) {
            button.getStyleClass().remove("small");
            actions.getChildren().add(button);
        }
        save.setAccelerator(Shortcut.SAVE.keys());
        saveAll.setAccelerator(Shortcut.SAVE_ALL.keys());
        save.setOnAction(_ -> model.template());
        saveScript.setOnAction(_ -> model.script());
        saveParameters.setOnAction(_ -> model.parameters());
        saveAll.setOnAction(_ -> model.all());
        saveClusterFile.setOnAction(_ -> model.clusterFile());
        var isReady = Bindings.createBooleanBinding(
                () -> model.hasTemplate().getValue() && isShown.getValue(), model.hasTemplate(), isShown);
        // an item's key works whether or not its menu does, and can be seen
        exportMenu.getItems().forEach(item -> item.disableProperty().bind(isReady.not()));
        model.hasTemplate().subscribe(there -> {
            List.of(exportMenu, copyTemplate, copyCommand).forEach(button -> button.setDisable(!there));
        });
        model.hasChoices().subscribe(there -> saveClusterFile.setDisable(!there));
        replace.setOnAction(_ -> model.saving().replace());
        leave.setOnAction(_ -> model.saving().leave());
        question.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.saving().leave();
                event.consume();
            }
        });
        model.saving().state().subscribe(this::show);
    }

    Parent root() {
        return root;
    }

    private void show(SaveModel.State state) {
        if (state instanceof SaveModel.Asking && before.isEmpty()) {
            before = Optional.ofNullable(root.getScene()).map(Scene::getFocusOwner);
        }
        show(question, state instanceof SaveModel.Asking);
        questionText.setText(state instanceof SaveModel.Asking(var files) ? replaceWords(files) : "");
        writing.setText(state instanceof SaveModel.Writing ? messages.text("export.writing.text") : "");
        failed.setText(state instanceof SaveModel.Failed(var why) ? why : "");
        saved.setText(state instanceof SaveModel.Saved(var files) ? savedWords(files) : "");
        if (state instanceof SaveModel.Asking) {
            leave.requestFocus();
        } else {
            before.ifPresent(Node::requestFocus);
            before = Optional.empty();
        }
    }

    private String savedWords(List<Path> files) {
        var first = files.getFirst();
        return files.size() == 1
                ? messages.text("export.saved.one", first)
                : messages.text("export.saved.more", first, names(files.stream().skip(1)));
    }

    private String replaceWords(List<Path> files) {
        var first = files.getFirst();
        var names = files.size() == 1 ? first.toString() : names(files.stream());
        return messages.text("export.replace.question", files.size(), names, first.getParent());
    }

    private static String names(Stream<Path> files) {
        return files.map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
