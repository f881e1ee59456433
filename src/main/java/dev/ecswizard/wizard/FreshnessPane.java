package dev.ecswizard.wizard;

import dev.ecswizard.ui.Fxml;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Tells how old the lists are and has them refreshed, by a button or a key. Hides itself while there is no region.
public final class FreshnessPane {
    private static final KeyCombination REFRESH = new KeyCodeCombination(KeyCode.F5);

    @FXML
    private Label age;

    @FXML
    private Button refresh;

    private final Parent root = Fxml.load(this);

    public FreshnessPane(FreshnessModel model) {
        model.age().subscribe(words -> {
            root.setVisible(words.isPresent());
            age.setText(words.orElse(""));
        });
        model.reading().subscribe(refresh::setDisable);
        refresh.setOnAction(_ -> model.refresh());
        refresh.setTooltip(new Tooltip(REFRESH.getDisplayText()));
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.getAccelerators().put(REFRESH, refresh::fire);
            }
        });
    }

    public Parent root() {
        return root;
    }
}
