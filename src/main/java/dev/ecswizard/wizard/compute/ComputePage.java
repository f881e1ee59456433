package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Field;
import dev.ecswizard.ui.Focus;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Note;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.ChoiceCombo;
import dev.ecswizard.wizard.Page;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Lets a person choose what the hosts are and how many, and shows the image that they boot.
public final class ComputePage implements Page {
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
    private Field imageSourceField;

    @FXML
    private ComboBox<ImageSource> imageSource;

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
    private ComboBox<Choice<String>> keyName;

    @FXML
    private LoadPane imagesHere;

    @FXML
    private Label image;

    @FXML
    private Node newerRow;

    @FXML
    private Note newer;

    @FXML
    private Button takeNewest;

    @FXML
    private Node elsewhereRow;

    @FXML
    private Label elsewhere;

    @FXML
    private Note elsewhereWarning;

    @FXML
    private Hyperlink elsewhereAction;

    private final Parent root = Fxml.load(this);

    public ComputePage(ComputeModel model, Copy copy) {
        this.model = model;
        types.setCopy(copy);
        types.follow(model.browser().load());
        TypeTable.tie(instanceType, instanceTypeFilter, model);
        typeLabel.setLabelFor(instanceTypeFilter);
        LeftOutTable.tie(leftOut, leftOutRow, leftOutLine, leftOutToggle, instanceType, model);
        tieSizes();
        tieRecipe();
        keyPairs.setCopy(copy);
        keyPairs.follow(model.keys().there());
        ChoiceCombo.tie(
                keyName,
                model.keys().choices(),
                model.keys().name().name().map(name -> Optional.of(name.orElse(KeyPicker.NONE))),
                model.keys()::choose,
                words::key,
                _ -> true);
        imagesHere.setCopy(copy);
        imagesHere.follow(model.picker().here());
        takeNewest.setOnAction(_ -> model.takeNewestImages());
        model.image()
                .subscribe(now -> image.setText(now.map(words::image).orElse(words.text("compute.image.unsettled"))));
        model.newer().subscribe(this::showNewer);
        model.instanceType().subscribe(_ -> showType());
        model.browser().types().subscribe(_ -> showType());
        model.picker().elsewhere().progress().subscribe(_ -> showElsewhere());
        model.missing().subscribe(_ -> showElsewhere());
    }

    @Override
    public String title() {
        return words.text("compute.step.title");
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
        Focus.on(root, instanceTypeFilter);
    }

    @Override
    public Set<Question> questions() {
        return EnumSet.range(Question.INSTANCE_TYPE, Question.IMAGES);
    }

    private void showType() {
        chosenType.setText(model.typeFacts()
                .map(words::type)
                .or(() -> model.instanceType().getValue())
                .orElse(""));
        typeNote.setText(
                model.isUnknownType()
                        ? model.instanceType()
                                .getValue()
                                .map(words::typeNotFound)
                                .orElse("")
                        : "");
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
        var pane = new FleetPane(model);
        imageSource.getItems().setAll(ImageSource.values());
        imageSource.setConverter(new StringConverter<>() {
            @Override
            public String toString(ImageSource source) {
                return source == null ? "" : words.imageSource(source);
            }

            @Override
            public ImageSource fromString(String text) {
                return imageSource.getValue();
            }
        });
        imageSource.valueProperty().bindBidirectional(managed.imageSource());
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
            typeList.getStyleClass().setAll(isManaged ? List.of("types", "roomy") : List.of("types"));
            show(fleet, isManaged);
            show(imageSourceField, isManaged);
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

    private void showNewer(Optional<Image> newest) {
        newer.setText(newest.map(words::imageNewer).orElse(""));
        show(newerRow, newest.isPresent());
    }

    private void showElsewhere() {
        var progress = model.picker().elsewhere().progress().get();
        var isNeeded = model.picker().isLookingElsewhere();
        var text = isNeeded ? words.elsewhere(progress) : "";
        var isWarning = progress.lacks();
        say(elsewhere, Optional.of(text).filter(_ -> !isWarning));
        elsewhereWarning.setText(isWarning ? text : "");
        show(elsewhereRow, isNeeded);
        var action = progress.isRunning()
                ? Optional.of("compute.elsewhere.stop")
                : Optional.of("compute.elsewhere.again").filter(_ -> progress.isIncomplete());
        elsewhereAction.setText(action.map(words::text).orElse(""));
        elsewhereAction.setOnAction(_ -> {
            elsewhereAction.setVisited(false);
            if (progress.isRunning()) {
                model.picker().elsewhere().cancel();
            } else {
                model.picker().elsewhere().retry();
            }
        });
        show(elsewhereAction, action.isPresent());
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
