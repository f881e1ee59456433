package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ChangesModelTest {
    private final ObjectProperty<Optional<String>> text = new SimpleObjectProperty<>(Optional.of("a\nb\nc\n"));
    private final ChangesModel model = new ChangesModel(text);

    @Test
    void nothingIsNewAtTheFirstVisit() {
        model.reached();
        assertThat(model.changes().get()).isEqualTo(Changes.NONE);
        assertThat(model.current().get()).isEqualTo(-1);
        assertThat(model.place().get()).isEmpty();
    }

    @Test
    void whatWasChangedElsewhereIsNewAtTheNextVisit() {
        visit();
        text.set(Optional.of("a\nB\nc\nd\n"));
        assertThat(model.changes().get()).isEqualTo(Changes.NONE);

        model.reached();
        assertThat(model.changes().get()).isEqualTo(Changes.between("a\nb\nc\n", "a\nB\nc\nd\n"));
        assertThat(model.place().get()).map(Changes.Place::line).contains(2);
    }

    @Test
    void whatIsChangedAndChangedBackIsNotNew() {
        visit();
        text.set(Optional.of("x\n"));
        text.set(Optional.of("a\nb\nc\n"));
        model.reached();
        assertThat(model.changes().get()).isEqualTo(Changes.NONE);
    }

    @Test
    void itStaysUntilItIsDismissed() {
        visit();
        text.set(Optional.of("a\n"));
        visit();
        model.reached();
        assertThat(model.changes().get().isEmpty()).isFalse();

        model.dismiss();
        assertThat(model.changes().get()).isEqualTo(Changes.NONE);
        model.left();
        model.reached();
        assertThat(model.changes().get()).isEqualTo(Changes.NONE);
    }

    @Test
    void eachVisitIsHeldAgainstTheOneBefore() {
        visit();
        text.set(Optional.of("a\nB\nc\n"));
        visit();
        text.set(Optional.of("a\nB\nC\n"));
        model.reached();
        assertThat(model.changes().get()).isEqualTo(Changes.between("a\nB\nc\n", "a\nB\nC\n"));
    }

    @Test
    void aTextThatIsOnItsWayIsComparedWhenItIsThere() {
        visit();
        text.set(Optional.empty());
        model.reached();
        assertThat(model.changes().get()).isEqualTo(Changes.NONE);
        text.set(Optional.of("a\nb\nc\nd\n"));
        assertThat(model.changes().get().added()).isEqualTo(1);
    }

    @Test
    void anOldComparisonIsNotShownBesideANewText() {
        visit();
        text.set(Optional.of("a\nB\nc\n"));
        model.reached();
        text.set(Optional.of("new\na\nb\nc\n"));
        assertThat(model.changes().get()).isEqualTo(Changes.between("a\nb\nc\n", "new\na\nb\nc\n"));
        assertThat(model.place().get()).map(Changes.Place::was).contains(List.of());
    }

    @Test
    void whatComesBeforeTheirEyesLeavesThePersonWhereTheyLook() {
        visit();
        text.set(Optional.of("A\nb\nC\n"));
        model.reached();
        model.next();
        model.look(3);
        text.set(Optional.of("a\nb\nC\n"));
        assertThat(model.place().get()).map(Changes.Place::line).contains(3);
        assertThat(model.current().get()).isZero();
        text.set(Optional.of("A\nB\nC\nd\n"));
        model.look(4);
        text.set(Optional.of("A\nb\nC\n"));
        assertThat(model.current().get()).isEqualTo(1);
    }

    @Test
    void whoComesBackIsLedToTheFirstPlace() {
        visit();
        text.set(Optional.of("a\nb\nC\n"));
        model.reached();
        model.look(3);
        model.left();
        text.set(Optional.of("A\nb\nCC\n"));
        model.reached();
        assertThat(model.place().get()).map(Changes.Place::line).contains(1);
    }

    @Test
    void anOpenedFileBeginsAnew() {
        visit();
        model.forget();
        text.set(Optional.of("quite\nother\n"));
        model.reached();
        assertThat(model.changes().get()).isEqualTo(Changes.NONE);
    }

    @Test
    void thePlacesAreWalkedThroughRoundAndRound() {
        visit();
        text.set(Optional.of("A\nb\nC\n"));
        model.reached();
        assertThat(model.place().get()).map(Changes.Place::line).contains(1);
        model.next();
        assertThat(model.place().get()).map(Changes.Place::line).contains(3);
        model.next();
        assertThat(model.place().get()).map(Changes.Place::line).contains(1);
        model.previous();
        assertThat(model.place().get()).map(Changes.Place::line).contains(3);
        model.look(1);
        assertThat(model.current().get()).isZero();
        model.look(2);
        assertThat(model.current().get()).isZero();
    }

    private void visit() {
        model.reached();
        model.left();
    }
}
