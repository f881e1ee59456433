package dev.ecswizard.ui;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is to be seen beside the lines of a text, which count from 1.
///
/// @param changes how lines differ from those of an earlier text
/// @param lit lines to be told from all others
public record LineMarks(Map<Integer, Change> changes, Set<Integer> lit) {
    public static final LineMarks NONE = new LineMarks(Map.of(), Set.of());

    /// How a line differs, and the sign that says so.
    public enum Change {
        ADDED("+"),
        CHANGED("~"),
        /// What stood above it is gone.
        REMOVED_ABOVE("\u203e");

        private final String sign;

        Change(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    public LineMarks {
        changes = Map.copyOf(changes);
        lit = Set.copyOf(lit);
    }

    Optional<Change> change(int line) {
        return Optional.ofNullable(changes.get(line));
    }

    boolean isLit(int line) {
        return lit.contains(line);
    }
}
