package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Focus;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Note;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.ChoiceCombo;
import dev.ecswizard.wizard.Page;
import java.util.Comparator;
import java.util.Optional;
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
        tieLeftOut();
        tieSizes();
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

    private void tieLeftOut() {
        leftOut.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var name = Column.<LeftOut>of(
                words.text("compute.type.name"),
                130,
                false,
                each -> each.type().name(),
                Comparator.comparing(each -> each.type().name(), new TypeOrder()));
        var why = Column.<LeftOut>of(
                words.text("compute.leftOut.column"),
                500,
                false,
                each -> words.reason(each.reason()),
                Comparator.comparing(each -> words.reason(each.reason())));
        leftOut.getColumns().add(name);
        leftOut.getColumns().add(why);
        leftOut.setPlaceholder(new Label(words.text("compute.leftOut.none")));
        model.browser().leftOutShown().subscribe(shown -> {
            leftOut.getItems().setAll(shown);
            leftOut.sort();
        });
        model.browser().types().subscribe(known -> {
            var line = known.map(Types::leftOut).map(words::leftOut).orElse("");
            leftOutLine.setText(line);
            show(leftOutRow, !line.isEmpty());
            showLeftOut(false);
        });
        leftOutToggle.setOnAction(_ -> showLeftOut(!leftOut.isVisible()));
    }

    private void showLeftOut(boolean isWanted) {
        leftOut.setVisible(isWanted);
        instanceType.setVisible(!isWanted);
        leftOutToggle.setText(words.text(isWanted ? "compute.leftOut.hide" : "compute.leftOut.show"));
        leftOutToggle.setVisited(false);
    }

    private void tieSizes() {
        var sizes = model.sizes();
        SizeSpinner.tie(clusterSize, sizes.size(), sizes.sizeProblem());
        SizeSpinner.tie(clusterMaxSize, sizes.maxSize(), sizes.maxSizeProblem());
        sizes.sizeProblem().subscribe(problem -> say(sizeProblem, problem.map(words::sizeProblem)));
        sizes.maxSizeProblem().subscribe(problem -> say(maxSizeProblem, problem.map(words::maxSizeProblem)));
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
