package dev.ecswizard.wizard.compute;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// The row of a type: grey where it can not be chosen, and not to be selected then.
final class TypeLine extends TableRow<TypeRow> {
    private static final PseudoClass BARRED = PseudoClass.getPseudoClass("barred");

    private final BrowserWords words;
    private final Tooltip details = Column.tooltip();

    TypeLine(TypeTable types, BrowserWords words) {
        this.words = words;
        setTooltip(details);
        details.setOnShowing(_ -> details.setText(getItem() == null ? "" : words.details(getItem())));
        addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (getItem() != null && !getItem().isUsable()) {
                getTableView().requestFocus();
                types.choose(getItem());
                press.consume();
            }
        });
    }

    @Override
    protected void updateItem(TypeRow row, boolean empty) {
        super.updateItem(row, empty);
        var isBarred = !empty && row != null && !row.isUsable();
        pseudoClassStateChanged(BARRED, isBarred);
        setAccessibleText(isBarred ? words.barred(row) : null);
    }
}
