package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.preflight.Finding;
import dev.ecswizard.template.Question;
import dev.ecswizard.wizard.Answers;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Places;
import dev.ecswizard.wizard.Specs;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class InsteadModelTest {
    private final FakeAnswers answers = new FakeAnswers();
    private final InsteadModel model = new InsteadModel(answers);

    private static Finding lost() {
        var checks = new ChecksFor(
                new SimpleObjectProperty<>(Optional.of(Specs.standard("web"))),
                new SimpleObjectProperty<Optional<Place>>(Optional.of(new FakeStacks().place())),
                true);
        checks.account.lost.add(Places.SUBNET_B);
        checks.background.release();
        return checks.model.state().get().last().orElseThrow().failed().getFirst();
    }

    @Test
    void whatIsOfferedIsUsedAndTakenBack() {
        model.use(lost());
        assertThat(answers.used).containsExactly("SUBNETS " + Places.SUBNET_A);
        assertThat(model.last().get()).isPresent();

        model.undo();
        assertThat(answers.used).last().isEqualTo("back");
        assertThat(model.last().get()).isEmpty();
        model.undo();
        assertThat(answers.used).hasSize(2);
    }

    @Test
    void severalAreTakenBackFromTheLastToTheFirst() {
        model.use(lost());
        model.use(lost());
        model.undo();
        assertThat(model.last().get()).isPresent();
        model.undo();
        assertThat(model.last().get()).isEmpty();
        assertThat(answers.used).endsWith("back", "back");
    }

    @Test
    void onceOtherAnswersMayHaveBeenGivenNothingIsTakenBack() {
        model.use(lost());
        model.forget();
        assertThat(model.last().get()).isEmpty();
        model.undo();
        assertThat(answers.used).hasSize(1);
    }

    @Test
    void whatWasNoAnswerAndLedToItsPageHasNothingToTakeBack() {
        var holder = new InsteadModel[1];
        holder[0] = new InsteadModel(new Answers() {
            @Override
            public void goTo(Question question) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Runnable use(Question question, List<String> values) {
                // leaving the page of the findings
                holder[0].forget();
                return () -> {};
            }
        });
        holder[0].use(lost());
        assertThat(holder[0].last().get()).isEmpty();
    }
}
