package dev.ecswizard.ui;

import com.github.difflib.DiffUtils;
import java.util.List;

/// Where two lists of lines differ: as few removed and added ones as lead from the first to the second.
public final class LineDiff {
    private LineDiff() {}

    /// Lines that give way to others. What is only added takes the place of none.
    ///
    /// @param before where the removed ones begin, from 0, in the first list
    /// @param removed how many
    /// @param now where the added ones begin, from 0, in the second list
    /// @param added how many
    public record Hunk(int before, int removed, int now, int added) {}

    /// The differences in their order; equal lines stand between any two.
    public static <T> List<Hunk> between(List<T> before, List<T> now) {
        var shorter = Math.min(before.size(), now.size());
        var head = 0;
        while (head < shorter && before.get(head).equals(now.get(head))) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        if (head == before.size() && head == now.size()) {
            return List.of();
        }
        var ahead = head;
        return DiffUtils.diff(before.subList(head, before.size() - tail), now.subList(head, now.size() - tail))
                .getDeltas()
                .stream()
                .map(delta -> new Hunk(
                        ahead + delta.getSource().getPosition(),
                        delta.getSource().size(),
                        ahead + delta.getTarget().getPosition(),
                        delta.getTarget().size()))
                .toList();
    }

    /// Where a line has gone; for one that is no more, where others took its place.
    ///
    /// @param line from 0, as are those of the differences
    static int follow(int line, List<Hunk> hunks) {
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
}
