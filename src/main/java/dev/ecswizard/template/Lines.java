package dev.ecswizard.template;

/// The lines of a written mapping, and how far each is indented.
final class Lines {
    /// How far the first key of an item stands behind its dash.
    static final int DASH = 2;

    private final int[] indents;

    /// @param yaml lines that all end with a line feed
    Lines(String yaml) {
        indents = yaml.lines().mapToInt(Lines::indent).toArray();
    }

    int count() {
        return indents.length;
    }

    /// The column of a line's first character that is no space; 0 beyond the last line.
    int indent(int line) {
        return line < indents.length ? indents[line] : 0;
    }

    boolean[] blanks() {
        var blanks = new boolean[indents.length];
        for (var line = 0; line < indents.length; line++) {
            blanks[line] = indents[line] < 0;
        }
        return blanks;
    }

    int skipBlanks(int line) {
        var next = line;
        while (next < indents.length && indents[next] < 0) {
            next++;
        }
        return next;
    }

    /// The line after the last of a part, without the blank ones that follow it.
    ///
    /// @param line the part's first
    /// @param column of the part's first character, be it behind a dash
    /// @param limit where it ends at the latest
    int endOf(int line, int column, int limit) {
        var end = line + 1;
        for (var next = end; next < limit && (indents[next] < 0 || indents[next] > column); next++) {
            if (indents[next] >= 0) {
                end = next + 1;
            }
        }
        return end;
    }

    /// -1 for a blank line.
    private static int indent(String line) {
        for (var column = 0; column < line.length(); column++) {
            if (line.charAt(column) != ' ') {
                return column;
            }
        }
        return -1;
    }
}
