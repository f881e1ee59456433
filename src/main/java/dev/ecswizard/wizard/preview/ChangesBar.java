package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.YamlView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;

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

    private final Parent root = Fxml.load(this);

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
        model.changes().subscribe(this::show);
        model.current().subscribe((before, now) -> {
            showPlace();
            if (before.intValue() < 0) {
                goTo(text);
            }
        });
        showPlace();
        text.line().subscribe(model::look);
    }

    private void goTo(YamlView text) {
        model.place().ifPresent(place -> text.goTo(place.line()));
    }

    Parent root() {
        return root;
    }

    private void show(Changes changes) {
        show(root, !changes.isEmpty());
        changesSummary.setText(summary(changes));
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

    private void showPlace() {
        var place = model.place();
        changesPlace.setText(place.map(_ -> messages.text(
                        "changes.place.text",
                        model.current().get() + 1,
                        model.changes().get().places().size()))
                .orElse(""));
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
