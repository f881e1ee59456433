package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.LineDiff.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void equalLinesDifferNowhere() {
        assertThat(LineDiff.between(List.of("a", "b"), List.of("a", "b"))).isEmpty();
        assertThat(LineDiff.between(List.of(), List.of())).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsNamed() {
        var before = List.of("a", "b", "c", "d", "e", "f");
        var now = List.of("a", "x", "c", "d", "new", "e");
        assertThat(LineDiff.between(before, now))
                .containsExactly(new Hunk(1, 1, 1, 1), new Hunk(4, 0, 4, 1), new Hunk(5, 1, 6, 0));
    }

    @Test
    void whatIsTakenFromTheFirstGivesTheSecond() {
        var random = new Random(4);
        for (var turn = 0; turn < 500; turn++) {
            var before = lines(random);
            var now = lines(random);
            assertThat(applied(before, now)).isEqualTo(now);
        }
    }

    private static List<String> applied(List<String> before, List<String> now) {
        var lines = new ArrayList<>(before);
        for (var hunk : LineDiff.between(before, now).reversed()) {
            var place = lines.subList(hunk.before(), hunk.before() + hunk.removed());
            place.clear();
            place.addAll(now.subList(hunk.now(), hunk.now() + hunk.added()));
        }
        return lines;
    }

    private static List<String> lines(Random random) {
        return random.ints(random.nextInt(12), 0, 4).mapToObj(String::valueOf).toList();
    }
}
