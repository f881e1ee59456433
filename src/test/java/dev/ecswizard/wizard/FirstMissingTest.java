package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

class FirstMissingTest {
    /// A page that is never shown.
    private record Unseen(FakeAnswer model) implements Page {
        @Override
        public Parent root() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void focus() {}
    }

    private final List<FakeAnswer> answers = FakeAnswer.three();

    @Test
    void theFirstPageThatIsNotCompleteIsNamed() {
        var first = FirstMissing.on(answers.stream().map(Unseen::new).toList());
        assertThat(first.getValue()).contains("one: Say something");

        answers.getFirst().answer("a");
        assertThat(first.getValue()).contains("two: Say something");

        answers.get(1).answer("b");
        answers.getLast().answer("c");
        assertThat(first.getValue()).isEmpty();

        answers.get(1).missing.set(Optional.of("subnet-1 was not found"));
        assertThat(first.getValue()).contains("two: subnet-1 was not found");
    }
}
