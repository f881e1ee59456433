package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.YamlView;
import dev.ecswizard.wizard.preview.Changes.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is new since the last visit, in numbers, and what stood before at the place that is looked at. Takes no room
/// while nothing is new.
final class ChangesBar {
    private static final int MOST_LINES = 4;

    private final Messages messages = Messages.of(ChangesBar.class);
    private final ChangesModel model;

    @FXML
    private Label changesSummary;

    @FXML
    private Label changesPlace;

    @FXML
    private Button previousChange;

    @FXML
    private Button nextChange;

    @FXML
    private Button dismissChanges;

    @FXML
    private HBox before;

    @FXML
    private Label beforeText;

    @FXML
    private TextArea wasLines;

    @FXML
    private VBox box;

    private final Parent root = Fxml.load(this);
    // out of the scene until there is something to tell, which may be never
    private final List<Node> parts;

    /// @param text where the changes are; it gets the keyboard when the bar goes
    ChangesBar(ChangesModel model, YamlView text) {
        this.model = model;
        previousChange.setOnAction(_ -> {
            model.previous();
            goTo(text);
        });
        nextChange.setOnAction(_ -> {
            model.next();
            goTo(text);
        });
        dismissChanges.setOnAction(_ -> {
            model.dismiss();
            text.requestFocus();
        });
        parts = List.copyOf(box.getChildren());
        box.getChildren().clear();
        model.changes().subscribe(this::show);
        model.current().subscribe(_ -> showNumber());
        model.place().subscribe(this::showPlace);
        model.place().subscribe((before, _) -> {
            if (before.isEmpty()) {
                goTo(text);
            }
        });
        text.line().subscribe(model::look);
    }

    private void goTo(YamlView text) {
        model.place().get().ifPresent(place -> text.goTo(place.line()));
    }

    Parent root() {
        return root;
    }

    private void show(Changes changes) {
        show(root, !changes.isEmpty());
        if (!changes.isEmpty() && box.getChildren().isEmpty()) {
            box.getChildren().setAll(parts);
        }
        changesSummary.setText(summary(changes));
        showNumber();
    }

    private String summary(Changes changes) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("changed", changes.changed());
        counts.put("added", changes.added());
        counts.put("removed", changes.removed());
        counts.values().removeIf(lines -> lines == 0);
        var words = new ArrayList<String>();
        counts.forEach((kind, lines) -> words.add(
                words.isEmpty()
                        ? messages.text("changes.first." + kind, lines)
                        : messages.text("changes.kind." + kind, lines)));
        return messages.text("changes.since.text", String.join(", ", words));
    }

    private void showNumber() {
        var number = model.current().get();
        changesPlace.setText(
                number < 0
                        ? ""
                        : messages.text(
                                "changes.place.text",
                                number + 1,
                                model.changes().get().places().size()));
    }

    private void showPlace(Optional<Place> place) {
        show(before, place.filter(now -> !now.was().isEmpty()).isPresent());
        place.ifPresent(now -> {
            beforeText.setText(messages.text(now.now() > 0 ? "changes.was.text" : "changes.gone.text", now.line()));
            wasLines.setText(String.join("\n", now.was()));
            wasLines.setPrefRowCount(Math.min(now.was().size(), MOST_LINES));
        });
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
