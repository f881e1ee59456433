package dev.ecswizard.wizard.compute;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// Makes a column that shows whole rows in words and sorts them as rows, not as words.
final class Column {
    private Column() {}

    /// @param width in pixels, to begin with
    /// @param isFigure whether it is set to the right
    static <T> TableColumn<T, T> of(
            String title, double width, boolean isFigure, Function<T, String> words, Comparator<T> order) {
        var column = new TableColumn<T, T>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell<>(words));
        if (isFigure) {
            column.getStyleClass().add("align-right");
        }
        return column;
    }

    /// Says more of a column when the mouse rests on its title.
    static void explain(TableColumn<?, ?> column, String tip) {
        var title = new Label(column.getText());
        var tooltip = tooltip();
        tooltip.setText(tip);
        title.setTooltip(tooltip);
        column.setText("");
        column.setGraphic(title);
    }

    /// One that wraps its words.
    static Tooltip tooltip() {
        var tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.setShowDelay(Duration.millis(400));
        tooltip.setShowDuration(Duration.INDEFINITE);
        return tooltip;
    }

    /// A row's words in one column.
    private static final class Cell<T> extends TableCell<T, T> {
        private final Function<T, String> words;

        Cell(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : words.apply(row));
        }
    }
}
