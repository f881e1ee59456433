package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Way;
import dev.ecswizard.ui.Messages;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The subnets of a VPC with a box to tick in front of each. Space ticks the selected line.
final class SubnetTable {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final Messages MESSAGES = Messages.of(SubnetTable.class);

    /// From sure to hopeless.
    private static final Comparator<Way> BY_WAY = Comparator.comparing(Way::reach)
            .thenComparing(way -> !way.missing().isEmpty())
            .thenComparing(Way::exit);

    private final TableView<SubnetLine> table;
    private final NetworkModel model;
    private final ObservableList<SubnetLine> all = FXCollections.observableArrayList();
    private final FilteredList<SubnetLine> shown = all.filtered(_ -> true);

    private SubnetTable(TableView<SubnetLine> table, NetworkModel model) {
        this.table = table;
        this.model = model;
    }

    /// Makes a table show the model's subnets.
    static SubnetTable of(TableView<SubnetLine> table, NetworkModel model) {
        var subnets = new SubnetTable(table, model);
        subnets.fill();
        return subnets;
    }

    /// All of them.
    ObservableList<SubnetLine> all() {
        return all;
    }

    /// Those that fit.
    FilteredList<SubnetLine> shown() {
        return shown;
    }

    ObservableValue<SubnetLine> selected() {
        return table.getSelectionModel().selectedItemProperty();
    }

    private void fill() {
        table.getColumns().add(tick());
        table.getColumns()
                .add(column(
                        "subnet",
                        184,
                        Comparator.comparing(SubnetCell::name).thenComparing(SubnetLine::id),
                        SubnetCell::new));
        column("zone", 108, false, facts(Subnet::zone));
        column("cidr", 116, false, facts(Subnet::cidr));
        column("free", 60, true, facts(Subnet::freeAddresses));
        table.getColumns()
                .add(column(
                        "way",
                        208,
                        Comparator.comparing(line -> line.way().orElse(null), Comparator.nullsLast(BY_WAY)),
                        WayCell::new));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        var sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        model.lines().subscribe(lines -> {
            var before = selectedId();
            all.setAll(lines);
            select(before);
        });
        model.subnets().subscribe(_ -> table.refresh());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            var selected = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && selected != null) {
                model.toggleSubnet(selected.id());
                event.consume();
            }
        });
        table.setRowFactory(_ -> row());
    }

    /// Shows only those that fit.
    void show(Predicate<SubnetLine> isFit) {
        var before = selectedId();
        shown.setPredicate(isFit);
        select(before);
    }

    private Optional<String> selectedId() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(SubnetLine::id);
    }

    /// Lines come anew when more is known of them; the eye stays where it was.
    private void select(Optional<String> id) {
        var selection = table.getSelectionModel();
        id.flatMap(before -> table.getItems().stream()
                        .filter(line -> line.id().equals(before))
                        .findFirst())
                .ifPresentOrElse(selection::select, selection::selectFirst);
    }

    private TableRow<SubnetLine> row() {
        var row = new TableRow<SubnetLine>();
        row.itemProperty().subscribe(line -> row.pseudoClassStateChanged(UNKNOWN, line != null && line.isUnknown()));
        row.setOnMouseClicked(event -> {
            if (row.getItem() != null && event.getClickCount() == 2) {
                model.toggleSubnet(row.getItem().id());
            }
        });
        return row;
    }

    private TableColumn<SubnetLine, SubnetLine> tick() {
        var column = new TableColumn<SubnetLine, SubnetLine>();
        column.setMinWidth(40);
        column.setMaxWidth(40);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(_ -> new Tick(model));
        return column;
    }

    private static TableColumn<SubnetLine, SubnetLine> column(
            String aspect,
            double width,
            Comparator<SubnetLine> order,
            Supplier<TableCell<SubnetLine, SubnetLine>> cell) {
        var column = new TableColumn<SubnetLine, SubnetLine>(MESSAGES.text("subnets.column." + aspect));
        column.setPrefWidth(width);
        column.setMinWidth(180);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setComparator(order);
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    private static <V> Function<SubnetLine, V> facts(Function<Subnet, V> fact) {
        return line -> line.facts().map(fact).orElse(null);
    }

    private <V> void column(String aspect, double width, boolean isFigure, Function<SubnetLine, V> value) {
        var column = new TableColumn<SubnetLine, V>(MESSAGES.text("subnets.column." + aspect));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(width + 40);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
        if (isFigure) {
            column.getStyleClass().add("align-right");
        }
        table.getColumns().add(column);
    }

    /// The box in front of a subnet.
    private static final class Tick extends TableCell<SubnetLine, SubnetLine> {
        private final NetworkModel model;
        private final CheckBox box = new CheckBox();

        Tick(NetworkModel model) {
            this.model = model;
            box.setFocusTraversable(false);
            box.setOnAction(_ -> model.toggleSubnet(getItem().id()));
        }

        @Override
        protected void updateItem(SubnetLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            box.setId("tick-" + line.id());
            box.setAccessibleText(line.called());
            box.setSelected(model.subnets().getValue().contains(line.id()));
            setGraphic(box);
        }
    }
}
