package dev.ecswizard.ui;

import dev.ecswizard.ui.LineDiff.Hunk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.fxmisc.richtext.Caret;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.MultiChangeBuilder;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/// The lines of a [YamlView], coloured and numbered. Whatever is to be shown next, only the lines that differ are
/// exchanged: the others keep their place, their nodes and their styles.
final class YamlArea extends CodeArea {
    /// A line as it is shown.
    ///
    /// @param found what a search found in it
    record Row(YamlHighlight.Line line, List<Found> found) {
        int length() {
            return line.text().length();
        }
    }

    /// A place at which a search found something, in UTF-16 units of its line.
    record Found(int start, int end, boolean isCurrent) {}

    private List<Row> rows = List.of(new Row(new YamlHighlight.Line("", false), List.of()));
    private LineMarks marks = LineMarks.NONE;

    YamlArea() {
        setEditable(false);
        setUndoManager(UndoUtils.noOpUndoManager());
        sceneProperty().subscribe(scene -> {
            // outside a scene the numbers would be measured without their style
            if (scene != null && getParagraphGraphicFactory() == null) {
                setParagraphGraphicFactory(index -> new YamlGutter(index + 1, marks));
            }
        });
        // a text that is read needs a caret too: it shows from where the keyboard selects
        focusedProperty()
                .subscribe(focused -> setShowCaret(focused ? Caret.CaretVisibility.ON : Caret.CaretVisibility.OFF));
    }

    /// Exchanges what is shown.
    void show(List<Row> now) {
        var hunks = LineDiff.between(rows, now);
        if (hunks.isEmpty()) {
            return;
        }
        var starts = starts(rows);
        var change = createMultiChange(hunks.size());
        // from the last to the first: those ahead of it stand where they stood
        for (var hunk : hunks.reversed()) {
            add(change, hunk, starts, now);
        }
        var line = Math.min(follow(getCurrentParagraph(), hunks), now.size() - 1);
        var column = getCaretColumn();
        var isSelecting = getSelection().getLength() > 0;
        rows = List.copyOf(now);
        change.commit();
        if (!isSelecting) {
            moveTo(line, Math.min(column, rows.get(line).length()));
        }
    }

    void mark(LineMarks now) {
        if (now.equals(marks)) {
            return;
        }
        marks = now;
        lookupAll("." + YamlGutter.STYLE).forEach(each -> ((YamlGutter) each).show(now));
    }

    /// Puts the caret at the beginning of a line and the line into sight, near the middle unless it is there already.
    ///
    /// @param line from 1
    void goTo(int line) {
        moveTo(line - 1, 0);
        reveal(line);
    }

    /// Puts the beginning of a line into sight, near the middle unless it is there already.
    void reveal(int line) {
        scrollXToPixel(0);
        if (allParToVisibleParIndex(line - 1).isEmpty()) {
            showParagraphAtCenter(line - 1);
        }
    }

    private void add(
            MultiChangeBuilder<Collection<String>, String, Collection<String>> change,
            Hunk hunk,
            int[] starts,
            List<Row> now) {
        var added = now.subList(hunk.now(), hunk.now() + hunk.added());
        var from = starts[hunk.before()];
        var isAtEnd = hunk.before() + hunk.removed() == rows.size();
        if (hunk.removed() > 0 && hunk.added() > 0) {
            change.replaceAbsolutely(from, starts[hunk.before() + hunk.removed()] - 1, document(added, 0, 0));
        } else if (hunk.removed() > 0) {
            // with one of the line ends beside it
            var shift = isAtEnd ? 1 : 0;
            change.deleteTextAbsolutely(from - shift, starts[hunk.before() + hunk.removed()] - shift);
        } else if (isAtEnd) {
            change.replaceAbsolutely(from - 1, from - 1, document(added, 1, 0));
        } else {
            change.replaceAbsolutely(from, from, document(added, 0, 1));
        }
    }

    /// Where a line has gone; for one that is no more, where others took its place.
    private static int follow(int line, List<Hunk> hunks) {
        var shift = 0;
        for (var hunk : hunks) {
            if (line < hunk.before()) {
                break;
            }
            if (line < hunk.before() + hunk.removed()) {
                return hunk.now() + Math.min(line - hunk.before(), Math.max(hunk.added() - 1, 0));
            }
            shift += hunk.added() - hunk.removed();
        }
        return line + shift;
    }

    /// Where each line begins, and where a further one would.
    private static int[] starts(List<Row> rows) {
        var starts = new int[rows.size() + 1];
        for (var i = 0; i < rows.size(); i++) {
            starts[i + 1] = starts[i] + rows.get(i).length() + 1;
        }
        return starts;
    }

    /// @param before how many empty lines to put before the lines
    /// @param behind how many to put behind them
    private ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            List<Row> lines, int before, int behind) {
        var document = new ReadOnlyStyledDocumentBuilder<>(getSegOps(), getInitialParagraphStyle(), lines.size() + 1);
        for (var i = 0; i < before; i++) {
            document.addParagraph("", List.<String>of());
        }
        lines.forEach(line -> document.addParagraph(line.line().text(), styles(line)));
        for (var i = 0; i < behind; i++) {
            document.addParagraph("", List.<String>of());
        }
        return document.build();
    }

    private static StyleSpans<Collection<String>> styles(Row row) {
        var colours = new StyleSpansBuilder<Collection<String>>();
        var at = 0;
        for (var span : row.line().spans()) {
            colours.add(List.of(), span.start() - at);
            colours.add(List.of("yaml-" + span.kind().name().toLowerCase(Locale.ROOT)), span.end() - span.start());
            at = span.end();
        }
        colours.add(List.of(), row.length() - at);
        return row.found().isEmpty() ? colours.create() : colours.create().overlay(found(row), YamlArea::together);
    }

    private static StyleSpans<Collection<String>> found(Row row) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        var at = 0;
        for (var found : row.found()) {
            spans.add(List.of(), found.start() - at);
            spans.add(List.of(found.isCurrent() ? "yaml-found-current" : "yaml-found"), found.end() - found.start());
            at = found.end();
        }
        spans.add(List.of(), row.length() - at);
        return spans.create();
    }

    private static Collection<String> together(Collection<String> one, Collection<String> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
