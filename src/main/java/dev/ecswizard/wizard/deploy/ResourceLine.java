package dev.ecswizard.wizard.deploy;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A resource's logical id and its type.
final class ResourceLine extends HBox {
    ResourceLine(String logicalId, String type) {
        getStyleClass().add("resource");
        var name = new Label(logicalId);
        name.getStyleClass().add("resource-id");
        name.setMinWidth(USE_PREF_SIZE);
        var kind = new Label(type);
        kind.getStyleClass().add("resource-type");
        getChildren().addAll(name, kind);
    }
}
