package dev.ecswizard.ui;

import java.nio.charset.StandardCharsets;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// The fonts of a [YamlArea], and where each letter of a line stands, in pixels from the line's beginning.
final class YamlType {
    private static final int SAMPLE = 32;

    private final Text ruler = new Text();
    private final double advance;
    private final boolean isFixed;
    private final Font plain;
    private final Font bold;
    private final Font italic;
    private final Font number;
    private final Font numberBold;
    private final double numberAdvance;
    private final double height;
    private final double baseline;

    YamlType(Font font) {
        plain = font;
        bold = Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
        italic = Font.font(font.getFamily(), FontPosture.ITALIC, font.getSize());
        number = Font.font(font.getFamily(), font.getSize() - 1);
        numberBold = Font.font(font.getFamily(), FontWeight.BOLD, font.getSize() - 1);
        ruler.setFont(number);
        numberAdvance = width("0".repeat(SAMPLE)) / SAMPLE;
        ruler.setFont(font);
        advance = width("M".repeat(SAMPLE)) / SAMPLE;
        isFixed = Math.abs(width("i".repeat(SAMPLE)) / SAMPLE - advance) < 0.01;
        height = Math.ceil(ruler.getLayoutBounds().getHeight());
        baseline = Math.round(ruler.getBaselineOffset());
    }

    Font plain() {
        return plain;
    }

    Font bold() {
        return bold;
    }

    Font italic() {
        return italic;
    }

    /// For the numbers of lines.
    Font number(boolean isBold) {
        return isBold ? numberBold : number;
    }

    /// How wide a digit of a number is.
    double digit() {
        return numberAdvance;
    }

    /// How high a line is, in whole pixels.
    double height() {
        return height;
    }

    /// How far below the top of a line its letters stand.
    double baseline() {
        return baseline;
    }

    /// Where the letter at a column begins. Letters stand in the order in which they are read by a machine,
    /// right-to-left
    /// ones too, so that no text looks like another.
    double x(String line, int column) {
        return isEven(line) ? column * advance : width(line.substring(0, column));
    }

    /// The column whose beginning is nearest.
    int column(String line, double x) {
        if (isEven(line)) {
            return Math.clamp(Math.round(x / advance), 0, line.length());
        }
        var column = 0;
        while (column < line.length()) {
            var next = line.offsetByCodePoints(column, 1);
            if (x < (x(line, column) + x(line, next)) / 2) {
                return column;
            }
            column = next;
        }
        return column;
    }

    /// How wide the widest of a text's lines is.
    double widest(TextLines lines) {
        if (isEven(lines.text())) {
            var longest = 0;
            for (var line : lines.lines()) {
                longest = Math.max(longest, line.text().length());
            }
            return longest * advance;
        }
        return lines.lines().stream()
                .mapToDouble(line -> x(line.text(), line.text().length()))
                .max()
                .orElse(0);
    }

    /// Whether all letters have the same width.
    private boolean isEven(String text) {
        return isFixed && text.indexOf('\t') < 0 && text.getBytes(StandardCharsets.UTF_8).length == text.length();
    }

    private double width(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
