package dev.ecswizard.template;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where each line of a template comes from, as the generator knows it. Lines are counted from 0; a blank line belongs
/// to what follows it.
public final class Origins {
    /// Of a text of which nothing is known.
    static final Origins UNKNOWN = new Origins(new Origin[0], new boolean[0], Map.of());

    private final List<Origin> lines;
    private final Map<Question, List<Integer>> made = new EnumMap<>(Question.class);
    private final Map<String, Origin> resources;

    /// @param blanks whether a line is blank, line by line
    /// @param resources by logical ID
    Origins(Origin[] lines, boolean[] blanks, Map<String, Origin> resources) {
        this.lines = List.of(lines);
        this.resources = Map.copyOf(resources);
        for (var line = 0; line < lines.length; line++) {
            if (!blanks[line]) {
                for (var question : lines[line].questions()) {
                    made.computeIfAbsent(question, _ -> new ArrayList<>()).add(line);
                }
            }
        }
        made.replaceAll((_, numbers) -> List.copyOf(numbers));
    }

    /// The origin of a line; nothing beyond the last line, where a caret can stand too.
    ///
    /// @param line from 0
    public Optional<Origin> at(int line) {
        return line >= 0 && line < lines.size() ? Optional.of(lines.get(line)) : Optional.empty();
    }

    /// The lines that the answer to a question made, in order, from 0, blank ones left out; none where the answer
    /// travels beside the template, as tags do.
    public List<Integer> lines(Question question) {
        return made.getOrDefault(question, List.of());
    }

    /// The questions whose answers made lines.
    public Set<Question> questions() {
        return Set.copyOf(made.keySet());
    }

    /// The origin of a resource: of its questions all that made any of its lines, those of more lines first and the
    /// recipe last.
    public Optional<Origin> of(String logicalId) {
        return Optional.ofNullable(resources.get(logicalId));
    }

    /// How many lines the template has.
    public int size() {
        return lines.size();
    }
}
