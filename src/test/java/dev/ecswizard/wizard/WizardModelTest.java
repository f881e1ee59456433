package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.wizard.WizardModel.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WizardModelTest {
    private final List<FakeAnswer> pages = FakeAnswer.three();
    private final WizardModel model = new WizardModel(pages);
    private final List<String> story = pages.getFirst().story;

    private FakeAnswer page(int number) {
        return pages.get(number);
    }

    @Test
    void whatIsMissingKeepsThePersonOnThePage() {
        assertThat(model.missing().get()).contains("Say something");

        model.next();

        assertThat(model.current().get()).isZero();
        assertThat(model.standings().get()).containsExactly(Standing.CURRENT, Standing.TO_COME, Standing.TO_COME);
    }

    @Test
    void aCompletePageLetsThePersonOnAndIsDoneThen() {
        page(0).answer("a");
        assertThat(model.missing().get()).isEmpty();
        assertThat(model.standings().get()).containsExactly(Standing.CURRENT, Standing.OPEN, Standing.TO_COME);

        model.next();

        assertThat(model.current().get()).isEqualTo(1);
        assertThat(model.standings().get()).containsExactly(Standing.DONE, Standing.CURRENT, Standing.TO_COME);
        assertThat(model.missing().get()).contains("Say something");
        assertThat(story).containsExactly("one left", "two reached");
    }

    @Test
    void theWayBackIsAlwaysOpen() {
        page(0).answer("a");
        model.next();

        model.back();
        assertThat(model.current().get()).isZero();
        model.back();
        assertThat(model.current().get()).isZero();
        assertThat(story).containsExactly("one left", "two reached", "two left", "one reached");
    }

    @Test
    void nobodyGoesPastAPageThatIsNotComplete() {
        model.go(1);
        assertThat(model.current().get()).isZero();

        page(0).answer("a");
        model.go(2);
        assertThat(model.current().get()).isZero();

        page(1).answer("b");
        model.go(2);
        assertThat(model.current().get()).isEqualTo(2);
    }

    @Test
    void anAnswerThatBecomesVoidClosesWhatComesAfterIt() {
        page(0).answer("a");
        page(1).answer("b");
        model.go(2);

        page(0).forget();

        assertThat(model.standings().get()).containsExactly(Standing.OPEN, Standing.TO_COME, Standing.CURRENT);
    }

    @Test
    void aPageThatIsCompleteByItselfIsNotDoneBeforeItWasSeen() {
        page(0).answer("a");
        page(1).answer("b");

        assertThat(model.standings().get()).containsExactly(Standing.CURRENT, Standing.OPEN, Standing.OPEN);
    }

    @Test
    void theLastPageHasNoNext() {
        List.of(0, 1, 2).forEach(number -> page(number).answer("a"));
        model.go(2);
        assertThat(model.isLast()).isTrue();

        model.next();

        assertThat(model.current().get()).isEqualTo(2);
    }

    @Test
    void aFileFillsThePagesFromTheLastToTheFirstAndShowsOne() {
        model.open(Specs.standard("web"), 2);

        assertThat(story).containsExactly("three opened", "two opened", "one opened", "one left", "three reached");
        assertThat(model.standings().get()).containsExactly(Standing.DONE, Standing.DONE, Standing.CURRENT);
        assertThat(model.summary(1).getValue()).isEqualTo("web");
    }

    @Test
    void anAnswerThatTheAccountContradictsIsNotTickedOffAndClosesNothing() {
        model.open(Specs.standard("web"), 2);

        page(1).missing.set(Optional.of("Not found"));

        assertThat(model.standings().get()).containsExactly(Standing.DONE, Standing.OPEN, Standing.CURRENT);
    }

    @Test
    void answersAreThoseBeyondTheFirstPage() {
        page(0).answer("a");
        assertThat(model.hasAnswers()).isFalse();

        page(1).answer("b");
        assertThat(model.hasAnswers()).isTrue();
    }
}
