package dev.ecswizard.wizard.compute;

import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Note;
import dev.ecswizard.wizard.Fields;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// Lets a person find and choose the instance type.
final class TypePane {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    /// More is no search.
    private static final int LONGEST = 200;

    private final ComputeWords words = new ComputeWords();
    private final BrowserWords browserWords = new BrowserWords();
    private final ComputeModel model;
    private final TypeTable table;

    @FXML
    private Label typeLabel;

    @FXML
    private Label chosenType;

    @FXML
    private Label instead;

    @FXML
    private Note typeNote;

    @FXML
    private LoadPane types;

    @FXML
    private VBox typeList;

    @FXML
    private TextField instanceTypeFilter;

    @FXML
    private HBox understood;

    @FXML
    private HBox filters;

    @FXML
    private Button clearFilters;

    @FXML
    private TableView<TypeRow> instanceType;

    @FXML
    private Label found;

    private final Parent root = Fxml.load(this);

    TypePane(ComputeModel model, Copy copy) {
        this.model = model;
        types.setCopy(copy);
        types.follow(model.browser().load());
        instanceTypeFilter.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() > LONGEST ? null : change));
        instanceTypeFilter.textProperty().bindBidirectional(model.finder().text());
        SearchChips.tie(understood, instanceTypeFilter, model.finder());
        FilterBar.tie(filters, clearFilters, model.finder());
        table = TypeTable.tie(instanceType, instanceTypeFilter, model);
        typeLabel.setLabelFor(instanceTypeFilter);
        model.instanceType().subscribe(_ -> showType());
        model.browser().types().subscribe(_ -> showType());
        model.type().instead().subscribe(now -> say(instead, now.map(browserWords::instead)));
        model.finder().found().subscribe(_ -> showFound());
        table.barred().subscribe(_ -> showFound());
    }

    Parent root() {
        return root;
    }

    /// Where a person most likely begins.
    Node search() {
        return instanceTypeFilter;
    }

    /// Says where its questions are answered.
    void put(Fields fields) {
        fields.put(Question.INSTANCE_TYPE, instanceTypeFilter, (Pane) root);
        fields.put(Question.ARCHITECTURE, instanceTypeFilter, (Pane) root);
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

    /// What a person tried to choose and can not, else how many types fit.
    private void showFound() {
        var now = model.finder().found().getValue();
        var barred = table.barred().get();
        found.setText(barred.map(browserWords::barred).orElseGet(() -> browserWords.summary(now)));
        found.pseudoClassStateChanged(
                WARNING,
                barred.isPresent() || (!now.rows().isEmpty() && now.usable().isEmpty()));
    }

    private static void say(Label label, Optional<String> text) {
        label.setText(text.orElse(""));
        label.setVisible(text.isPresent());
        label.setManaged(text.isPresent());
    }
}
