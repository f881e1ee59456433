package dev.ecswizard.wizard.compute;

import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Field;
import dev.ecswizard.ui.Focus;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.ChoiceCombo;
import dev.ecswizard.wizard.Fields;
import dev.ecswizard.wizard.Page;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Lets a person choose what the hosts are and how many, and shows the image that they boot.
public final class ComputePage implements Page {
    private final ComputeWords words = new ComputeWords();
    private final ComputeModel model;

    @FXML
    private VBox type;

    @FXML
    private VBox images;

    @FXML
    private VBox under;

    @FXML
    private HBox sizes;

    @FXML
    private Field clusterSizeField;

    @FXML
    private Field clusterMaxSizeField;

    @FXML
    private Label sizesHint;

    @FXML
    private VBox fleet;

    @FXML
    private Spinner<String> clusterSize;

    @FXML
    private Spinner<String> clusterMaxSize;

    @FXML
    private Label sizeProblem;

    @FXML
    private Label maxSizeProblem;

    @FXML
    private LoadPane keyPairs;

    @FXML
    private Field keyNameField;

    @FXML
    private ComboBox<Choice<String>> keyName;

    private final Parent root = Fxml.load(this);
    private final Fields fields;
    private final TypePane typePane;
    private final ImagePane imagePane;

    public ComputePage(ComputeModel model, Copy copy) {
        this.model = model;
        fields = new Fields(root, model.refusals());
        typePane = new TypePane(model, copy);
        typePane.put(fields);
        type.getChildren().setAll(typePane.root());
        imagePane = new ImagePane(model, copy);
        images.getChildren().setAll(imagePane.root());
        imagePane.put(fields);
        tieSizes();
        tieRecipe();
        fields.put(Question.KEY_NAME, keyName, keyNameField);
        keyPairs.setCopy(copy);
        keyPairs.follow(model.keys().there());
        ChoiceCombo.tie(
                keyName,
                model.keys().choices(),
                model.keys().name().name().map(name -> Optional.of(name.orElse(KeyPicker.NONE))),
                model.keys()::choose,
                words::key,
                _ -> true);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ComputeModel model() {
        return model;
    }

    @Override
    public void focus() {
        Focus.on(root, typePane.search());
    }

    @Override
    public void focus(Question question) {
        fields.focus(question);
    }

    private void tieSizes() {
        var fixed = model.sizes();
        SizeSpinner.tie(clusterSize, fixed.size(), fixed.sizeProblem());
        SizeSpinner.tie(clusterMaxSize, fixed.maxSize(), fixed.maxSizeProblem());
        fixed.sizeProblem().subscribe(_ -> showSizeProblems());
        fixed.maxSizeProblem().subscribe(_ -> showSizeProblems());
    }

    /// The sizes of either kind of recipe stand in the same place.
    private void tieRecipe() {
        var managed = model.managed();
        var least = size("clusterMinSize", words.text("compute.clusterMinSize.text"), managed.clusterMinSize(), 0, 999);
        var most = size("clusterMaxSize", words.text("compute.clusterMaxSize.text"), managed.clusterMaxSize(), 1, 1000);
        fields.put(Question.CLUSTER_SIZE, () -> clusterSize, () -> clusterSizeField, under, () -> {});
        fields.put(Question.CLUSTER_MIN_SIZE, least::getContent, () -> least, under, () -> {});
        fields.put(
                Question.CLUSTER_MAX_SIZE,
                () -> model.fleets().isManaged() ? most.getContent() : clusterMaxSize,
                () -> model.fleets().isManaged() ? most : clusterMaxSizeField,
                under,
                () -> {});
        var pane = new FleetPane(model);
        pane.put(fields);
        managed.clusterMinSize().problem().subscribe(_ -> showSizeProblems());
        managed.clusterMaxSize().problem().subscribe(_ -> showSizeProblems());
        model.fleets().recipe().subscribe(_ -> {
            var isManaged = model.fleets().isManaged();
            sizes.getChildren()
                    .setAll(
                            isManaged ? least : clusterSizeField,
                            isManaged ? most : clusterMaxSizeField,
                            sizes.getChildren().getLast());
            sizesHint.setText(words.text(isManaged ? "compute.clusterMinSize.hint" : "compute.clusterSize.hint"));
            if (isManaged) {
                fleet.getChildren().setAll(pane.root());
            } else {
                fleet.getChildren().clear();
            }
            typePane.setRoomy(isManaged);
            show(fleet, isManaged);
            showSizeProblems();
        });
    }

    private static Field size(String id, String label, NumberAnswer answer, int least, int most) {
        var spinner = new Spinner<String>();
        spinner.setId(id);
        spinner.setEditable(true);
        SizeSpinner.tie(spinner, answer, 1, least, most);
        var field = new Field();
        field.setLabel(label);
        field.setContent(spinner);
        return field;
    }

    private void showSizeProblems() {
        var isManaged = model.fleets().isManaged();
        var managed = model.managed();
        var fixed = model.sizes();
        var least = isManaged ? managed.clusterMinSize().problem() : fixed.sizeProblem();
        var most = isManaged ? managed.clusterMaxSize().problem() : fixed.maxSizeProblem();
        say(sizeProblem, least.getValue().map(isManaged ? words::minSizeProblem : words::sizeProblem));
        say(maxSizeProblem, most.getValue().map(words::maxSizeProblem));
    }

    private static void say(Label label, Optional<String> text) {
        label.setText(text.orElse(""));
        show(label, text.isPresent());
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
