package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.Timeline.Bar;
import dev.ecswizard.wizard.deploy.TimelineModel.Line;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// A row of a timeline: the name, the bar, and how long it took.
final class TimelineCell extends ListCell<Line> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final TimelineModel model;
    private final Label name = new Label();
    private final Label took = new Label();
    private final Strip strip;
    private final HBox row;
    private Subscription follows = Subscription.EMPTY;

    /// @param width of the row, which leaves room for a scroll bar whether there is one or not
    /// @param nameWidth the part of it that the name has
    TimelineCell(TimelineModel model, ObservableValue<Number> width, ObservableValue<Number> nameWidth) {
        this.model = model;
        strip = new Strip(model);
        name.getStyleClass().add("timeline-name");
        // names that begin alike are told apart by their ends
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        took.getStyleClass().add("timeline-took");
        row = new HBox(name, strip, took);
        row.getStyleClass().add("timeline-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(true);
        HBox.setHgrow(strip, Priority.ALWAYS);
        strip.setMaxHeight(Double.MAX_VALUE);
        row.minWidthProperty().bind(width);
        row.prefWidthProperty().bind(width);
        row.maxWidthProperty().bind(width);
        name.minWidthProperty().bind(nameWidth);
        name.prefWidthProperty().bind(nameWidth);
        name.maxWidthProperty().bind(nameWidth);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        model.axis().subscribe(_ -> show());
        model.until().subscribe(_ -> show());
        // rows that nobody points at need none
        setOnMouseEntered(_ -> setTooltip(bar().map(this::inDetail).orElse(null)));
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        follows.unsubscribe();
        follows = empty ? Subscription.EMPTY : line.bar().subscribe((_, _) -> show());
        setGraphic(empty ? null : row);
        show();
    }

    private Optional<Bar> bar() {
        return Optional.ofNullable(getItem()).map(line -> line.bar().get());
    }

    private void show() {
        var bar = bar();
        var now = model.until().get();
        name.setText(bar.map(Bar::logicalId).orElse(""));
        took.setText(bar.flatMap(model::took).map(TimelineWords::length).orElse(""));
        strip.show(bar);
        pseudoClassStateChanged(FAILED, bar.filter(Bar::hasFailed).isPresent());
        setAccessibleText(bar.map(each -> TimelineWords.sentence(each, now)).orElse(null));
    }

    private Tooltip inDetail(Bar bar) {
        return new Tooltip(TimelineWords.inDetail(bar, model.until().get()));
    }
}
