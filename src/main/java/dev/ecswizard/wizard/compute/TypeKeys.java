package dev.ecswizard.wizard.compute;

import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keyboard in the search and in the table of types. It reaches every row; one that can not be chosen says why.
final class TypeKeys {
    private final TableView<TypeRow> table;
    private final TextField search;
    private final ComputeModel model;
    private final TypeTable types;

    private TypeKeys(TableView<TypeRow> table, TextField search, ComputeModel model, TypeTable types) {
        this.table = table;
        this.search = search;
        this.model = model;
        this.types = types;
    }

    static void tie(TableView<TypeRow> table, TextField search, ComputeModel model, TypeTable types) {
        var keys = new TypeKeys(table, search, model, types);
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> keys.consume(event, keys.typedInSearch(event.getCode())));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown()) {
                keys.consume(event, keys.typedInTable(event.getCode()));
            }
        });
    }

    private void consume(KeyEvent event, boolean isHandled) {
        if (isHandled) {
            event.consume();
        }
    }

    private boolean typedInSearch(KeyCode key) {
        return switch (key) {
            case DOWN, PAGE_DOWN -> moveIntoTable();
            case ESCAPE -> clear();
            case ENTER -> takeBest();
            default -> false;
        };
    }

    private boolean typedInTable(KeyCode key) {
        var index = table.getFocusModel().getFocusedIndex();
        return switch (key) {
            case UP -> index <= 0 ? leaveTable() : moveTo(index - 1);
            case DOWN -> moveTo(index + 1);
            case PAGE_UP -> moveTo(index - page());
            case PAGE_DOWN -> moveTo(index + page());
            case HOME -> moveTo(0);
            case END -> moveTo(table.getItems().size() - 1);
            case ENTER, SPACE -> moveTo(index);
            case ESCAPE -> clear();
            default -> false;
        };
    }

    private boolean moveIntoTable() {
        if (table.getItems().isEmpty()) {
            return false;
        }
        table.requestFocus();
        types.shownRow().ifPresentOrElse(row -> moveTo(table.getItems().indexOf(row)), () -> moveTo(0));
        return true;
    }

    private boolean leaveTable() {
        search.requestFocus();
        return true;
    }

    /// Puts the keyboard on a row and chooses it, if that can be.
    private boolean moveTo(int wanted) {
        if (table.getItems().isEmpty()) {
            return false;
        }
        var index = Math.clamp(wanted, 0, table.getItems().size() - 1);
        types.choose(table.getItems().get(index));
        reveal(index);
        return true;
    }

    /// Scrolls no further than it takes.
    private void reveal(int index) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getLastVisibleCell() != null) {
            var last = flow.getLastVisibleCell().getIndex();
            table.scrollTo(index > last ? Math.max(0, index - page()) : index);
        }
    }

    /// How many rows are in sight as a whole, but one.
    private int page() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                ? Math.max(1, (int) (flow.getHeight() / table.getFixedCellSize()) - 1)
                : 1;
    }

    private boolean clear() {
        if (search.getText().isEmpty()) {
            return false;
        }
        search.clear();
        return true;
    }

    /// Takes the type of exactly that name, else the first row unless the chosen one is among those that fit. Nothing
    /// while a part of the text was not understood: it may have meant something else.
    private boolean takeBest() {
        var found = model.finder().found().getValue();
        if (search.getText().isBlank() || table.getItems().isEmpty()) {
            return false;
        }
        var typed = search.getText().strip();
        table.getItems().stream()
                .filter(row -> row.type().name().equalsIgnoreCase(typed))
                .findFirst()
                .or(types::shownRow)
                .or(() -> Optional.of(table.getItems().getFirst())
                        .filter(_ -> found.search().unknown().isEmpty()))
                .ifPresent(row -> {
                    types.choose(row);
                    reveal(table.getItems().indexOf(row));
                });
        return true;
    }
}
