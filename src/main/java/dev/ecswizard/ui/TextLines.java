package dev.ecswizard.ui;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;

/// A text by its lines, and where a caret may go in it. Offsets count UTF-16 units, lines and columns count from 0.
final class TextLines {
    private final String text;
    private final List<YamlHighlight.Line> lines;
    private final int[] starts;

    TextLines(String text) {
        this.text = text;
        lines = YamlHighlight.lines(text);
        starts = new int[lines.size()];
        for (var i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + lines.get(i - 1).text().length() + 1;
        }
    }

    String text() {
        return text;
    }

    /// At least one.
    List<YamlHighlight.Line> lines() {
        return lines;
    }

    int count() {
        return starts.length;
    }

    YamlHighlight.Line line(int line) {
        return lines.get(line);
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return starts[line] + lines.get(line).text().length();
    }

    int lineAt(int offset) {
        var found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    int columnAt(int offset) {
        return offset - starts[lineAt(offset)];
    }

    /// The place in a line that is nearest to a column.
    int offset(int line, int column) {
        return starts[line] + Math.clamp(column, 0, lines.get(line).text().length());
    }

    /// The place that is nearest to an offset of another text.
    int within(int offset) {
        return Math.clamp(offset, 0, text.length());
    }

    /// The place behind the letter that stands at an offset, however many units it has.
    int next(int offset) {
        var line = lineAt(offset);
        return offset < end(line) ? starts[line] + letters(line).following(offset - starts[line]) : within(offset + 1);
    }

    /// The place before the letter that ends at an offset.
    int previous(int offset) {
        var line = lineAt(offset);
        return offset > starts[line]
                ? starts[line] + letters(line).preceding(offset - starts[line])
                : within(offset - 1);
    }

    /// Where the next word begins.
    int nextWord(int offset) {
        var at = wordEnd(offset);
        while (at < text.length() && kind(at) == Kind.SPACE) {
            at++;
        }
        return at;
    }

    /// Where this word begins, or the one before it.
    int previousWord(int offset) {
        var at = offset;
        while (at > 0 && kind(at - 1) == Kind.SPACE) {
            at--;
        }
        return at > 0 ? wordStart(at, kind(at - 1)) : 0;
    }

    /// The word that an offset is in.
    Selection wordAt(int offset) {
        if (offset >= end(lineAt(offset))) {
            return new Selection(offset, offset);
        }
        return new Selection(wordStart(offset, kind(offset)), wordEnd(offset));
    }

    private int wordStart(int offset, Kind kind) {
        var at = offset;
        while (at > 0 && kind(at - 1) == kind && text.charAt(at - 1) != '\n') {
            at--;
        }
        return at;
    }

    private int wordEnd(int offset) {
        var at = offset;
        while (at < text.length() && kind(at) == kind(offset) && text.charAt(at) != '\n') {
            at++;
        }
        return at;
    }

    private BreakIterator letters(int line) {
        var letters = BreakIterator.getCharacterInstance();
        letters.setText(lines.get(line).text());
        return letters;
    }

    private Kind kind(int offset) {
        var letter = text.charAt(offset);
        if (Character.isWhitespace(letter)) {
            return Kind.SPACE;
        }
        var isWord =
                Character.isLetterOrDigit(letter) || Character.isSurrogate(letter) || letter == '_' || letter == '-';
        return isWord ? Kind.WORD : Kind.SIGN;
    }

    private enum Kind {
        SPACE,
        WORD,
        SIGN
    }
}
