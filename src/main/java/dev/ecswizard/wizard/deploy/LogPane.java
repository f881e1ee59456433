package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.CopyButton;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Seconds;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What happens to the stack that is shown: its events, with what narrows, copies and keeps them, and its timeline.
/// They stand side by side where the window has room for both, else the person turns from one to the other.
final class LogPane {
    /// In pixels of the window.
    private static final double WIDE = 1100;
    /// In pixels of the window, so that the events beside the timeline have room for the types, which it tells too.
    private static final double WIDER = 1440;
    private static final double GAP = 12;
    /// In per cent of the width that both have.
    private static final double SHARE_OF_TIMELINE = 42;

    private final Messages messages = Messages.of(LogPane.class);

    @FXML
    private HBox logBar;

    @FXML
    private Label eventsTitle;

    @FXML
    private HBox views;

    @FXML
    private ToggleGroup view;

    @FXML
    private ToggleButton showLog;

    @FXML
    private ToggleButton showTimeline;

    @FXML
    private Button newest;

    @FXML
    private CheckBox failuresOnly;

    @FXML
    private TextField eventFilter;

    @FXML
    private GridPane body;

    @FXML
    private TableView<StackEvent> events;

    private final VBox root = Fxml.load(this);
    private final ObservableValue<Boolean> isWide = isAtLeast(WIDE);
    private final ObservableValue<Boolean> isWider = isAtLeast(WIDER);
    private final ColumnConstraints ofEvents = new ColumnConstraints();
    private final ColumnConstraints ofTimeline = new ColumnConstraints();
    private final EventTable table;
    private final TimelinePane timeline;
    private final CopyButton copyLog;
    private boolean isLed;

    LogPane(LogModel model, TimelineModel bars, RecordModel record, Copy copy, Seconds seconds) {
        table = new EventTable(events, model, copy);
        timeline = new TimelinePane(bars, seconds);
        body.getColumnConstraints().setAll(ofEvents, ofTimeline);
        body.add(timeline.root(), 1, 0);
        newest.setOnAction(_ -> table.goToEnd());
        copyLog = new CopyButton(messages.text("deploy.log.copy"), table::selectedText, copy);
        copyLog.setId("copyLog");
        var keeping = new RecordPane(record);
        logBar.getChildren().addAll(copyLog, keeping.menu());
        root.getChildren().add(1, keeping.root());
        eventFilter.textProperty().bindBidirectional(model.filter());
        failuresOnly.selectedProperty().bindBidirectional(model.failuresOnly());
        lead();
        view.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                view.selectToggle(before);
            }
            arrange();
        });
        isWide.subscribe(_ -> arrange());
        isWider.subscribe(_ -> arrange());
        table.isBehind().subscribe(_ -> arrange());
    }

    VBox root() {
        return root;
    }

    /// Puts the keyboard into the events, or into the timeline where that is shown instead.
    void focus() {
        if (showsEvents()) {
            events.requestFocus();
        } else {
            timeline.focus();
        }
    }

    /// What is selected on one side is selected on the other.
    private void lead() {
        timeline.whenSelected(this::selectEvents);
        timeline.whenOpened(id -> {
            showLog.setSelected(true);
            selectEvents(id);
            events.requestFocus();
        });
        events.getSelectionModel().selectedItemProperty().subscribe(event -> {
            if (!isLed) {
                timeline.select(Optional.ofNullable(event).map(StackEvent::logicalId));
            }
        });
    }

    private void selectEvents(String logicalId) {
        isLed = true;
        try {
            table.select(event -> event.logicalId().equals(logicalId));
        } finally {
            isLed = false;
        }
    }

    private boolean showsEvents() {
        return isWide.getValue() || showLog.isSelected();
    }

    private void arrange() {
        var wide = isWide.getValue();
        show(eventsTitle, wide);
        show(views, !wide);
        show(events, showsEvents());
        show(timeline.root(), wide || !showLog.isSelected());
        show(newest, showsEvents() && table.isBehind().get());
        show(failuresOnly, showsEvents());
        show(eventFilter, showsEvents());
        show(copyLog, showsEvents());
        table.tellType(!wide || isWider.getValue());
        ofEvents.setPercentWidth(wide ? 100 - SHARE_OF_TIMELINE : showsEvents() ? 100 : 0);
        ofTimeline.setPercentWidth(wide ? SHARE_OF_TIMELINE : showsEvents() ? 0 : 100);
        body.setHgap(wide ? GAP : 0);
    }

    private ObservableValue<Boolean> isAtLeast(double width) {
        return root.sceneProperty()
                .flatMap(Scene::widthProperty)
                .map(now -> now.doubleValue() >= width)
                .orElse(false);
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
