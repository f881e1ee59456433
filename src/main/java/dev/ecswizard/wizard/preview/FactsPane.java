package dev.ecswizard.wizard.preview;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Stacks.Validation;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Checks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// What goes with a template: where it is for, and what it is given.
final class FactsPane {
    private final Messages messages = Messages.of(FactsPane.class);

    @FXML
    private TitledPane details;

    @FXML
    private VBox facts;

    @FXML
    private Label chosenStackName;

    @FXML
    private Label chosenRegion;

    @FXML
    private Label capabilityNames;

    @FXML
    private Label capabilitiesReason;

    @FXML
    private VBox parameters;

    private final Parent root = Fxml.load(this);
    private List<PreviewModel.Parameter> listed = List.of();
    private Optional<Draft.Made> shown = Optional.empty();

    FactsPane(PreviewModel model) {
        model.checks().state().subscribe(state -> {
            capabilitiesReason.setText(
                    said(state).map(Validation::capabilitiesReason).orElse(""));
            show(capabilitiesReason, !capabilitiesReason.getText().isEmpty());
        });
        details.setContent(null);
        details.expandedProperty().subscribe(_ -> showDetails());
    }

    /// What CloudFormation said of the template.
    private static Optional<Validation> said(Checks state) {
        return state instanceof Checks.Done done
                        && done.facts().validation() instanceof Asked.Answered<Optional<Validation>>(var validation)
                ? validation
                : Optional.empty();
    }

    Parent root() {
        return root;
    }

    void show(Draft.Made made) {
        shown = Optional.of(made);
        showDetails();
    }

    /// What nobody sees is not brought up to date.
    private void showDetails() {
        if (details.isExpanded()) {
            details.setContent(facts);
            shown.ifPresent(this::showDetails);
        }
    }

    private void showDetails(Draft.Made made) {
        chosenStackName.setText(made.spec().cluster().stackName());
        chosenRegion.setText(made.spec().region());
        var capabilities = made.template().capabilities();
        capabilityNames.setText(
                capabilities.isEmpty()
                        ? messages.text("preview.capabilities.none")
                        : capabilities.stream().sorted().collect(Collectors.joining("\n")));
        var now = PreviewModel.parameters(made);
        if (!now.equals(listed)) {
            listed = now;
            parameters.getChildren().setAll(now.stream().map(this::parameter).toList());
        }
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
