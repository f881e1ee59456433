package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.util.HashSet;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.VirtualFlow;

/// The rows of the event table that are in sight. Where a long log grows and its end is shown, the rows are given their
/// new events where they are, since any other layout counts all rows above, a dozen times over.
final class EventFlow extends VirtualFlow<TableRow<StackEvent>> {
    /// Rows from which on counting them is to be spared; below it takes no time to speak of.
    private static final int LONG = 4096;

    private static final PseudoClass ODD = PseudoClass.getPseudoClass("odd");
    private static final PseudoClass EVEN = PseudoClass.getPseudoClass("even");

    private boolean isHeld;
    /// Whether more has changed than how many rows there are.
    private boolean isChanged = true;

    private double width;
    private double height;

    /// Takes up other rows, whose number the update tells, and goes to the last one; nothing is laid out before that.
    void takeUp(Runnable update) {
        // what it asks for beside is that every row looks for its event anew, which they do in any case
        var wasChanged = isChanged;
        isHeld = true;
        try {
            // from the first row on there is nothing to count
            setPosition(0);
            update.run();
            setPosition(1);
        } finally {
            isHeld = false;
            isChanged = wasChanged;
        }
    }

    @Override
    protected void layoutChildren() {
        if (isHeld) {
            return;
        }
        if (isAtEndAsBefore()) {
            renew();
            return;
        }
        isChanged = false;
        super.layoutChildren();
        width = getWidth();
        height = getHeight();
    }

    private boolean isAtEndAsBefore() {
        return !isChanged
                && getCellCount() > LONG
                && getPosition() == 1
                && width == getWidth()
                && height == getHeight()
                && getVbar().isVisible()
                && !getHbar().isVisible()
                && getCells().size() == Math.ceil(getViewportLength() / getFixedCellSize());
    }

    private void renew() {
        var rows = getCells();
        for (var i = 0; i < rows.size(); i++) {
            var above = rows.size() - i;
            renew(rows.get(i), getCellCount() - above);
            rows.get(i).setLayoutY(snapSpaceY(getViewportLength() - above * getFixedCellSize()));
        }
        getVbar().setMax(1);
        getVbar().setVisibleAmount(getViewportLength() / (getCellCount() * getFixedCellSize()));
        getVbar().setValue(1);
    }

    /// Styles the row anew at once only where it has to look otherwise; to do it in any case takes a quarter of the
    /// time.
    private static void renew(TableRow<StackEvent> row, int index) {
        var before = states(row);
        row.updateIndex(index);
        if (!states(row).equals(before)) {
            row.applyCss();
        }
    }

    /// Without the two that no style of this table knows and that change with nearly every batch.
    private static Set<PseudoClass> states(TableRow<StackEvent> row) {
        var states = new HashSet<>(row.getPseudoClassStates());
        states.remove(ODD);
        states.remove(EVEN);
        return states;
    }

    @Override
    protected void reconfigureCells() {
        isChanged = true;
        super.reconfigureCells();
    }

    @Override
    protected void recreateCells() {
        isChanged = true;
        super.recreateCells();
    }

    @Override
    protected void rebuildCells() {
        isChanged = true;
        super.rebuildCells();
    }

    @Override
    protected void requestCellLayout() {
        isChanged = true;
        super.requestCellLayout();
    }
}
