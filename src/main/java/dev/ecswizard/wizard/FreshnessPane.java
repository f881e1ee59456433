package dev.ecswizard.wizard;

import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Shortcut;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// Tells when the lists were read and has them refreshed, by a button or a key. Hides itself while there is no region.
public final class FreshnessPane {

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
        refresh.setTooltip(new Tooltip(Shortcut.REFRESH.shown()));
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.getAccelerators().put(Shortcut.REFRESH.keys(), refresh::fire);
            }
        });
    }

    public Parent root() {
        return root;
    }
}
