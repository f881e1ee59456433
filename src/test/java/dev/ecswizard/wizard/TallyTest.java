package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.preflight.Verdict;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void itCountsWhatDidNotPassInWords() {
        assertThat(new Tally(2, 1, 0, 12).words()).isEqualTo("2 problems, 1 warning");
        assertThat(new Tally(1, 0, 3, 12).words()).isEqualTo("1 problem, 3 not checked");
        assertThat(new Tally(0, 2, 0, 12).words()).isEqualTo("2 warnings");
        assertThat(new Tally(0, 0, 0, 15).words()).isEqualTo("All checks passed");
    }

    @Test
    void theGravestVerdictSpeaksForAll() {
        assertThat(new Tally(1, 1, 1, 1).worst()).isEqualTo(Verdict.FAILED);
        assertThat(new Tally(0, 1, 1, 1).worst()).isEqualTo(Verdict.WARNING);
        assertThat(new Tally(0, 0, 1, 1).worst()).isEqualTo(Verdict.UNCHECKED);
        assertThat(new Tally(0, 0, 0, 1).worst()).isEqualTo(Verdict.PASSED);
    }
}
