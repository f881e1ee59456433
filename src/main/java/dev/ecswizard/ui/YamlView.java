package dev.ecswizard.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;
import org.kordamp.ikonli.javafx.FontIcon;

/// A YAML text to read: coloured, with line numbers, and searchable. It can be selected and copied, not changed.
public final class YamlView extends VBox {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final Messages MESSAGES = Messages.of(YamlView.class);

    private final CodeArea area = new CodeArea();
    private final TextField query = new TextField();
    private final Label count = new Label();
    private final Button previous = button("yaml.previous.accessible", "mdal-keyboard_arrow_up");
    private final Button next = button("yaml.next.accessible", "mdal-keyboard_arrow_down");
    private StyleSpans<Collection<String>> colours = StyleSpans.singleton(List.of(), 0);
    private TextSearch search = TextSearch.NONE;
    private String text = "";

    public YamlView() {
        getStyleClass().add("yaml");
        prepareArea();
        var scroll = new VirtualizedScrollPane<>(area);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(searchBar(), scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        sceneProperty().subscribe(_ -> exchange());
    }

    public String getText() {
        return text;
    }

    /// Shows a text in place of the one before. Only what differs is exchanged, so that the lines in sight stay there.
    public void setText(String now) {
        text = now;
        exchange();
    }

    private void exchange() {
        // outside a scene the area would lay itself out without its colours
        if (getScene() == null) {
            return;
        }
        if (area.getParagraphGraphicFactory() == null) {
            area.setParagraphGraphicFactory(YamlView::lineNumber);
        }
        var old = area.getText();
        if (text.equals(old)) {
            return;
        }
        var head = 0;
        var shorter = Math.min(old.length(), text.length());
        while (head < shorter && old.charAt(head) == text.charAt(head)) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head && old.charAt(old.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
            tail++;
        }
        var isFirst = old.isEmpty();
        area.replaceText(head, old.length() - tail, text.substring(head, text.length() - tail));
        if (isFirst) {
            area.moveTo(0);
            area.showParagraphAtTop(0);
        }
        colours = colours(text);
        find(search.isEmpty() ? 0 : search.start(), false);
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

    private void prepareArea() {
        area.setEditable(false);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setAccessibleText(MESSAGES.text("yaml.text.accessible"));
        // a text that is read needs a caret too: it shows from where the keyboard selects
        area.focusedProperty()
                .subscribe(
                        focused -> area.setShowCaret(focused ? Caret.CaretVisibility.ON : Caret.CaretVisibility.OFF));
    }

    private static Node lineNumber(int line) {
        // the area gives the number the width it asks for, and no two lines may ask for different ones
        var number = new Label("%4d".formatted(line + 1));
        number.getStyleClass().add("yaml-line");
        return number;
    }

    private HBox searchBar() {
        query.setPromptText(MESSAGES.text("yaml.search.prompt", FIND.getDisplayText()));
        query.setAccessibleText(MESSAGES.text("yaml.search.accessible"));
        query.getStyleClass().addAll("small", "yaml-query");
        query.textProperty().subscribe(_ -> find(area.getSelection().getStart(), true));
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
        if (FIND.match(event)) {
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
        search = TextSearch.of(area.getText(), query.getText(), from);
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
        if (area.getLength() > 0) {
            area.setStyleSpans(0, none ? colours : colours.overlay(found(), YamlView::together));
        }
        if (go && !none) {
            area.selectRange(search.start(), search.start() + search.length());
            area.requestFollowCaret();
        }
    }

    private StyleSpans<Collection<String>> found() {
        var spans = new StyleSpansBuilder<Collection<String>>();
        var at = 0;
        for (var i = 0; i < search.places().size(); i++) {
            var start = search.places().get(i);
            spans.add(List.of(), start - at);
            spans.add(List.of(i == search.current() ? "yaml-found-current" : "yaml-found"), search.length());
            at = start + search.length();
        }
        spans.add(List.of(), area.getLength() - at);
        return spans.create();
    }

    private static Collection<String> together(Collection<String> one, Collection<String> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static StyleSpans<Collection<String>> colours(String text) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        var at = 0;
        for (var span : YamlHighlight.of(text)) {
            spans.add(List.of(), span.start() - at);
            spans.add(List.of("yaml-" + span.kind().name().toLowerCase(Locale.ROOT)), span.end() - span.start());
            at = span.end();
        }
        spans.add(List.of(), text.length() - at);
        return spans.create();
    }
}
