package dev.ecswizard.ui;

import dev.ecswizard.ui.LineMarks.Change;
import dev.ecswizard.ui.YamlHighlight.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// How one line of a text looks.
///
/// @param number from 1
/// @param spans the parts that have a colour of their own; columns count UTF-16 units
record YamlLook(int number, Optional<Change> change, boolean isLit, String text, List<Span> spans, List<Found> found) {
    /// Where a search found something, from `start`, inclusive, to `end`, exclusive.
    record Found(int start, int end, boolean isCurrent) {}

    static YamlLook of(TextLines lines, int line, LineMarks marks, TextSearch search) {
        return new YamlLook(
                line + 1,
                marks.change(line + 1),
                marks.isLit(line + 1),
                lines.line(line).text(),
                lines.line(line).spans(),
                found(lines.start(line), lines.end(line), search));
    }

    /// What stands beside the number.
    String sign() {
        return change.map(Change::sign).orElse("");
    }

    private static List<Found> found(int start, int end, TextSearch search) {
        if (search.isEmpty()) {
            return List.of();
        }
        var first = Collections.binarySearch(search.places(), start);
        var found = new ArrayList<Found>();
        for (var place = first < 0 ? -first - 1 : first; place < search.places().size(); place++) {
            var at = search.places().get(place) - start;
            if (start + at >= end) {
                break;
            }
            found.add(new Found(at, at + search.length(), place == search.current()));
        }
        return found;
    }
}
