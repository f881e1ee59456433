package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.Choice;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The subnets of a VPC with a box to tick in front of each. Space ticks the selected line.
final class SubnetTable {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final Messages MESSAGES = Messages.of(SubnetTable.class);

    private final TableView<Choice<Subnet>> table;
    private final NetworkModel model;

    private SubnetTable(TableView<Choice<Subnet>> table, NetworkModel model) {
        this.table = table;
        this.model = model;
    }

    /// Makes a table show the model's subnets.
    static void fill(TableView<Choice<Subnet>> table, NetworkModel model) {
        new SubnetTable(table, model).fill();
    }

    private void fill() {
        table.getColumns().add(tick());
        table.getColumns().add(subnet());
        column("zone", 88, false, facts(Subnet::zone));
        column("cidr", 124, false, facts(Subnet::cidr));
        column("free", 58, true, facts(Subnet::freeAddresses));
        column(
                "public",
                84,
                false,
                facts(subnet ->
                        MESSAGES.text(subnet.publicAddressOnLaunch() ? "subnets.public.yes" : "subnets.public.no")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        model.inventory().subnetChoices().subscribe(rows -> {
            table.getItems().setAll(rows);
            table.getSelectionModel().selectFirst();
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

    private TableRow<Choice<Subnet>> row() {
        var row = new TableRow<Choice<Subnet>>();
        row.itemProperty()
                .subscribe(choice -> row.pseudoClassStateChanged(UNKNOWN, choice != null && choice.isUnknown()));
        row.setOnMouseClicked(event -> {
            if (row.getItem() != null && event.getClickCount() == 2) {
                model.toggleSubnet(row.getItem().id());
            }
        });
        return row;
    }

    private TableColumn<Choice<Subnet>, Choice<Subnet>> tick() {
        var column = new TableColumn<Choice<Subnet>, Choice<Subnet>>();
        column.setMinWidth(40);
        column.setMaxWidth(40);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(_ -> new Tick(model));
        return column;
    }

    private TableColumn<Choice<Subnet>, Choice<Subnet>> subnet() {
        var column = new TableColumn<Choice<Subnet>, Choice<Subnet>>(MESSAGES.text("subnets.column.subnet"));
        column.setPrefWidth(306);
        column.setMinWidth(190);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setComparator(Comparator.comparing(this::name).thenComparing(Choice::id));
        column.setCellFactory(_ -> new NameAndId());
        return column;
    }

    private String name(Choice<Subnet> choice) {
        return choice.facts().map(Subnet::name).orElse(MESSAGES.text("subnets.name.notFound"));
    }

    private static <V> Function<Choice<Subnet>, V> facts(Function<Subnet, V> fact) {
        return choice -> choice.facts().map(fact).orElse(null);
    }

    private <V> void column(String aspect, double width, boolean isFigure, Function<Choice<Subnet>, V> value) {
        var column = new TableColumn<Choice<Subnet>, V>(MESSAGES.text("subnets.column." + aspect));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        if (!aspect.equals("name")) {
            column.setMaxWidth(width);
        }
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
        if (isFigure) {
            column.getStyleClass().add("align-right");
        }
        table.getColumns().add(column);
    }

    /// A subnet's name and, below it, its id; the id alone if it has no name.
    private final class NameAndId extends TableCell<Choice<Subnet>, Choice<Subnet>> {
        private final Label name = new Label();
        private final Label id = new Label();
        private final VBox lines = new VBox(name, id);

        NameAndId() {
            id.getStyleClass().add("cell-detail");
            lines.getStyleClass().add("cell-lines");
            lines.setAlignment(Pos.CENTER_LEFT);
            name.managedProperty().bind(name.textProperty().map(text -> !text.isEmpty()));
        }

        @Override
        protected void updateItem(Choice<Subnet> choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            name.setText(SubnetTable.this.name(choice));
            id.setText(choice.id());
            setGraphic(lines);
        }
    }

    /// The box in front of a subnet.
    private static final class Tick extends TableCell<Choice<Subnet>, Choice<Subnet>> {
        private final NetworkModel model;
        private final CheckBox box = new CheckBox();

        Tick(NetworkModel model) {
            this.model = model;
            box.setFocusTraversable(false);
            box.setOnAction(_ -> model.toggleSubnet(getItem().id()));
        }

        @Override
        protected void updateItem(Choice<Subnet> choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            box.setId("tick-" + choice.id());
            box.setAccessibleText(choice.id());
            box.setSelected(model.subnets().getValue().contains(choice.id()));
            setGraphic(box);
        }
    }
}
