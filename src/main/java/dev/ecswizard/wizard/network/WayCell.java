package dev.ecswizard.wizard.network;

import dev.ecswizard.preflight.Reach;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What kind of way out a subnet has, with a mark in front, and below it where that leads or what is in the way.
final class WayCell extends TableCell<SubnetLine, SubnetLine> {
    private final FontIcon icon = new FontIcon();
    private final Label kind = new Label();
    private final Label brief = new Label();
    private final HBox first = new HBox(icon, kind);
    private final VBox lines = new VBox(first, brief);
    private final Tooltip tooltip = new Tooltip();

    WayCell() {
        first.getStyleClass().add("way");
        brief.getStyleClass().add("cell-detail");
        brief.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        lines.getStyleClass().add("cell-lines");
        lines.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(SubnetLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        kind.setText(WayWords.kind(line));
        brief.setText(WayWords.brief(line));
        var way = line.way();
        icon.setVisible(way.isPresent());
        way.ifPresent(known -> icon.setIconLiteral(
                switch (known.reach()) {
                    case YES -> "mdal-check_circle";
                    case UNKNOWN -> "mdal-help";
                    case UNREAD -> "mdal-lock";
                    case NO -> "mdal-block";
                }));
        for (var reach : Reach.values()) {
            first.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(reach.name().toLowerCase(Locale.ROOT)),
                    way.filter(known -> known.reach() == reach).isPresent());
        }
        tooltip.setText(Stream.of(brief.getText(), way.map(WayWords::route).orElse(""))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n")));
        setTooltip(tooltip.getText().isEmpty() ? null : tooltip);
        setAccessibleText(kind.getText() + " " + brief.getText());
        setGraphic(lines);
    }
}
