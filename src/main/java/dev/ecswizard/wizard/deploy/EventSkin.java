package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.util.function.BooleanSupplier;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/// A table's skin that goes to the end as it takes up new rows, in one layout. Of its own accord a table lays its rows
/// out where it was, and again in the next frame at the end.
final class EventSkin extends TableViewSkin<StackEvent> {
    private final BooleanSupplier followsEnd;

    /// @param followsEnd whether the last row is to be in sight
    EventSkin(TableView<StackEvent> table, BooleanSupplier followsEnd) {
        super(table);
        this.followsEnd = followsEnd;
    }

    @Override
    protected VirtualFlow<TableRow<StackEvent>> createVirtualFlow() {
        return new EventFlow();
    }

    @Override
    protected void updateItemCount() {
        // the constructor of the super class asks, too
        if (followsEnd != null
                && followsEnd.getAsBoolean()
                && getVirtualFlow() instanceof EventFlow flow
                && exceeds(flow)) {
            flow.takeUp(super::updateItemCount);
        } else {
            super.updateItemCount();
        }
    }

    private boolean exceeds(EventFlow flow) {
        return flow.getHeight() > 0 && getItemCount() * getSkinnable().getFixedCellSize() > flow.getHeight();
    }
}
