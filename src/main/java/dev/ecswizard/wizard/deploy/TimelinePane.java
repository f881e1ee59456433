package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.Timeline.Bar;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Seconds;
import dev.ecswizard.wizard.deploy.TimelineModel.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A bar for each resource and each host of the stack that is shown, one below the other on one axis of time.
final class TimelinePane {
    /// In pixels.
    private static final double ROW = 24;
    /// In pixels, for the scroll bar and the edges.
    private static final double ASIDE = 20;

    private static final double LEAST_NAME = 104;
    private static final double MOST_NAME = 220;

    private final Messages messages = Messages.of(TimelinePane.class);

    @FXML
    private HBox head;

    @FXML
    private Label nameHead;

    @FXML
    private Scale scale;

    @FXML
    private ListView<Line> bars;

    @FXML
    private FlowPane key;

    private final VBox root = Fxml.load(this);
    private boolean isLed;

    TimelinePane(TimelineModel model, Seconds seconds) {
        var width = bars.widthProperty().subtract(ASIDE);
        var nameWidth = Bindings.createDoubleBinding(
                () -> Math.clamp(Math.floor(bars.getWidth() * 0.28), LEAST_NAME, MOST_NAME), bars.widthProperty());
        // nothing here may be as wide as the bars were: they would never become narrower
        head.setMinWidth(0);
        bars.setMinWidth(0);
        nameHead.minWidthProperty().bind(nameWidth);
        nameHead.maxWidthProperty().bind(nameWidth);
        bars.setFixedCellSize(ROW);
        bars.setCellFactory(_ -> new TimelineCell(model, width, nameWidth));
        bars.setPlaceholder(new Label(messages.text("deploy.timeline.empty")));
        bars.setItems(model.lines());
        var before = new Line[1];
        bars.getSelectionModel().selectedItemProperty().subscribe(now -> before[0] = now == null ? before[0] : now);
        // the same line stays selected where it has come to another place
        model.lines().addListener((ListChangeListener<Line>) _ -> select(
                Optional.ofNullable(before[0]).map(line -> line.bar().get().logicalId())));
        model.axis().subscribe(scale::show);
        for (var style : List.of("working", "waiting", "leaving", "failed")) {
            key.getChildren().add(sample(style));
        }
        seconds.whileNeeded(model.isMoving(), model::tick);
    }

    VBox root() {
        return root;
    }

    /// Puts the keyboard into the bars.
    void focus() {
        bars.requestFocus();
        if (bars.getSelectionModel().isEmpty()) {
            bars.getFocusModel().focus(0);
        }
    }

    /// Tells which bar the person has selected, by its logical id.
    void whenSelected(Consumer<String> told) {
        bars.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null && !isLed) {
                told.accept(id(line));
            }
        });
    }

    /// Tells when the person wants to read about the bar that is selected.
    void whenOpened(Consumer<String> told) {
        bars.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(told);
                event.consume();
            }
        });
        bars.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(told);
            }
        });
    }

    private void open(Consumer<String> told) {
        Optional.ofNullable(bars.getSelectionModel().getSelectedItem())
                .map(TimelinePane::id)
                .ifPresent(told);
    }

    /// Selects a bar without telling so; none where there is none of that id.
    void select(Optional<String> logicalId) {
        var model = bars.getSelectionModel();
        var wanted = bars.getItems().stream()
                .filter(line -> logicalId.filter(id(line)::equals).isPresent())
                .findFirst();
        isLed = true;
        try {
            wanted.ifPresentOrElse(
                    line -> {
                        if (model.getSelectedItem() != line) {
                            model.clearAndSelect(bars.getItems().indexOf(line));
                        }
                    },
                    model::clearSelection);
        } finally {
            isLed = false;
        }
    }

    private static String id(Line line) {
        return line.bar().map(Bar::logicalId).getValue();
    }

    private Label sample(String style) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style);
        var label = new Label(messages.text("deploy.timeline.key." + style), swatch);
        label.getStyleClass().add("muted");
        return label;
    }
}
