package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.InOrder;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ChangesModelTest {
    private final InOrder background = new InOrder();
    private final ObjectProperty<Optional<String>> text = new SimpleObjectProperty<>(Optional.of("a\nb\nc\n"));
    private final ChangesModel model = new ChangesModel(background, text);

    @Test
    void nothingIsNewAtTheFirstVisit() {
        model.reached();
        assertThat(model.changes().get()).isEqualTo(Changes.NONE);
        assertThat(model.current().get()).isEqualTo(-1);
        assertThat(model.place()).isEmpty();
    }

    @Test
    void whatWasChangedElsewhereIsNewAtTheNextVisit() {
        visit();
        text.set(Optional.of("a\nB\nc\nd\n"));
        assertThat(model.changes().get()).isEqualTo(Changes.NONE);

        model.reached();
        assertThat(model.changes().get()).isEqualTo(Changes.between("a\nb\nc\n", "a\nB\nc\nd\n"));
        assertThat(model.place()).map(Changes.Place::line).contains(2);
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
        background.hold();
        text.set(Optional.of("new\na\nb\nc\n"));
        assertThat(model.changes().get()).isEqualTo(Changes.NONE);
        background.release();
        assertThat(model.changes().get()).isEqualTo(Changes.between("a\nb\nc\n", "new\na\nb\nc\n"));
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
        assertThat(model.place()).map(Changes.Place::line).contains(1);
        model.next();
        assertThat(model.place()).map(Changes.Place::line).contains(3);
        model.next();
        assertThat(model.place()).map(Changes.Place::line).contains(1);
        model.previous();
        assertThat(model.place()).map(Changes.Place::line).contains(3);
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
