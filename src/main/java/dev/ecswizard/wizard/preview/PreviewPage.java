package dev.ecswizard.wizard.preview;

import dev.ecswizard.cloud.Stacks.Validation;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.YamlView;
import dev.ecswizard.wizard.Page;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Shows the template and what goes with it, and lets a person take both away.
public final class PreviewPage implements Page {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final Messages messages = Messages.of(PreviewPage.class);
    private final PreviewModel model;

    @FXML
    private Note refused;

    @FXML
    private VBox export;

    @FXML
    private HBox draft;

    @FXML
    private YamlView template;

    @FXML
    private Label chosenStackName;

    @FXML
    private Label chosenRegion;

    @FXML
    private Label noAccount;

    @FXML
    private LoadPane validation;

    @FXML
    private Label capabilitiesReason;

    @FXML
    private Label capabilityNames;

    @FXML
    private VBox parameters;

    private final Parent root = Fxml.load(this);

    public PreviewPage(PreviewModel model, Copy copy) {
        this.model = model;
        export.getChildren().setAll(new ExportPane(model.exporting(), copy).root());
        validation.setCopy(copy);
        validation.follow(model.validation());
        model.validation()
                .value()
                .subscribe(said -> capabilitiesReason.setText(
                        said.map(Validation::capabilitiesReason).orElse("")));
        model.hasAccount().subscribe(there -> {
            show(noAccount, !there);
            show(validation, there);
        });
        model.draft().state().subscribe(this::showDraft);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    @Override
    public String title() {
        return messages.text("preview.step.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public PreviewModel model() {
        return model;
    }

    @Override
    public void focus() {
        template.requestFocus();
    }

    private void press(KeyEvent event) {
        if (FIND.match(event)) {
            template.search();
            event.consume();
        } else if (SAVE.match(event)) {
            model.exporting().template();
            event.consume();
        }
    }

    private void showDraft(Load.State<Draft> state) {
        var isMade = false;
        if (state instanceof Load.Ready<Draft>(var now)) {
            switch (now) {
                case Draft.Made made -> {
                    isMade = true;
                    showMade(made);
                }
                case Draft.Refused(var why) -> refused.setText(why);
            }
            show(draft, isMade);
        }
        if (isMade) {
            refused.setText("");
        }
    }

    private void showMade(Draft.Made made) {
        template.setText(made.template().yaml());
        chosenStackName.setText(made.spec().cluster().stackName());
        chosenRegion.setText(made.spec().region());
        var capabilities = made.template().capabilities();
        capabilityNames.setText(
                capabilities.isEmpty()
                        ? messages.text("preview.capabilities.none")
                        : capabilities.stream().sorted().collect(Collectors.joining("\n")));
        parameters
                .getChildren()
                .setAll(PreviewModel.parameters(made).stream()
                        .map(this::parameter)
                        .toList());
    }

    private Node parameter(PreviewModel.Parameter parameter) {
        var name = new Label(parameter.name());
        name.getStyleClass().add("parameter-name");
        var value = new Label(parameter.value().replace(",", ",\n"));
        value.getStyleClass().add("parameter-value");
        value.setWrapText(true);
        value.setMinHeight(Label.USE_PREF_SIZE);
        var lines = new VBox(name, value);
        if (parameter.isDefault()) {
            var origin = new Label(messages.text("preview.parameters.default"));
            origin.getStyleClass().add("field-hint");
            lines.getChildren().add(origin);
        }
        return lines;
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
