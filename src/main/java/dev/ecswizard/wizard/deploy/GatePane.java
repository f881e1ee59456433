package dev.ecswizard.wizard.deploy;

import dev.ecswizard.preflight.Finding;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.VerdictIcon;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What will go wrong if it is deployed all the same, and where the person says that it is to be. Takes no room while
/// nothing stands in the way.
final class GatePane {
    /// As much as leaves Deploy in sight in the smallest window; what is longer is scrolled to.
    private static final double MOST_HEIGHT = 164;

    private final Messages messages = Messages.of(GatePane.class);

    @FXML
    private Label gateTitle;

    @FXML
    private ScrollPane failuresScroll;

    @FXML
    private VBox failures;

    @FXML
    private Hyperlink showChecks;

    @FXML
    private CheckBox anyway;

    private final Parent root = Fxml.load(this);

    GatePane(GateModel model) {
        anyway.selectedProperty().bindBidirectional(model.anyway());
        showChecks.setOnAction(_ -> {
            showChecks.setVisited(false);
            model.show();
        });
        // what wraps is higher than a scroll pane asks for by itself
        failures.heightProperty().subscribe(height -> {
            var wanted = Math.min(MOST_HEIGHT, Math.ceil(height.doubleValue()));
            failuresScroll.setMinHeight(wanted);
            failuresScroll.setPrefHeight(wanted);
        });
        model.failed().subscribe(this::list);
    }

    Parent root() {
        return root;
    }

    void focus() {
        anyway.requestFocus();
    }

    boolean isShown() {
        return root.isManaged();
    }

    private void list(List<Finding> failed) {
        gateTitle.setText(messages.text("deploy.gate.title", failed.size()));
        failures.getChildren().setAll(failed.stream().map(this::line).toList());
        root.setVisible(!failed.isEmpty());
        root.setManaged(!failed.isEmpty());
    }

    private Node line(Finding finding) {
        var words = new VBox(
                label(
                        finding.resource().isEmpty()
                                ? finding.check().title()
                                : messages.text(
                                        "deploy.gate.about", finding.check().title(), finding.resource()),
                        "failure-title"),
                label(finding.what(), "failure-what"),
                label(messages.text("deploy.gate.then", finding.then()), "failure-then"));
        var line = new HBox(new VerdictIcon(finding.verdict()), words);
        line.getStyleClass().add("failure");
        return line;
    }

    private static Label label(String sentence, String style) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
