package dev.ecswizard.template;

import java.util.List;
import java.util.Map;

/// What stands in a cluster file, with its place, before anything is known of its meaning.
sealed interface Written {
    Place place();

    /// In words, for a message.
    String shown();

    /// Line and column, from 1.
    record Place(int line, int column) {}

    /// @param quoted whether it is in quotes or a block, so that it can be nothing but text
    record Scalar(String text, boolean quoted, Place place) implements Written {
        boolean isNull() {
            return !quoted && text.matches("|~|null|Null|NULL");
        }

        @Override
        public String shown() {
            return quoted && !text.isEmpty() ? '"' + printable(text) + '"' : printable(text);
        }
    }

    record Sequence(List<Scalar> items, Place place) implements Written {
        @Override
        public String shown() {
            return "[…]";
        }
    }

    /// @param entries in the order of the file; no key twice
    record Table(Map<Scalar, Written> entries, Place place) implements Written {
        @Override
        public String shown() {
            return "{…}";
        }
    }

    /// A text as it may be shown on a terminal or in a window: cut short, nothing that moves the cursor, and seen
    /// though it be empty.
    static String printable(String text) {
        if (text.isEmpty()) {
            return "\"\"";
        }
        var shown = text.codePointCount(0, text.length()) > 80
                ? text.substring(0, text.offsetByCodePoints(0, 80)) + "…"
                : text;
        return shown.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "\uFFFD");
    }
}
