package dev.ecswizard.template;

import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Node.Base64;
import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Items;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Shape;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Goes through a tree of nodes and the text that was written from it side by side, and notes for each line where it
/// comes from. The tree tells what comes next, the indentation how far it reaches: a part ends before the next line
/// that is not indented more than its own first word.
final class Provenance {
    private final Lines text;
    private final Referred referred;
    private final Origin[] origins;
    private final Map<String, Origin> resources = new HashMap<>();

    private Provenance(Lines text, Referred referred) {
        this.text = text;
        this.referred = referred;
        origins = new Origin[text.count()];
    }

    /// @param yaml the text of the root
    static Origins of(Recipe recipe, Mapping root, String yaml) {
        var text = new Lines(yaml);
        var provenance = new Provenance(text, Referred.in(root));
        provenance.entries(root.entries(), 0, text.count(), 0, Descent.from(recipe));
        return new Origins(provenance.origins, text.blanks(), provenance.resources);
    }

    /// @param line of the first entry, which may begin behind the dash of an item
    /// @param end the line after the last entry
    /// @param column of the keys
    private void entries(List<Entry> entries, int line, int end, int column, Descent above) {
        var next = line;
        for (var entry : entries) {
            var from = next;
            var first = text.skipBlanks(from);
            next = text.endOf(first, column, end);
            var descent = above.to(entry);
            var origin = put(from, next, descent, referred.of(entry.value()));
            value(entry.value(), first, next, descent);
            if (descent.isResource()) {
                resources.put(entry.key(), whole(origin, first, next));
            }
        }
    }

    private void items(List<Node> items, int line, int end, int column, Descent above) {
        var first = line;
        for (var number = 0; number < items.size(); number++) {
            var item = items.get(number);
            var next = text.endOf(first, column, end);
            var descent = above.toItem(number);
            put(first, next, descent, referred.of(item));
            switch (item) {
                case Mapping mapping -> entries(mapping.entries(), first, next, column + Lines.DASH, descent);
                case Items inner -> items(inner.items(), first, next, column + Lines.DASH, descent);
                default -> value(item, first, next, descent);
            }
            first = next;
        }
    }

    /// What stands below the line of a key.
    private void value(Node value, int line, int end, Descent descent) {
        switch (value) {
            case Mapping mapping -> entries(mapping.entries(), line + 1, end, text.indent(line + 1), descent);
            case Items items -> items(items.items(), line + 1, end, text.indent(line + 1), descent);
            case Base64 base64 -> entries(List.of(base64.entry()), line + 1, end, text.indent(line + 1), descent);
            case Sub(Text script)
            when script.shape() == Shape.LITERAL ->
                script(script.value().lines().toList(), line + 1, end, descent);
            default -> {}
        }
    }

    /// A block, in which each line refers to what it names itself.
    private void script(List<String> script, int line, int end, Descent descent) {
        if (script.size() == end - line) {
            for (var i = 0; i < script.size(); i++) {
                put(line + i, line + i + 1, descent.toLine(script.get(i)), Referred.within(script.get(i)));
            }
        }
    }

    private Origin put(int from, int to, Descent descent, Collection<Question> questions) {
        var origin = descent.origin(questions);
        Arrays.fill(origins, from, to, origin);
        return origin;
    }

    /// The origin of all that stands in some lines.
    private Origin whole(Origin first, int from, int to) {
        var counts = new EnumMap<Question, Integer>(Question.class);
        for (var line = from; line < to; line++) {
            origins[line].questions().forEach(question -> counts.merge(question, 1, Integer::sum));
        }
        counts.remove(Question.RECIPE);
        var questions = new ArrayList<>(counts.keySet());
        questions.sort(Comparator.comparing(counts::get).reversed());
        questions.add(Question.RECIPE);
        return new Origin(first.path(), questions, first.why(), first.page());
    }
}
