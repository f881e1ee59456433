package dev.ecswizard.wizard.preview;

import dev.ecswizard.ui.LineDiff;
import dev.ecswizard.ui.LineMarks.Change;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// How a text differs from an earlier one, place by place. Lines are counted from 1.
///
/// @param places in the order of the text
public record Changes(List<Place> places) {
    static final Changes NONE = new Changes(List.of());

    /// Neighbouring lines that differ. As many as stood there before are changed ones, the others are added or removed.
    ///
    /// @param line the first of them, or, where lines are only removed, the one that they stood above
    /// @param now how many lines stand there
    /// @param was what stood there before
    public record Place(int line, int now, List<String> was) {
        public Place {
            was = List.copyOf(was);
        }

        int changed() {
            return Math.min(now, was.size());
        }

        /// Whether a line is one of them.
        boolean holds(int number) {
            return distance(number) == 0;
        }

        /// How many lines away a line is.
        int distance(int number) {
            var last = line + Math.max(now, 1) - 1;
            return Math.max(0, Math.max(line - number, number - last));
        }
    }

    public Changes {
        places = List.copyOf(places);
    }

    static Changes between(String before, String now) {
        var old = lines(before);
        return new Changes(LineDiff.between(old, lines(now)).stream()
                .map(hunk -> new Place(
                        hunk.now() + 1, hunk.added(), old.subList(hunk.before(), hunk.before() + hunk.removed())))
                .toList());
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    int added() {
        return places.stream().mapToInt(place -> place.now() - place.changed()).sum();
    }

    int changed() {
        return places.stream().mapToInt(Place::changed).sum();
    }

    int removed() {
        return places.stream()
                .mapToInt(place -> place.was().size() - place.changed())
                .sum();
    }

    /// The place that a line is in.
    OptionalInt at(int line) {
        for (var place = 0; place < places.size(); place++) {
            if (places.get(place).holds(line)) {
                return OptionalInt.of(place);
            }
        }
        return OptionalInt.empty();
    }

    /// The number of the place that is nearest to a line, of at least one place; the first of two.
    int nearest(int line) {
        return IntStream.range(0, places.size())
                .boxed()
                .min(Comparator.comparingInt(place -> places.get(place).distance(line)))
                .orElseThrow();
    }

    /// What to show beside the lines.
    Map<Integer, Change> marks() {
        var marks = new HashMap<Integer, Change>();
        for (var place : places) {
            for (var number = 0; number < place.now(); number++) {
                marks.put(place.line() + number, number < place.changed() ? Change.CHANGED : Change.ADDED);
            }
            if (place.was().size() > place.now()) {
                marks.put(place.line() + place.now(), Change.REMOVED_ABOVE);
            }
        }
        return marks;
    }
}
