package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Timeline.Bar;
import dev.ecswizard.deploy.Timeline.Kind;
import dev.ecswizard.deploy.Timeline.Span;
import dev.ecswizard.wizard.FakeStacks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineWordsTest {
    private static Instant second(int second) {
        return FakeStacks.START.plusSeconds(second);
    }

    private static Bar bar(String status, boolean hasFailed, Span... spans) {
        return new Bar("Cluster", "AWS::ECS::Cluster", List.of(spans), hasFailed, Optional.of(new StackStatus(status)));
    }

    private static Span done(Kind kind, int from, int to) {
        return new Span(kind, second(from), Optional.of(second(to)));
    }

    private static String sentence(Bar bar) {
        return TimelineWords.sentence(bar, second(100));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_COMPLETE, created in 12 s",
        "UPDATE_COMPLETE, changed in 12 s",
        "DELETE_COMPLETE, removed in 12 s",
        "UPDATE_ROLLBACK_COMPLETE, put back in 12 s",
        "JOIN_COMPLETE, in the cluster after 12 s",
        "DELETE_SKIPPED, left where it is",
        "SOMETHING_ELSE, ended after 12 s"
    })
    void whatIsDoneTellsHowLongItTook(String status, String words) {
        assertThat(sentence(bar(status, false, done(Kind.OTHERS, 0, 5), done(Kind.WORKING, 5, 17))))
                .isEqualTo("Cluster, AWS::ECS::Cluster, " + words);
    }

    @Test
    void failuresAreSaidAndStaySaid() {
        assertThat(sentence(bar("CREATE_FAILED", true, done(Kind.WORKING, 5, 17))))
                .isEqualTo("Cluster, AWS::ECS::Cluster, failed after 12 s");
        assertThat(sentence(bar("DELETE_COMPLETE", true, done(Kind.WORKING, 5, 17), done(Kind.LEAVING, 20, 25))))
                .isEqualTo("Cluster, AWS::ECS::Cluster, failed before, removed in 20 s");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatGoesOnSaysAtWhatItIs(Kind kind) {
        assertThat(sentence(bar("CREATE_IN_PROGRESS", false, new Span(kind, second(40), Optional.empty()))))
                .startsWith("Cluster, AWS::ECS::Cluster, ")
                .matches(words -> kind == Kind.OTHERS || words.endsWith("1 min 0 s so far"));
    }

    @Test
    void theDetailHasALineForEachSpan() {
        assertThat(TimelineWords.inDetail(
                        bar("CREATE_COMPLETE", false, done(Kind.OTHERS, 0, 5), done(Kind.WORKING, 5, 17)), second(100)))
                .isEqualTo(
                        "Cluster, AWS::ECS::Cluster, created in 12 s\nWaits for other resources: 5 s\nAt work: 12 s");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min 0 s", "3599, 59 min 59 s", "7321, 2 h 2 min", "-3, 0 s"})
    void lengthsAreShort(int seconds, String words) {
        assertThat(TimelineWords.length(Duration.ofSeconds(seconds))).isEqualTo(words);
    }
}
