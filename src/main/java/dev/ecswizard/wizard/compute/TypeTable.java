package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// The table of instance types and the field that searches it. The selected row is the chosen type; while a search
/// hides that row no row is selected and the choice stays.
final class TypeTable {
    /// In pixels. Rows of one known height are scrolled to exactly.
    private static final double ROW = 28;

    private static final Pattern GIGABIT = Pattern.compile("(?:([0-9]+)x )?([0-9.]+) Gigabit");

    private final TableView<InstanceType> table;
    private final TextField filter;
    private final ComputeModel model;
    private final ComputeWords words = new ComputeWords();
    private final ObservableList<InstanceType> rows = FXCollections.observableArrayList();
    /// While the table shows what the model says.
    private boolean following;
    /// While the model is told what was selected in the table.
    private boolean choosing;

    private TypeTable(TableView<InstanceType> table, TextField filter, ComputeModel model) {
        this.table = table;
        this.filter = filter;
        this.model = model;
    }

    /// Ties table and field to the model.
    static void tie(TableView<InstanceType> table, TextField filter, ComputeModel model) {
        new TypeTable(table, filter, model).tie();
    }

    private void tie() {
        column("name", 130, false, InstanceType::name, Comparator.comparing(InstanceType::name, new TypeOrder()));
        column("vcpus", 72, true, type -> String.valueOf(type.vcpus()), Comparator.comparing(InstanceType::vcpus));
        column("memory", 112, true, words::memory, Comparator.comparing(InstanceType::memoryMib));
        column("architecture", 112, false, words::architecture, Comparator.comparing(words::architecture));
        column("network", 200, false, InstanceType::networkPerformance, Comparator.comparing(TypeTable::gigabits));
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        var nothing = new Label();
        nothing.setWrapText(true);
        nothing.getStyleClass().add("nothing-fits");
        table.setPlaceholder(nothing);
        filter.textProperty().bindBidirectional(model.browser().filter());
        model.browser().shown().subscribe(shown -> {
            follow(() -> rows.setAll(shown));
            scrollToChosen();
        });
        model.browser().leftOutShown().subscribe(_ -> nothing.setText(nothingFits()));
        filter.textProperty().subscribe(_ -> nothing.setText(nothingFits()));
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
        table.getSelectionModel().selectedItemProperty().subscribe(type -> {
            if (type != null && !following) {
                choosing = true;
                model.chooseInstanceType(type.name());
                choosing = false;
            }
        });
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::typedInFilter);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::typedInTable);
    }

    private void column(
            String fact,
            double width,
            boolean isFigure,
            Function<InstanceType, String> text,
            Comparator<InstanceType> order) {
        table.getColumns().add(Column.of(words.text("compute.type." + fact), width, isFigure, text, order));
    }

    /// What EC2's words amount to; nothing where they give no figure, such as "Low to Moderate".
    private static double gigabits(InstanceType type) {
        var said = GIGABIT.matcher(type.networkPerformance());
        if (!said.find()) {
            return 0;
        }
        var lanes = Optional.ofNullable(said.group(1)).map(Double::valueOf).orElse(1.0);
        return lanes * Double.parseDouble(said.group(2));
    }

    private void follow(Runnable change) {
        following = true;
        change.run();
        shownRow().ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        following = false;
    }

    private void scrollToChosen() {
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

    private String nothingFits() {
        return words.nothingFits(
                filter.getText(), model.browser().leftOutShown().getValue());
    }

    /// The chosen type's row, if the search lets it be seen.
    private Optional<InstanceType> shownRow() {
        return model.typeFacts().filter(rows::contains);
    }

    private void typedInFilter(KeyEvent event) {
        var isHandled = switch (event.getCode()) {
            case DOWN, PAGE_DOWN -> moveIntoTable();
            case ESCAPE -> clearFilter();
            case ENTER -> takeBest();
            default -> false;
        };
        if (isHandled) {
            event.consume();
        }
    }

    private boolean moveIntoTable() {
        if (rows.isEmpty() || !table.isVisible()) {
            return false;
        }
        table.requestFocus();
        if (shownRow().isEmpty()) {
            table.getSelectionModel().select(0);
        }
        scrollToChosen();
        return true;
    }

    private boolean clearFilter() {
        if (filter.getText().isEmpty()) {
            return false;
        }
        filter.clear();
        return true;
    }

    /// Takes the type of exactly that name, else the first row unless the chosen one is among those that fit.
    private boolean takeBest() {
        if (filter.getText().isBlank() || table.getItems().isEmpty()) {
            return false;
        }
        var typed = filter.getText().strip();
        rows.stream()
                .filter(type -> type.name().equalsIgnoreCase(typed))
                .findFirst()
                .or(this::shownRow)
                .or(() -> Optional.of(table.getItems().getFirst()))
                .ifPresent(type -> model.chooseInstanceType(type.name()));
        return true;
    }

    private void typedInTable(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && table.getFocusModel().getFocusedItem() != null) {
            model.chooseInstanceType(table.getFocusModel().getFocusedItem().name());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && clearFilter()) {
            event.consume();
        } else if (event.getCode() == KeyCode.UP && table.getFocusModel().getFocusedIndex() <= 0) {
            filter.requestFocus();
            event.consume();
        }
    }
}
