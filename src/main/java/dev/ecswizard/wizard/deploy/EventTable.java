package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Shortcut;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableCellSkin;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// The event log as a table, oldest first. It keeps the newest event in sight until the person goes up to read, and
/// again once they are back at the end.
final class EventTable {
    /// In pixels. With rows of one height the table need not measure those that are out of sight.
    private static final double ROW = 28;
    private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");

    private final Messages messages = Messages.of(EventTable.class);
    private final TableView<StackEvent> table;
    private final LogModel model;
    private final ReadOnlyBooleanWrapper isBehind = new ReadOnlyBooleanWrapper();
    private final TableColumn<StackEvent, String> type =
            column(messages.text("deploy.events.type"), 150, StackEvent::type);
    private boolean followsEnd = true;
    private boolean holding;
    private int rows;
    private Optional<VirtualFlow<?>> flow = Optional.empty();

    EventTable(TableView<StackEvent> table, LogModel model, Copy copy) {
        this.table = table;
        this.model = model;
        table.getColumns().add(column(messages.text("deploy.events.time"), 72, model::time));
        table.getColumns().add(column(messages.text("deploy.events.logicalId"), 132, StackEvent::logicalId));
        table.getColumns().add(type);
        table.getColumns()
                .add(column(
                        messages.text("deploy.events.status"),
                        168,
                        event -> event.status().name()));
        table.getColumns().forEach(column -> column.setMaxWidth(column.getPrefWidth() * 1.6));
        table.getColumns().getFirst().setMaxWidth(table.getColumns().getFirst().getPrefWidth());
        table.getColumns().add(column(messages.text("deploy.events.reason"), 160, StackEvent::reason));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setFixedCellSize(ROW);
        table.setRowFactory(_ -> new Row());
        table.setPlaceholder(new Label(messages.text("deploy.events.empty")));
        table.setItems(model.shown());
        table.setSkin(new EventSkin(table, () -> followsEnd));
        ListChangeListener<StackEvent> growth = _ -> grow();
        // told after the skin, which has to know of the new rows before it can scroll to them
        table.skinProperty().subscribe(_ -> {
            flow = Optional.ofNullable((VirtualFlow<?>) table.lookup(".virtual-flow"));
            model.shown().removeListener(growth);
            model.shown().addListener(growth);
        });
        // where the table gives room to something above it, the end is no longer in sight
        table.heightProperty().subscribe(_ -> holdEnd());
        table.addEventFilter(ScrollEvent.SCROLL, event -> followsEnd &= event.getDeltaY() <= 0);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> followsEnd &= !isInScrollBar(event));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.COPY.keys().match(event)) {
                copy.text(selectedText());
                event.consume();
            }
        });
    }

    /// Whether newer events are out of sight below.
    ReadOnlyBooleanProperty isBehind() {
        return isBehind.getReadOnlyProperty();
    }

    /// Goes to the newest event and stays with it.
    void goToEnd() {
        followsEnd = true;
        isBehind.set(false);
        var last = table.getItems().size() - 1;
        // to find one of many rows the table counts all before it, several times over
        flow.filter(flow -> last * ROW > flow.getHeight())
                .ifPresentOrElse(flow -> flow.setPosition(1), () -> table.scrollTo(last));
    }

    /// The selected events, or all that are shown where none is selected, as text.
    String selectedText() {
        var selected = table.getSelectionModel().getSelectedItems();
        return model.text(selected.isEmpty() ? model.shown() : selected);
    }

    /// Whether the types of resources are told.
    void tellType(boolean tells) {
        type.setVisible(tells);
    }

    /// Selects those of the shown events that are wanted and goes to the first of them; nothing where there is none.
    void select(Predicate<StackEvent> wanted) {
        var rows = table.getItems();
        var found = IntStream.range(0, rows.size())
                .filter(row -> wanted.test(rows.get(row)))
                .toArray();
        table.getSelectionModel().clearSelection();
        if (found.length > 0) {
            followsEnd = false;
            table.getSelectionModel().selectIndices(found[0], found);
            table.scrollTo(Math.max(0, found[0] - 1));
        }
    }

    private void grow() {
        followsEnd |= showsEnd();
        rows = table.getItems().size();
        if (table.getPlaceholder() instanceof Label words) {
            words.setText(
                    model.size() == 0 ? messages.text("deploy.events.empty") : messages.text("deploy.events.none"));
        }
        if (followsEnd) {
            isBehind.set(false);
            holdEnd();
        } else {
            isBehind.set(true);
        }
    }

    /// Goes to the end when the table knows its new size; once a frame, since it counts the rows for that.
    private void holdEnd() {
        var scene = table.getScene();
        if (scene == null || holding) {
            return;
        }
        holding = true;
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                holding = false;
                if (followsEnd && !table.getItems().isEmpty()) {
                    goToEnd();
                }
            }
        });
    }

    private boolean showsEnd() {
        return flow.map(VirtualFlow::getLastVisibleCell)
                .filter(last -> last.getIndex() < rows - 1)
                .isEmpty();
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case UP, PAGE_UP, HOME -> followsEnd = false;
            case END -> goToEnd();
            default -> {}
        }
    }

    private static boolean isInScrollBar(MouseEvent event) {
        for (var node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    private static TableColumn<StackEvent, String> column(
            String title, double width, Function<StackEvent, String> words) {
        var column = new TableColumn<StackEvent, String>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        // the order is that of the log; sorting would take the newest out of sight
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleStringProperty(words.apply(row.getValue())));
        column.setCellFactory(_ -> new Words());
        return column;
    }

    private static final class Words extends TableCell<StackEvent, String> {
        Words() {
            // rows that rush past need none
            setOnMouseEntered(_ -> setTooltip(isEmpty() || getText().length() < 18 ? null : wrapped(getText())));
        }

        @Override
        protected Skin<?> createDefaultSkin() {
            return new WordsSkin(this);
        }

        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
        }

        private static Tooltip wrapped(String words) {
            var tooltip = new Tooltip(words);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
            return tooltip;
        }
    }

    /// Keeps the text that is in the cell. Of its own accord a skin puts it in anew for all other words, and has it
    /// styled anew, too.
    private static final class WordsSkin extends TableCellSkin<StackEvent, String> {
        WordsSkin(Words cell) {
            super(cell);
        }

        @Override
        protected void updateChildren() {
            if (getChildren().isEmpty()) {
                super.updateChildren();
            }
        }
    }

    private static final class Row extends TableRow<StackEvent> {
        @Override
        protected void updateItem(StackEvent event, boolean empty) {
            super.updateItem(event, empty);
            pseudoClassStateChanged(FAILURE, !empty && event.status().isFailure());
        }
    }
}
