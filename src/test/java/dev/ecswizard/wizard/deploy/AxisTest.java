package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @ParameterizedTest
    @CsvSource({
        "0, 2 s|4 s|6 s|8 s|10 s",
        "10, 2 s|4 s|6 s|8 s|10 s",
        "15, 5 s|10 s|15 s",
        "16, 5 s|10 s|15 s|20 s",
        "35, 10 s|20 s|30 s|40 s",
        "75, 30 s|60 s|90 s",
        "200, 1 min|2 min|3 min|4 min",
        "1000, 5 min|10 min|15 min|20 min",
        "4000, 30 min|60 min|90 min",
        "20000, 2 h|4 h|6 h",
        "90000, 1 d|2 d",
        "900000, 3 d|6 d|9 d"
    })
    void theMarksAreInOneUnit(long seconds, String marks) {
        assertThat(TimelineWords.marks(Axis.holding(Duration.ofSeconds(seconds))))
                .containsExactly(marks.split("\\|"));
    }

    @Test
    void everyTimeIsHeldByFewMarks() {
        for (var seconds = 0L; seconds < 400_000; seconds += 7) {
            var axis = Axis.holding(Duration.ofSeconds(seconds));
            assertThat(axis.length()).isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
            assertThat(axis.marks())
                    .hasSizeBetween(1, 5)
                    .last()
                    .satisfies(last -> assertThat(last).isLessThanOrEqualTo(axis.length()));
        }
    }

    @Test
    void placesAreSharesOfTheLength() {
        var axis = Axis.holding(Duration.ofMinutes(2));
        assertThat(List.of(-5L, 0L, 30L, 120L, 500L))
                .extracting(second -> axis.place(Duration.ofSeconds(second)))
                .containsExactly(0.0, 0.0, 0.25, 1.0, 1.0);
    }

    @Test
    void whereRoomIsShortMarksGoWithoutALabel() {
        var axis = Axis.holding(Duration.ofMinutes(5));
        assertThat(List.of(0.1, 0.2, 0.21, 0.4, 0.5, 0.9, 3.0))
                .extracting(axis::labelEvery)
                .containsExactly(1, 1, 2, 2, 3, 5, 5);
    }
}
