package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.CopyButton;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// The ways to take the template and what goes with it away, and what came of the last one.
final class ExportPane {
    private final Messages messages = Messages.of(ExportPane.class);

    @FXML
    private FlowPane actions;

    @FXML
    private Button save;

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

    ExportPane(ExportModel model, Copy copy) {
        var copyTemplate = new CopyButton(messages.text("export.copyTemplate.text"), model::templateText, copy);
        copyTemplate.setId("copyTemplate");
        var copyCommand = new CopyButton(messages.text("export.copyCommand.text"), model::command, copy);
        copyCommand.setId("copyCommand");
        for (var button : List.of(copyTemplate, copyCommand)) {
            button.getStyleClass().remove("small");
            actions.getChildren().add(button);
        }
        save.setOnAction(_ -> model.template());
        saveClusterFile.setOnAction(_ -> model.clusterFile());
        model.hasTemplate()
                .subscribe(
                        there -> List.of(save, copyTemplate, copyCommand).forEach(button -> button.setDisable(!there)));
        model.hasChoices().subscribe(there -> saveClusterFile.setDisable(!there));
        replace.setOnAction(_ -> model.saving().replace());
        leave.setOnAction(_ -> model.saving().leave());
        model.saving().state().subscribe(this::show);
    }

    Parent root() {
        return root;
    }

    private void show(SaveModel.State state) {
        show(question, state instanceof SaveModel.Asking);
        questionText.setText(
                state instanceof SaveModel.Asking(var files) ? messages.text("export.save.replace", names(files)) : "");
        writing.setText(state instanceof SaveModel.Writing ? messages.text("export.save.writing") : "");
        failed.setText(state instanceof SaveModel.Failed(var why) ? why : "");
        saved.setText(state instanceof SaveModel.Saved(var files) ? savedWords(files) : "");
        if (state instanceof SaveModel.Asking) {
            leave.requestFocus();
        }
    }

    private String savedWords(List<Path> files) {
        return files.size() == 1
                ? messages.text("export.save.one", files.getFirst())
                : messages.text(
                        "export.save.two", files.getFirst(), files.getLast().getFileName());
    }

    private static String names(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
