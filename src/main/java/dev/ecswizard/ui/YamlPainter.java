package dev.ecswizard.ui;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;

/// Paints the lines of a [YamlArea] that are in sight: the text, and beside it the numbers, below which it moves.
final class YamlPainter {
    private static final int FEWEST_DIGITS = 4;
    private static final double GAP = 4;
    private static final double EDGE = 3;

    private final YamlArea area;
    private final GraphicsContext canvas;
    private YamlType type;
    private double gutter;

    YamlPainter(YamlArea area, GraphicsContext canvas) {
        this.area = area;
        this.canvas = canvas;
    }

    /// Where a text begins that is not moved aside.
    static double textStart(YamlType type, int lines) {
        return gutter(type, lines) + GAP;
    }

    private static double gutter(YamlType type, int lines) {
        var digits = Math.max(FEWEST_DIGITS, String.valueOf(lines).length());
        // behind the number a space and the sign
        return Math.ceil(2 * GAP + (digits + 2) * type.digit() + EDGE);
    }

    /// @param top how much of the text is above, in whole pixels
    /// @param left how much of it is beside
    void paint(YamlType now, double width, double height, double top, double left) {
        type = now;
        gutter = gutter(now, area.lines().count());
        canvas.clearRect(0, 0, width, height);
        var first = (int) (top / type.height());
        var last = Math.min(area.lines().count() - 1, (int) ((top + height) / type.height()));
        for (var line = first; line <= last; line++) {
            paintLine(area.look(line), line, line * type.height() - top, gutter + GAP - left, width);
        }
        fill(YamlInk.GUTTER, 0, 0, gutter, height);
        for (var line = first; line <= last; line++) {
            paintNumber(area.look(line), line * type.height() - top);
        }
    }

    private void paintLine(YamlLook look, int line, double y, double x, double width) {
        YamlInk.line(look.change(), look.isLit()).ifPresent(ink -> fill(ink, gutter, y, width - gutter, type.height()));
        for (var found : look.found()) {
            var ink = found.isCurrent() ? YamlInk.FOUND_CURRENT : YamlInk.FOUND;
            fillColumns(
                    ink,
                    look.text(),
                    found.start(),
                    Math.min(found.end(), look.text().length()),
                    x,
                    y);
        }
        paintSelection(look.text(), line, x, y);
        var at = 0;
        for (var span : look.spans()) {
            paintPart(look.text(), at, span.start(), Optional.empty(), x, y);
            paintPart(look.text(), span.start(), span.end(), Optional.of(span.kind()), x, y);
            at = span.end();
        }
        paintPart(look.text(), at, look.text().length(), Optional.empty(), x, y);
        paintCaret(look.text(), line, x, y);
    }

    private void paintSelection(String text, int line, double x, double y) {
        var start = Math.max(area.selection().start(), area.lines().start(line));
        var end = Math.min(area.selection().end(), area.lines().end(line) + 1);
        if (start < end) {
            var from = start - area.lines().start(line);
            var to = end - area.lines().start(line);
            fillColumns(YamlInk.SELECTION, text, from, Math.min(to, text.length()), x, y);
            if (to > text.length()) {
                // the end of the line is selected too
                fill(YamlInk.SELECTION, x + type.x(text, text.length()), y, type.digit() / 2, type.height());
            }
        }
    }

    private void paintCaret(String text, int line, double x, double y) {
        if (area.isFocused() && area.lines().lineAt(area.selection().caret()) == line) {
            var column = area.lines().columnAt(area.selection().caret());
            fill(YamlInk.CARET, Math.round(x + type.x(text, column)) - 1, y, 1, type.height());
        }
    }

    private void paintPart(String text, int start, int end, Optional<YamlHighlight.Kind> kind, double x, double y) {
        var part = text.substring(start, end);
        if (!part.isBlank()) {
            canvas.setFont(kind.map(this::font).orElse(type.plain()));
            canvas.setFill(area.paint(kind.map(YamlInk::of).orElse(YamlInk.PLAIN)));
            canvas.fillText(part, x + type.x(text, start), y + type.baseline());
        }
    }

    private Font font(YamlHighlight.Kind kind) {
        return switch (kind) {
            case TAG -> type.bold();
            case COMMENT -> type.italic();
            case KEY, STRING, SCRIPT -> type.plain();
        };
    }

    private void paintNumber(YamlLook look, double y) {
        var ink = YamlInk.gutter(look.change(), look.isLit());
        if (ink != YamlInk.GUTTER) {
            fill(ink, 0, y, gutter, type.height());
        }
        if (look.isLit()) {
            fill(YamlInk.EDGE_LIT, gutter - EDGE, y, EDGE, type.height());
        }
        canvas.setFont(type.number(look.isLit()));
        canvas.setFill(area.paint(ink == YamlInk.GUTTER ? YamlInk.NUMBER : YamlInk.NUMBER_MARKED));
        var number = String.valueOf(look.number());
        var sign = gutter - EDGE - GAP - type.digit();
        canvas.fillText(number, sign - (1 + number.length()) * type.digit(), y + type.baseline());
        if (look.change().isPresent()) {
            canvas.fillText(look.sign(), sign, y + type.baseline());
        }
    }

    private void fillColumns(YamlInk ink, String text, int start, int end, double x, double y) {
        fill(ink, x + type.x(text, start), y, type.x(text, end) - type.x(text, start), type.height());
    }

    private void fill(YamlInk ink, double x, double y, double width, double height) {
        canvas.setFill(area.paint(ink));
        canvas.fillRect(x, y, width, height);
    }
}
