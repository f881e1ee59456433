package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Note;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Lets a person find and choose the instance type.
final class TypePane {
    private final ComputeWords words = new ComputeWords();
    private final ComputeModel model;

    @FXML
    private Label typeLabel;

    @FXML
    private Label chosenType;

    @FXML
    private Note typeNote;

    @FXML
    private LoadPane types;

    @FXML
    private TextField instanceTypeFilter;

    @FXML
    private TableView<InstanceType> instanceType;

    @FXML
    private TableView<LeftOut> leftOut;

    @FXML
    private Node leftOutRow;

    @FXML
    private Label leftOutLine;

    @FXML
    private Hyperlink leftOutToggle;

    @FXML
    private VBox typeList;

    private final Parent root = Fxml.load(this);

    TypePane(ComputeModel model, Copy copy) {
        this.model = model;
        types.setCopy(copy);
        types.follow(model.browser().load());
        TypeTable.tie(instanceType, instanceTypeFilter, model);
        typeLabel.setLabelFor(instanceTypeFilter);
        LeftOutTable.tie(leftOut, leftOutRow, leftOutLine, leftOutToggle, instanceType, model);
        model.instanceType().subscribe(_ -> showType());
        model.browser().types().subscribe(_ -> showType());
    }

    Parent root() {
        return root;
    }

    /// Where a person most likely begins.
    Node search() {
        return instanceTypeFilter;
    }

    /// Whether the page is longer than the window anyway.
    void setRoomy(boolean isRoomy) {
        typeList.getStyleClass().setAll(isRoomy ? List.of("types", "roomy") : List.of("types"));
    }

    private void showType() {
        chosenType.setText(model.typeFacts()
                .map(words::type)
                .or(() -> model.instanceType().getValue())
                .orElse(""));
        typeNote.setText(
                model.type().isUnknown()
                        ? model.instanceType()
                                .getValue()
                                .map(words::typeNotFound)
                                .orElse("")
                        : "");
    }
}
