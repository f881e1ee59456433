package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.LineMarks.Change;
import dev.ecswizard.wizard.Specs;
import dev.ecswizard.wizard.preview.Changes.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final String BEFORE = "a\nb\nc\nd\ne\n";

    @Test
    void theSameTextHasNone() {
        assertThat(Changes.between(BEFORE, BEFORE).isEmpty()).isTrue();
    }

    @Test
    void linesThatTakeThePlaceOfOthersAreChangedOnes() {
        var changes = Changes.between(BEFORE, "a\nB\nc\nd\ne\n");
        assertThat(changes.places()).containsExactly(new Place(2, 1, List.of("b")));
        assertThat(counts(changes)).containsExactly(0, 1, 0);
        assertThat(changes.marks()).isEqualTo(Map.of(2, Change.CHANGED));
    }

    @Test
    void whatIsMoreThanBeforeIsAdded() {
        var changes = Changes.between(BEFORE, "a\nB\nB2\nc\nd\nnew\ne\n");
        assertThat(counts(changes)).containsExactly(2, 1, 0);
        assertThat(changes.marks()).isEqualTo(Map.of(2, Change.CHANGED, 3, Change.ADDED, 6, Change.ADDED));
    }

    @Test
    void whatIsGoneIsMarkedWhereItStood() {
        var changes = Changes.between(BEFORE, "a\nB\nd\n");
        assertThat(changes.places()).containsExactly(new Place(2, 1, List.of("b", "c")), new Place(4, 0, List.of("e")));
        assertThat(counts(changes)).containsExactly(0, 1, 2);
        assertThat(changes.marks())
                .isEqualTo(Map.of(2, Change.CHANGED, 3, Change.REMOVED_ABOVE, 4, Change.REMOVED_ABOVE));
        assertThat(changes.at(2)).hasValue(0);
        assertThat(changes.at(3)).isEmpty();
        assertThat(changes.at(4)).hasValue(1);
    }

    @Test
    void anotherRecipeIsToldLineByLine() {
        var before = Template.of(Specs.standard("web")).yaml();
        var now = Template.of(Specs.of("web", Recipe.PRODUCTION)).yaml();
        var changes = Changes.between(before, now);
        assertThat(changes.places()).hasSizeGreaterThan(10);
        assertThat(changes.added() - changes.removed())
                .isEqualTo((int) (now.lines().count() - before.lines().count()));
    }

    private static List<Integer> counts(Changes changes) {
        return List.of(changes.added(), changes.changed(), changes.removed());
    }
}
