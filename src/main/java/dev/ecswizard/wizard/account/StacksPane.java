package dev.ecswizard.wizard.account;

import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Lists the stacks that are there, with a button for each thing that can be done with the selected one.
final class StacksPane {
    private static final double LINE = 28;
    private static final double HEADER = 44;
    private static final int MOST_LINES = 7;

    /// Up to here a list is seen at a glance.
    private static final int NEEDS_NO_FILTER = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");

    private final Messages messages = Messages.of(StacksPane.class);
    private final StacksModel model;
    private final Map<StackAction, Button> buttons = new EnumMap<>(StackAction.class);

    @FXML
    private Label stacksTitle;

    @FXML
    private HBox stacksBar;

    @FXML
    private TextField stacksFilter;

    @FXML
    private Button refreshStacks;

    @FXML
    private LoadPane stacks;

    @FXML
    private TableView<StackLine> table;

    @FXML
    private FlowPane ways;

    @FXML
    private Note stackNote;

    @FXML
    private Note obstacle;

    @FXML
    private VBox altered;

    @FXML
    private Note alteredText;

    @FXML
    private Button openAnyway;

    @FXML
    private Button leaveClosed;

    private final Parent root = Fxml.load(this);
    private boolean selecting;

    StacksPane(StacksModel model, Copy copy) {
        this.model = model;
        stacksFilter.textProperty().bindBidirectional(model.filter());
        refreshStacks.setOnAction(_ -> model.refresh());
        openAnyway.setOnAction(_ -> model.openAnyway());
        leaveClosed.setOnAction(_ -> model.close());
        stacks.setCopy(copy);
        stacks.follow(model.stacks(), List::isEmpty);
        obstacle.follow(model.obstacle());
        prepareTable();
        for (var action : StackAction.values()) {
            if (action != StackAction.CHANGE) {
                var button = new Button(messages.text("stacks.way." + action.name()));
                button.setId("way" + action.name());
                button.setOnAction(_ -> model.take(action));
                buttons.put(action, button);
            }
        }
        buttons.get(StackAction.DELETE).getStyleClass().addAll("danger", "button-outlined");
        ways.getChildren().setAll(buttons.values());
        model.actions().subscribe(now -> showWays(now));
        model.obstacle().subscribe(_ -> showWays(model.actions().getValue()));
        model.opening().subscribe(this::showOpening);
        model.stacks().state().subscribe(state -> {
            show(root, !(state instanceof Load.Idle));
            refreshStacks.setDisable(state instanceof Load.Loading);
            var found = model.stacks().value().getValue().map(List::size).orElse(0);
            stacksTitle.setText(messages.text("stacks.list.title", found));
            // an empty list, and one that failed, has its own way to look again
            show(refreshStacks, found > 0 || state instanceof Load.Loading);
            show(stacksFilter, found > NEEDS_NO_FILTER);
            show(ways, found > 0);
        });
    }

    Parent root() {
        return root;
    }

    private void prepareTable() {
        table.getColumns()
                .setAll(List.of(
                        column("name", 220, StackLine::name),
                        column("recipe", 90, line -> recipe(line.recipe())),
                        column("status", 210, StackLine::status),
                        column("created", 120, StacksPane::created)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(LINE);
        table.setAccessibleText(messages.text("stacks.list.accessible"));
        table.setPlaceholder(new Label(messages.text("stacks.list.none")));
        table.setRowFactory(_ -> new Row());
        model.shown().subscribe(lines -> {
            selecting = true;
            table.getItems().setAll(lines);
            table.setPrefHeight(HEADER + LINE * Math.clamp(lines.size(), 1, MOST_LINES));
            table.setMinHeight(table.getPrefHeight());
            select(model.selected().get());
            selecting = false;
        });
        model.selected().subscribe(this::select);
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (!selecting) {
                model.select(Optional.ofNullable(line));
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                first();
                event.consume();
            }
        });
    }

    /// The first of the buttons: what is most likely wanted.
    private void first() {
        model.actions().getValue().stream().findFirst().ifPresent(model::take);
    }

    private void select(Optional<StackLine> line) {
        line.ifPresentOrElse(
                now -> table.getSelectionModel().select(now),
                () -> table.getSelectionModel().clearSelection());
    }

    private TableColumn<StackLine, String> column(String name, double width, Function<StackLine, String> words) {
        var column = new TableColumn<StackLine, String>(messages.text("stacks.column." + name));
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.7);
        column.setReorderable(false);
        column.setCellValueFactory(line -> new SimpleStringProperty(words.apply(line.getValue())));
        return column;
    }

    private String recipe(Optional<Recipe> recipe) {
        return recipe.map(known -> messages.text("stacks.recipe." + known.name()))
                .orElseGet(() -> messages.text("stacks.recipe.untold"));
    }

    private static String created(StackLine line) {
        return DAY.format(line.standing().stack().created().atZone(ZoneId.systemDefault()));
    }

    private void showWays(Set<StackAction> now) {
        var isBlocked = model.obstacle().get().isPresent();
        buttons.forEach((action, button) -> {
            show(button, now.contains(action));
            button.setDisable(isBlocked && action != StackAction.OPEN);
        });
        var isChange = now.contains(StackAction.CHANGE);
        buttons.get(StackAction.OPEN).setText(messages.text(isChange ? "stacks.way.CHANGE" : "stacks.way.OPEN"));
        var isUnderWay = model.selected()
                .get()
                .filter(line -> !line.standing().stack().status().isEnd())
                .isPresent();
        buttons.get(StackAction.WATCH).setText(messages.text(isUnderWay ? "stacks.way.WATCH" : "stacks.log.text"));
    }

    private void showOpening(StacksModel.Opening now) {
        stackNote.setKind(now instanceof StacksModel.Refused ? Note.Kind.ERROR : Note.Kind.INFO);
        stackNote.setText(
                switch (now) {
                    case StacksModel.Closed _, StacksModel.Asking _ -> "";
                    case StacksModel.Reading(var name) -> messages.text("stacks.open.reading", name);
                    case StacksModel.Refused(var why) -> why;
                });
        show(altered, now instanceof StacksModel.Asking);
        if (now instanceof StacksModel.Asking(var stack, var _, var _, var read)) {
            alteredText.setText(messages.text(
                    "stacks.open.altered",
                    stack.line().name(),
                    read.places().size(),
                    String.join(", ", read.places().stream().limit(3).toList()),
                    Math.max(0, read.places().size() - 3)));
            leaveClosed.requestFocus();
        }
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }

    /// A stack whose state wants something of a person stands out; why it is in it can be read by pointing at it.
    private final class Row extends TableRow<StackLine> {
        Row() {
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !isEmpty()) {
                    first();
                }
            });
        }

        @Override
        protected void updateItem(StackLine line, boolean empty) {
            super.updateItem(line, empty);
            var status = empty || line == null
                    ? Optional.<dev.ecswizard.cloud.StackStatus>empty()
                    : Optional.of(line.standing().stack().status());
            pseudoClassStateChanged(
                    FAILURE,
                    status.filter(now -> now.isEnd() && !now.isSuccess()).isPresent());
            pseudoClassStateChanged(BUSY, status.filter(now -> !now.isEnd()).isPresent());
            var why = empty || line == null ? "" : line.standing().stack().reason();
            setTooltip(why.isEmpty() ? null : new Tooltip(why));
        }
    }
}
