package dev.ecswizard.ui;

import java.util.OptionalInt;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The part of a [YamlArea] that is in sight, and the bars that move it. Nothing around it is laid out when it is
/// painted anew.
final class YamlSheet extends Region {
    private final YamlArea area;
    private final Canvas canvas = new Canvas();
    private final YamlPainter painter;
    // never seen; the style sheet gives it the font
    private final Text sample = new Text();
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private YamlType type;
    private TextLines measured;
    private double widest;
    private OptionalInt awaited = OptionalInt.empty();
    private boolean followsCaret;

    YamlSheet(YamlArea area) {
        this.area = area;
        painter = new YamlPainter(area, canvas.getGraphicsContext2D());
        setManaged(false);
        sample.setTextOrigin(VPos.TOP);
        canvas.setCursor(Cursor.TEXT);
        vertical.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(sample, canvas, vertical, horizontal);
        getChildren().forEach(node -> node.setManaged(false));
        sample.fontProperty().subscribe(this::measure);
        vertical.valueProperty().subscribe(_ -> requestLayout());
        horizontal.valueProperty().subscribe(_ -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    private void measure(Font font) {
        type = new YamlType(font);
        measured = null;
        requestLayout();
    }

    /// How many whole lines are in sight.
    int page() {
        return Math.max(1, (int) (canvas.getHeight() / type.height()));
    }

    /// The first of the lines of which all is in sight.
    int firstLine() {
        return (int) Math.ceil(vertical.getValue() / type.height());
    }

    /// Moves the text by lines.
    void move(double lines) {
        vertical.setValue(vertical.getValue() + lines * type.height());
    }

    /// Puts a line into sight, near the middle unless it is there already, with its beginning.
    void reveal(int line) {
        horizontal.setValue(0);
        awaited = OptionalInt.of(line);
        requestLayout();
    }

    /// Puts the caret into sight.
    void followCaret() {
        followsCaret = true;
        requestLayout();
    }

    /// The place in the text that is nearest to a point.
    int offsetAt(double x, double y) {
        var lines = area.lines();
        var line = Math.clamp((long) Math.floor((y + top()) / type.height()), 0, lines.count() - 1);
        var column = type.column(lines.line(line).text(), x + left() - YamlPainter.textStart(type, lines.count()));
        return lines.offset(line, column);
    }

    /// Where a line's columns begin in this sheet.
    double x(int line, int column) {
        return YamlPainter.textStart(type, area.lines().count())
                + type.x(area.lines().line(line).text(), column)
                - left();
    }

    double y(int line) {
        return line * type.height() - top();
    }

    double lineHeight() {
        return type.height();
    }

    private double top() {
        return Math.round(vertical.getValue());
    }

    private double left() {
        return Math.round(horizontal.getValue());
    }

    private void scroll(ScrollEvent event) {
        if (vertical.isVisible() && event.getDeltaY() != 0 || horizontal.isVisible() && event.getDeltaX() != 0) {
            vertical.setValue(Math.clamp(vertical.getValue() - event.getDeltaY(), 0, vertical.getMax()));
            horizontal.setValue(Math.clamp(horizontal.getValue() - event.getDeltaX(), 0, horizontal.getMax()));
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        if (measured != area.lines()) {
            measured = area.lines();
            widest = type.widest(measured);
        }
        var whole = area.lines().count() * type.height();
        var wide = YamlPainter.textStart(type, area.lines().count()) + widest + type.height();
        var isHigh = whole > getHeight();
        var isWide = wide > getWidth() - (isHigh ? vertical.prefWidth(-1) : 0);
        isHigh |= isWide && whole > getHeight() - horizontal.prefHeight(-1);
        vertical.setVisible(isHigh);
        horizontal.setVisible(isWide);
        var width = getWidth() - (isHigh ? vertical.prefWidth(-1) : 0);
        var height = getHeight() - (isWide ? horizontal.prefHeight(-1) : 0);
        if (width <= 0 || height <= 0) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        put(height);
        fit(vertical, whole, height);
        fit(horizontal, wide, width);
        vertical.resizeRelocate(width, 0, getWidth() - width, height);
        horizontal.resizeRelocate(0, height, width, getHeight() - height);
        painter.paint(type, width, height, top(), left());
    }

    /// Puts into sight what is to be seen.
    private void put(double height) {
        awaited.ifPresent(line -> {
            var y = line * type.height();
            if (y < vertical.getValue() || y + type.height() > vertical.getValue() + height) {
                vertical.setValue(Math.max(0, y - (height - type.height()) / 2));
            }
        });
        awaited = OptionalInt.empty();
        if (followsCaret) {
            followsCaret = false;
            var line = area.lines().lineAt(area.selection().caret());
            var x = x(line, area.lines().columnAt(area.selection().caret())) + left();
            into(vertical, line * type.height(), type.height(), height);
            into(
                    horizontal,
                    x - YamlPainter.textStart(type, area.lines().count()),
                    type.height(),
                    canvas.getWidth() - YamlPainter.textStart(type, area.lines().count()));
        }
    }

    private static void into(ScrollBar bar, double start, double length, double room) {
        if (start < bar.getValue()) {
            bar.setValue(start);
        } else if (start + length > bar.getValue() + room) {
            bar.setValue(start + length - room);
        }
    }

    private void fit(ScrollBar bar, double whole, double room) {
        var most = Math.max(0, whole - room);
        bar.setMax(most);
        bar.setVisibleAmount(most * room / whole);
        bar.setUnitIncrement(type.height());
        bar.setBlockIncrement(room);
        bar.setValue(Math.clamp(bar.getValue(), 0, most));
    }
}
