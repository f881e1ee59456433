package dev.ecswizard.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which parts of a YAML text are keys, tags, strings, scripts and comments. Knows the YAML that the generator writes;
/// what it does not know stays plain.
final class YamlHighlight {
    private static final Pattern LINE = Pattern.compile("(?<indent> *)(?<dashes>(?:- +)*)"
            + "(?:(?<key>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^\\s\"'#\\[{!][^#]*?)(?<colon>:)(?=\\s|$))?(?<rest>.*)");
    private static final Pattern TOKEN = Pattern.compile("(?<comment>(?:^|(?<=\\s))#.*)|(?<tag>![A-Za-z:]+)"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')|(?<block>[|>][+-]?\\s*$)");

    private YamlHighlight() {}

    /// What a part of the text is.
    enum Kind {
        KEY,
        TAG,
        STRING,
        SCRIPT,
        COMMENT
    }

    /// A part of a line: from `start`, inclusive, to `end`, exclusive, in UTF-16 units.
    record Span(int start, int end, Kind kind) {}

    /// A line of a text, without its end.
    ///
    /// @param isScript whether it stands in a block, where nothing but its indent has a meaning
    record Line(String text, boolean isScript) {
        /// Its parts, in order and without overlap.
        List<Span> spans() {
            var spans = new ArrayList<Span>();
            if (isScript) {
                add(spans, Math.min(indent(text), text.length()), text.length(), Kind.SCRIPT);
            } else {
                read(text, spans);
            }
            return spans;
        }
    }

    /// The lines of a text. Their parts are read when they are asked for.
    static List<Line> lines(String yaml) {
        var lines = new ArrayList<Line>();
        var scriptBelow = -1;
        for (var line : yaml.split("\n", -1)) {
            var isScript = scriptBelow >= 0 && (line.isBlank() || indent(line) > scriptBelow);
            lines.add(new Line(line, isScript));
            if (!isScript) {
                scriptBelow = mayBeginScript(line) && read(line, new ArrayList<>()) ? indent(line) : -1;
            }
        }
        return lines;
    }

    /// Whether it is worth the closer look.
    private static boolean mayBeginScript(String line) {
        var end = line.length() - 1;
        while (end >= 0
                && (Character.isWhitespace(line.charAt(end)) || line.charAt(end) == '-' || line.charAt(end) == '+')) {
            end--;
        }
        return end >= 0 && (line.charAt(end) == '|' || line.charAt(end) == '>');
    }

    private static int indent(String line) {
        var indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /// Adds a line's parts and tells whether a block begins at its end.
    private static boolean read(String line, List<Span> spans) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return false;
        }
        if (parts.group("key") != null) {
            add(spans, parts.start("key"), parts.end("key"), Kind.KEY);
        }
        var tokens = TOKEN.matcher(line);
        var from = parts.start("rest");
        var block = false;
        while (from <= line.length() && tokens.find(from)) {
            block = tokens.group("block") != null;
            if (!block) {
                add(spans, tokens.start(), tokens.end(), kind(tokens));
            }
            from = Math.max(tokens.end(), from + 1);
        }
        return block;
    }

    private static Kind kind(Matcher token) {
        if (token.group("comment") != null) {
            return Kind.COMMENT;
        }
        return token.group("tag") != null ? Kind.TAG : Kind.STRING;
    }

    private static void add(List<Span> spans, int start, int end, Kind kind) {
        if (end > start) {
            spans.add(new Span(start, end, kind));
        }
    }
}
