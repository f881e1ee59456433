package dev.ecswizard.ui;

import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Moves the caret of a [YamlArea] and selects in it, by the keyboard and the mouse, as texts that are not for writing
/// do it elsewhere.
final class YamlKeys {
    private static final KeyCombination INSERT = new KeyCodeCombination(KeyCode.INSERT, KeyCombination.SHORTCUT_DOWN);

    private final YamlArea area;
    private final YamlSheet sheet;
    private final Copy copy;
    // where the caret would be if each line were long enough, while it goes up and down
    private OptionalInt column = OptionalInt.empty();

    YamlKeys(YamlArea area, YamlSheet sheet, Copy copy) {
        this.area = area;
        this.sheet = sheet;
        this.copy = copy;
    }

    void listen() {
        area.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    }

    private void press(KeyEvent event) {
        var to = target(event);
        if (Shortcut.COPY.keys().match(event) || INSERT.match(event) || event.getCode() == KeyCode.COPY) {
            if (!area.selection().isEmpty()) {
                copy.text(area.selectedText());
            }
        } else if (Shortcut.SELECT_ALL.keys().match(event)) {
            area.select(new Selection(0, area.lines().text().length()));
        } else if (to.isPresent()) {
            move(to.getAsInt(), event.isShiftDown());
        } else {
            return;
        }
        event.consume();
    }

    /// Where a key leads to; nowhere for one that moves nothing.
    private OptionalInt target(KeyEvent event) {
        var code = event.getCode();
        if (code == KeyCode.UP || code == KeyCode.DOWN || code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN) {
            return upOrDown(event);
        }
        column = OptionalInt.empty();
        var lines = area.lines();
        var caret = area.selection().caret();
        var line = lines.lineAt(caret);
        var isMac = event.isMetaDown() && event.isShortcutDown();
        var isFar = event.isShortcutDown() && !isMac;
        return switch (code) {
            case LEFT -> OptionalInt.of(isMac ? lines.start(line) : left(event, isFar));
            case RIGHT -> OptionalInt.of(isMac ? lines.end(line) : right(event, isFar));
            case HOME -> OptionalInt.of(isFar || isMac ? 0 : lines.start(line));
            case END -> OptionalInt.of(isFar || isMac ? lines.text().length() : lines.end(line));
            default -> OptionalInt.empty();
        };
    }

    private int left(KeyEvent event, boolean isFar) {
        var caret = area.selection().caret();
        if (isFar || event.isAltDown()) {
            return area.lines().previousWord(caret);
        }
        var leaves = !event.isShiftDown() && !area.selection().isEmpty();
        return leaves ? area.selection().start() : area.lines().previous(caret);
    }

    private int right(KeyEvent event, boolean isFar) {
        var caret = area.selection().caret();
        if (isFar || event.isAltDown()) {
            return area.lines().nextWord(caret);
        }
        var leaves = !event.isShiftDown() && !area.selection().isEmpty();
        return leaves ? area.selection().end() : area.lines().next(caret);
    }

    private OptionalInt upOrDown(KeyEvent event) {
        var lines = area.lines();
        var caret = area.selection().caret();
        var isUp = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.PAGE_UP;
        if (event.isShortcutDown()) {
            return OptionalInt.of(isUp ? 0 : lines.text().length());
        }
        var isPage = event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN;
        var by = (isPage ? Math.max(1, sheet.page() - 1) : 1) * (isUp ? -1 : 1);
        if (isPage) {
            sheet.move(by);
        }
        var wished = column.orElse(lines.columnAt(caret));
        column = OptionalInt.of(wished);
        var line = lines.lineAt(caret) + by;
        if (line < 0 || line >= lines.count()) {
            return OptionalInt.of(isUp ? 0 : lines.text().length());
        }
        return OptionalInt.of(lines.offset(line, wished));
    }

    private void move(int offset, boolean selects) {
        area.select(area.selection().to(offset, selects));
        area.followCaret();
    }

    private void press(MouseEvent event) {
        area.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        column = OptionalInt.empty();
        var offset = offset(event);
        var lines = area.lines();
        switch (event.getClickCount()) {
            case 1 -> move(offset, event.isShiftDown());
            case 2 -> area.select(lines.wordAt(offset));
            default -> {
                var line = lines.lineAt(offset);
                area.select(new Selection(lines.start(line), lines.within(lines.end(line) + 1)));
            }
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1) {
            move(offset(event), true);
            event.consume();
        }
    }

    private int offset(MouseEvent event) {
        return sheet.offsetAt(event.getX(), event.getY());
    }
}
