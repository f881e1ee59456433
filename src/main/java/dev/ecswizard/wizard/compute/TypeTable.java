package dev.ecswizard.wizard.compute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/// The table of instance types. The selected row is the chosen type; while a search hides that row no row is selected
/// and the choice stays. The types that can not be chosen stand behind the others, however the table is sorted.
final class TypeTable {
    /// In pixels. Rows of one known height are scrolled to exactly.
    private static final double ROW = 26;

    private static final Comparator<TypeRow> USABLE_FIRST = Comparator.comparing(row -> !row.isUsable());

    private final TableView<TypeRow> table;
    private final ComputeModel model;
    private final ComputeWords words = new ComputeWords();
    private final BrowserWords browserWords = new BrowserWords();
    private final ObservableList<TypeRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<TypeRow>> barred = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Label nothing = new Label();
    /// While the table shows what the model says.
    private boolean following;
    /// While the model is told what was selected in the table.
    private boolean choosing;

    private TypeTable(TableView<TypeRow> table, ComputeModel model) {
        this.table = table;
        this.model = model;
    }

    /// Ties table and field to the model.
    ///
    /// @return the table, so that it can be asked what a person tried to choose
    static TypeTable tie(TableView<TypeRow> table, TextField search, ComputeModel model) {
        var tied = new TypeTable(table, model);
        tied.tie();
        TypeKeys.tie(table, search, model, tied);
        return tied;
    }

    /// What a person tried to choose last and can not.
    ReadOnlyObjectProperty<Optional<TypeRow>> barred() {
        return barred.getReadOnlyProperty();
    }

    private void tie() {
        column("name", 124, false, row -> row.type().name(), Comparator.comparingInt(TypeRow::order));
        column(
                "vcpus",
                52,
                true,
                row -> String.valueOf(row.type().vcpus()),
                by(row -> row.type().vcpus()));
        column(
                "memory",
                80,
                true,
                row -> browserWords.memory(row.type()),
                by(row -> row.type().memoryMib()));
        column("architecture", 102, false, TypeRow::architecture, Comparator.comparing(TypeRow::architecture));
        column("network", 136, false, row -> row.type().networkPerformance(), by(TypeRow::gigabits));
        Column.explain(
                column(
                        "tasks",
                        54,
                        true,
                        row -> String.valueOf(row.type().awsvpcTasks()),
                        by(row -> row.type().awsvpcTasks())),
                browserWords.text("compute.type.tasksTip"));
        Column.explain(
                column("zones", 176, false, browserWords::standing, by(TypeRow::zones)),
                browserWords.text("compute.type.zonesTip"));
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(_ -> new TypeLine(this, browserWords));
        // sorted together with being filtered, below
        table.setSortPolicy(_ -> true);
        table.comparatorProperty().addListener((InvalidationListener) _ -> arrange());
        table.setItems(rows);
        nothing.setWrapText(true);
        nothing.getStyleClass().add("nothing-fits");
        table.setPlaceholder(nothing);
        model.finder().found().subscribe(_ -> {
            arrange();
            scrollToChosen();
        });
        model.instanceType().subscribe(_ -> {
            follow(() -> {});
            if (!choosing) {
                scrollToChosen();
            }
        });
        table.skinProperty().subscribe(_ -> {
            // a height that changes moves the rows, and the chosen one need not be among those that are then in sight
            if (table.lookup(".virtual-flow") instanceof Region flow) {
                flow.heightProperty().subscribe(_ -> scrollAfterLayout());
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) {
                choose(row);
            }
        });
    }

    private static <C extends Comparable<C>> Comparator<TypeRow> by(Function<TypeRow, C> fact) {
        return Comparator.comparing(fact);
    }

    private TableColumn<TypeRow, TypeRow> column(
            String fact, double width, boolean isFigure, Function<TypeRow, String> text, Comparator<TypeRow> order) {
        var column = Column.of(browserWords.text("compute.type." + fact), width, isFigure, text, order);
        table.getColumns().add(column);
        return column;
    }

    /// Shows what fits, in the order that the titles of the columns say.
    private void arrange() {
        var found = model.finder().found().getValue();
        var order = table.getComparator();
        List<TypeRow> shown = found.rows();
        if (order != null) {
            shown = new ArrayList<>(shown);
            shown.sort(USABLE_FIRST.thenComparing(order));
        }
        var arranged = shown;
        nothing.setText(arranged.isEmpty() ? browserWords.nothingFits(found) : "");
        follow(() -> rows.setAll(arranged));
        barred.set(Optional.empty());
    }

    /// Chooses a type, or says why it can not be chosen.
    void choose(TypeRow row) {
        if (row.isUsable()) {
            barred.set(Optional.empty());
            choosing = true;
            model.chooseInstanceType(row.type().name());
            choosing = false;
        } else {
            follow(() -> {});
            table.getFocusModel().focus(rows.indexOf(row));
            barred.set(Optional.of(row));
        }
    }

    private void follow(Runnable change) {
        following = true;
        change.run();
        shownRow().ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        following = false;
    }

    void scrollToChosen() {
        table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex() - 2));
    }

    /// Scrolls once the rows have their places: what is asked for before that is shifted when they get them.
    private void scrollAfterLayout() {
        var scene = table.getScene();
        if (scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                scrollToChosen();
            }
        });
    }

    /// The chosen type's row, if the search lets it be seen.
    Optional<TypeRow> shownRow() {
        return model.instanceType()
                .getValue()
                .flatMap(name -> rows.stream()
                        .filter(row -> row.isUsable() && row.type().name().equals(name))
                        .findFirst());
    }
}
