package dev.ecswizard.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A YAML text to read: coloured, with line numbers, and searchable. It can be selected and copied, not changed.
public final class YamlView extends VBox {
    private static final Messages MESSAGES = Messages.of(YamlView.class);

    private final YamlArea area = new YamlArea();
    private final TextField query = new TextField();
    private final Label count = new Label();
    private final Button previous = button("yaml.previous.accessible", "mdal-keyboard_arrow_up");
    private final Button next = button("yaml.next.accessible", "mdal-keyboard_arrow_down");
    private TextLines lines = new TextLines("");
    private TextSearch search = TextSearch.NONE;

    public YamlView() {
        getStyleClass().add("yaml");
        area.setAccessibleRoleDescription(MESSAGES.text("yaml.text.accessible"));
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(searchBar(), area);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    public String getText() {
        return lines.text();
    }

    /// Shows a text in place of the one before. The lines in sight stay there.
    public void setText(String now) {
        if (!now.equals(lines.text())) {
            lines = new TextLines(now);
            find(search.isEmpty() ? 0 : search.start(), false);
        }
    }

    /// The line that the caret is in, from 1.
    public ObservableValue<Integer> line() {
        return area.line();
    }

    /// Shows marks beside the lines, in place of those before. They stay with the number of a line when the text is
    /// exchanged.
    public void setMarks(LineMarks marks) {
        area.mark(marks);
    }

    /// Puts the caret at the beginning of a line and the line into sight.
    ///
    /// @param number from 1
    public void goTo(int number) {
        area.goTo(number);
    }

    /// Puts the beginning of a line into sight and leaves the caret where it is.
    ///
    /// @param number from 1
    public void reveal(int number) {
        area.reveal(number);
    }

    /// Tells those who can not see the text something about the line that the caret is in.
    public void setHelp(String words) {
        area.setAccessibleHelp(words);
    }

    /// Puts the keyboard into the text.
    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /// Puts the keyboard into the search field.
    public void search() {
        query.requestFocus();
        query.selectAll();
    }

    private HBox searchBar() {
        query.setPromptText(MESSAGES.text("yaml.search.prompt", Shortcut.FIND.shown()));
        query.setAccessibleText(MESSAGES.text("yaml.search.accessible"));
        query.getStyleClass().addAll("small", "yaml-query");
        query.textProperty().subscribe(_ -> find(area.selection().start(), true));
        HBox.setHgrow(query, Priority.ALWAYS);
        count.getStyleClass().add("yaml-count");
        count.setMinWidth(USE_PREF_SIZE);
        previous.setOnAction(_ -> step(-1));
        next.setOnAction(_ -> step(1));
        var bar = new HBox(new FontIcon("mdomz-search"), query, count, previous, next);
        bar.getStyleClass().add("yaml-search");
        return bar;
    }

    private static Button button(String words, String icon) {
        var button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(MESSAGES.text(words));
        button.setTooltip(new Tooltip(MESSAGES.text(words)));
        return button;
    }

    private void press(KeyEvent event) {
        var inQuery = event.getTarget() == query;
        var back = event.isShiftDown() ? -1 : 1;
        if (Shortcut.FIND.keys().match(event)) {
            search();
        } else if (event.getCode() == KeyCode.F3 || inQuery && event.getCode() == KeyCode.ENTER) {
            step(back);
        } else if (event.getCode() == KeyCode.TAB && event.getTarget() == area) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (event.getCode() == KeyCode.ESCAPE
                && (inQuery || !query.getText().isEmpty())) {
            query.clear();
            area.requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    private void find(int from, boolean go) {
        search = TextSearch.of(lines.text(), query.getText(), from);
        paint(go);
    }

    private void step(int by) {
        search = search.step(by);
        paint(true);
    }

    private void paint(boolean go) {
        var none = search.isEmpty();
        previous.setDisable(none);
        next.setDisable(none);
        if (none) {
            count.setText(query.getText().isEmpty() ? "" : MESSAGES.text("yaml.count.none"));
        } else {
            count.setText(MESSAGES.text(
                    "yaml.count.text", search.current() + 1, search.places().size()));
        }
        area.show(lines, search);
        if (go && !none) {
            area.select(new Selection(search.start(), search.start() + search.length()));
            area.followCaret();
        }
    }
}
