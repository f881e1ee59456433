package dev.ecswizard.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which parts of a YAML text are keys, tags, strings, scripts and comments. Knows the YAML that the generator writes;
/// what it
/// does not know stays plain.
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

    /// A part of the text: from `start`, inclusive, to `end`, exclusive, in UTF-16 units.
    record Span(int start, int end, Kind kind) {}

    /// The spans of a text, in order and without overlap.
    static List<Span> of(String yaml) {
        var spans = new ArrayList<Span>();
        var offset = 0;
        var scriptBelow = -1;
        for (var line : yaml.split("\n", -1)) {
            var indent = indent(line);
            if (scriptBelow >= 0 && (line.isBlank() || indent > scriptBelow)) {
                add(spans, offset + Math.min(indent, line.length()), offset + line.length(), Kind.SCRIPT);
            } else {
                scriptBelow = readLine(line, offset, spans) ? indent : -1;
            }
            offset += line.length() + 1;
        }
        return spans;
    }

    private static int indent(String line) {
        var indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /// Adds a line's spans and tells whether a block scalar begins at its end.
    private static boolean readLine(String line, int offset, List<Span> spans) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return false;
        }
        if (parts.group("key") != null) {
            add(spans, offset + parts.start("key"), offset + parts.end("key"), Kind.KEY);
        }
        var tokens = TOKEN.matcher(line);
        var from = parts.start("rest");
        var block = false;
        while (from <= line.length() && tokens.find(from)) {
            block = tokens.group("block") != null;
            if (!block) {
                add(spans, offset + tokens.start(), offset + tokens.end(), kind(tokens));
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
