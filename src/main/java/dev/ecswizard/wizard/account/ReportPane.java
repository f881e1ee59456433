package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.CopyButton;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Shortcut;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// Shows a report as a table, once a second anew while it is open.
final class ReportPane {
    private static final double CHARACTER = 7;
    private static final double CELL = 16;
    private static final double LINE = 28;

    private final Messages messages = Messages.of(ReportPane.class);
    private final ReportModel model;
    private final Timeline seconds;

    @FXML
    private Label reportLead;

    @FXML
    private TextField reportFilter;

    @FXML
    private Label reportCount;

    @FXML
    private HBox reportBar;

    @FXML
    private TableView<Action.Row> report;

    private final Parent root = Fxml.load(this);

    ReportPane(ReportModel model, Copy copy) {
        this.model = model;
        reportLead.setText(model.report().lead());
        reportFilter.textProperty().bindBidirectional(model.filter());
        var columns = model.report().columns();
        for (var number = 0; number < columns.size(); number++) {
            report.getColumns().add(column(columns.get(number), number));
        }
        report.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        report.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        report.setPlaceholder(new Label(messages.text("report.rows.empty")));
        report.setFixedCellSize(LINE);
        report.setAccessibleText(model.report().label());
        report.setItems(model.shown());
        report.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.COPY.keys().match(event)) {
                copy.text(text());
                event.consume();
            }
        });
        var button = new CopyButton(messages.text("report.copy.text"), this::text, copy);
        button.setId("copyReport");
        reportBar.getChildren().add(button);
        ListChangeListener<Action.Row> count = _ -> count();
        model.shown().addListener(count);
        count();
        seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.refresh()));
        seconds.setCycleCount(Animation.INDEFINITE);
    }

    Parent root() {
        return root;
    }

    /// Begins to ask for rows, and puts the keyboard into the filter.
    void open() {
        model.refresh();
        seconds.play();
        reportFilter.requestFocus();
    }

    /// Asks for no more.
    void close() {
        seconds.stop();
        model.stop();
    }

    /// The rows that are selected, or all that are shown.
    private String text() {
        var selected = report.getSelectionModel().getSelectedItems();
        return model.text(selected.isEmpty() ? model.shown() : selected);
    }

    private void count() {
        reportCount.setText(
                model.shown().size() == model.size()
                        ? messages.text("report.count.all", model.size())
                        : messages.text("report.count.some", model.shown().size(), model.size()));
        if (report.getPlaceholder() instanceof Label words) {
            words.setText(messages.text(model.size() == 0 ? "report.rows.empty" : "report.rows.none"));
        }
    }

    private static TableColumn<Action.Row, String> column(Action.Column described, int number) {
        var column = new TableColumn<Action.Row, String>(described.title());
        var width = CELL + CHARACTER * described.characters();
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.8);
        // the order is that of time; sorting would take the newest out of sight
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().cells().get(number)));
        column.setCellFactory(_ -> new Words(described.characters()));
        return column;
    }

    /// What does not fit can be read by pointing at it.
    private static final class Words extends TableCell<Action.Row, String> {
        private final int characters;

        Words(int characters) {
            this.characters = characters;
        }

        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
            setTooltip(empty || words.length() <= characters ? null : new Tooltip(words));
        }
    }
}
