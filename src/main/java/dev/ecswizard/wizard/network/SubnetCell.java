package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.ui.Messages;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A subnet's name, if it has one, its id and what is special about it, below one another: a name has all the width.
final class SubnetCell extends TableCell<SubnetLine, SubnetLine> {
    private static final Messages MESSAGES = Messages.of(SubnetCell.class);

    private final Label name = new Label();
    private final Label id = new Label();
    private final HBox chips = new HBox();
    private final VBox lines = new VBox(name, id, chips);

    SubnetCell() {
        id.getStyleClass().add("cell-detail");
        chips.getStyleClass().add("markers");
        name.managedProperty().bind(name.textProperty().map(text -> !text.isEmpty()));
        lines.getStyleClass().add("cell-lines");
        lines.setAlignment(Pos.CENTER_LEFT);
    }

    static String name(SubnetLine line) {
        return line.facts().map(Subnet::name).orElseGet(() -> MESSAGES.text("subnets.name.notFound"));
    }

    @Override
    protected void updateItem(SubnetLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        name.setText(name(line));
        setTooltip(name.getText().isEmpty() ? null : new Tooltip(name.getText()));
        id.setText(line.id());
        chips.getChildren()
                .setAll(line.markers().stream()
                        .map(marker -> chip(marker, line))
                        .toList());
        chips.setManaged(!line.markers().isEmpty());
        setAccessibleText(name.getText() + " " + line.id()
                + line.markers().stream()
                        .map(marker -> ", " + WayWords.marker(marker))
                        .collect(Collectors.joining()));
        setGraphic(lines);
    }

    private static Label chip(Marker marker, SubnetLine line) {
        var chip = new Label(WayWords.marker(marker));
        chip.getStyleClass().add("marker");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setTooltip(new Tooltip(WayWords.explanation(marker, line)));
        return chip;
    }
}
