package dev.ecswizard.ui;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The lines of a [YamlView], coloured and numbered, with a caret and a selection. They are painted, not laid out: only
/// those in sight cost anything, and none of them is a node.
final class YamlArea extends Region {
    private static final List<InkStyle> INKS =
            Arrays.stream(YamlInk.values()).map(InkStyle::new).toList();
    private static final List<CssMetaData<? extends Styleable, ?>> STYLES =
            Stream.concat(Region.getClassCssMetaData().stream(), INKS.stream()).toList();

    private final Map<YamlInk, StyleableObjectProperty<Paint>> inks = new EnumMap<>(YamlInk.class);
    private final ReadOnlyObjectWrapper<Integer> line = new ReadOnlyObjectWrapper<>(1);
    private TextLines lines = new TextLines("");
    private LineMarks marks = LineMarks.NONE;
    private TextSearch search = TextSearch.NONE;
    private Selection selection = new Selection(0, 0);
    private final YamlSheet sheet = new YamlSheet(this);

    YamlArea() {
        getStyleClass().add("yaml-area");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        for (var style : INKS) {
            var ink = new SimpleStyleableObjectProperty<Paint>(style, this, style.getProperty(), Color.TRANSPARENT);
            ink.subscribe(_ -> sheet.requestLayout());
            inks.put(style.ink, ink);
        }
        focusedProperty().subscribe(_ -> sheet.requestLayout());
        getChildren().add(sheet);
        new YamlKeys(this, sheet, Copy.toClipboard()).listen();
    }

    /// Exchanges what is shown. The caret, the selection and the lines in sight stay with their lines.
    void show(TextLines now, TextSearch found) {
        search = found;
        if (!now.lines().equals(lines.lines())) {
            exchange(now);
        }
        sheet.requestLayout();
    }

    private void exchange(TextLines now) {
        var before = lines;
        lines = now;
        if (before.text().isEmpty()) {
            select(new Selection(0, 0));
        } else {
            var hunks = LineDiff.between(before.lines(), now.lines());
            var top = sheet.firstLine();
            sheet.move(LineDiff.follow(top, hunks) - top);
            select(new Selection(follow(before, selection.anchor(), hunks), follow(before, selection.caret(), hunks)));
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private int follow(TextLines before, int offset, List<LineDiff.Hunk> hunks) {
        var line = Math.min(LineDiff.follow(before.lineAt(offset), hunks), lines.count() - 1);
        return lines.offset(line, before.columnAt(offset));
    }

    void mark(LineMarks now) {
        marks = now;
        sheet.requestLayout();
    }

    void select(Selection now) {
        selection = now;
        sheet.requestLayout();
        line.set(lines.lineAt(now.caret()) + 1);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        notifyAccessibleAttributeChanged(AccessibleAttribute.CARET_OFFSET);
    }

    /// Puts the caret at the beginning of a line and the line into sight, near the middle unless it is there already.
    ///
    /// @param number from 1
    void goTo(int number) {
        var start = lines.start(number - 1);
        select(new Selection(start, start));
        reveal(number);
    }

    /// Puts the beginning of a line into sight, near the middle unless it is there already.
    ///
    /// @param number from 1
    void reveal(int number) {
        sheet.reveal(number - 1);
    }

    /// Puts the caret into sight.
    void followCaret() {
        sheet.followCaret();
    }

    /// Whether all of a line is in sight.
    ///
    /// @param number from 1
    boolean isInSight(int number) {
        var first = sheet.firstLine();
        return number > first && number <= first + sheet.page();
    }

    TextLines lines() {
        return lines;
    }

    Selection selection() {
        return selection;
    }

    String selectedText() {
        return lines.text().substring(selection.start(), selection.end());
    }

    /// The line that the caret is in, from 1.
    ReadOnlyObjectProperty<Integer> line() {
        return line.getReadOnlyProperty();
    }

    /// How a line looks.
    ///
    /// @param index from 0
    YamlLook look(int index) {
        return YamlLook.of(lines, index, marks, search);
    }

    Paint paint(YamlInk ink) {
        return inks.get(ink).get();
    }

    @Override
    protected void layoutChildren() {
        sheet.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 300;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... given) {
        return switch (attribute) {
            case TEXT -> lines.text();
            case EDITABLE -> false;
            case SELECTION_START -> selection.start();
            case SELECTION_END -> selection.end();
            case CARET_OFFSET -> selection.caret();
            case LINE_FOR_OFFSET -> lines.lineAt(lines.within((Integer) given[0]));
            case LINE_START -> lines.start(Math.clamp((Integer) given[0], 0, lines.count() - 1));
            case LINE_END -> lines.end(Math.clamp((Integer) given[0], 0, lines.count() - 1));
            case OFFSET_AT_POINT -> {
                var point = sheet.screenToLocal((Point2D) given[0]);
                yield point == null ? 0 : sheet.offsetAt(point.getX(), point.getY());
            }
            case BOUNDS_FOR_RANGE -> bounds(new Selection((Integer) given[0], (Integer) given[1]));
            default -> super.queryAccessibleAttribute(attribute, given);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... given) {
        switch (action) {
            case SET_TEXT_SELECTION ->
                select(new Selection(lines.within((Integer) given[0]), lines.within((Integer) given[1])));
            case SHOW_TEXT_RANGE -> reveal(lines.lineAt(lines.within((Integer) given[0])) + 1);
            default -> super.executeAccessibleAction(action, given);
        }
    }

    /// Where a part of the text stands on the screen, line by line.
    private Bounds[] bounds(Selection part) {
        var first = lines.lineAt(lines.within(part.start()));
        var last = lines.lineAt(lines.within(part.end()));
        var bounds = new Bounds[last - first + 1];
        for (var at = first; at <= last; at++) {
            var start = at == first ? lines.columnAt(lines.within(part.start())) : 0;
            var end = at == last
                    ? lines.columnAt(lines.within(part.end()))
                    : lines.line(at).text().length();
            var x = sheet.x(at, start);
            bounds[at - first] =
                    sheet.localToScreen(new BoundingBox(x, sheet.y(at), sheet.x(at, end) - x, sheet.lineHeight()));
        }
        return bounds;
    }

    /// A colour of the style sheet.
    private static final class InkStyle extends CssMetaData<YamlArea, Paint> {
        private final YamlInk ink;

        InkStyle(YamlInk ink) {
            super(ink.property(), PaintConverter.getInstance(), Color.TRANSPARENT);
            this.ink = ink;
        }

        @Override
        public boolean isSettable(YamlArea area) {
            return !area.inks.get(ink).isBound();
        }

        @Override
        public StyleableProperty<Paint> getStyleableProperty(YamlArea area) {
            return area.inks.get(ink);
        }
    }
}
