package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import java.util.Comparator;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// The types that can not be chosen, counted in a line and shown in place of the others on demand.
final class LeftOutTable {
    private final TableView<LeftOut> table;
    private final Hyperlink toggle;
    private final TableView<InstanceType> types;
    private final ComputeWords words = new ComputeWords();

    private LeftOutTable(TableView<LeftOut> table, Hyperlink toggle, TableView<InstanceType> types) {
        this.table = table;
        this.toggle = toggle;
        this.types = types;
    }

    /// Ties a table to the model.
    ///
    /// @param row what takes no room while no type is left out
    /// @param types what the table takes the place of
    static void tie(
            TableView<LeftOut> table,
            Node row,
            Label line,
            Hyperlink toggle,
            TableView<InstanceType> types,
            ComputeModel model) {
        new LeftOutTable(table, toggle, types).tie(row, line, model);
    }

    private void tie(Node row, Label line, ComputeModel model) {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var name = Column.<LeftOut>of(
                words.text("compute.type.name"),
                130,
                false,
                each -> each.type().name(),
                Comparator.comparing(each -> each.type().name(), new TypeOrder()));
        var why = Column.<LeftOut>of(
                words.text("compute.leftOut.column"),
                500,
                false,
                each -> words.reason(each.reason()),
                Comparator.comparing(each -> words.reason(each.reason())));
        table.getColumns().add(name);
        table.getColumns().add(why);
        table.setPlaceholder(new Label(words.text("compute.leftOut.none")));
        model.browser().leftOutShown().subscribe(shown -> {
            table.getItems().setAll(shown);
            table.sort();
        });
        model.browser().types().subscribe(known -> {
            line.setText(known.map(Types::leftOut).map(words::leftOut).orElse(""));
            row.setVisible(!line.getText().isEmpty());
            row.setManaged(row.isVisible());
            show(false);
        });
        toggle.setOnAction(_ -> show(!table.isVisible()));
    }

    private void show(boolean isWanted) {
        table.setVisible(isWanted);
        types.setVisible(!isWanted);
        toggle.setText(words.text(isWanted ? "compute.leftOut.hide" : "compute.leftOut.show"));
        toggle.setVisited(false);
    }
}
