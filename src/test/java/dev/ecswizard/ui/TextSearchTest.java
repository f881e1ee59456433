package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSearchTest {
    @Test
    void placesDoNotOverlapAndCaseDoesNotMatter() {
        assertThat(TextSearch.of("aaAa b AA", "aa", 0).places()).containsExactly(0, 2, 7);
    }

    @Test
    void itBeginsWhereThePersonIsAndAtTheTopWhenNothingFollows() {
        assertThat(TextSearch.of("ab ab ab", "ab", 1).current()).isEqualTo(1);
        assertThat(TextSearch.of("ab ab ab", "ab", 7).current()).isZero();
    }

    @Test
    void steppingGoesRoundAtEitherEnd() {
        var search = TextSearch.of("x x x", "x", 0);
        assertThat(search.step(-1).start()).isEqualTo(4);
        assertThat(search.step(-1).step(1).start()).isZero();
    }

    @Test
    void nothingIsFoundForNothing() {
        assertThat(TextSearch.of("text", "", 0)).isSameAs(TextSearch.NONE);
        assertThat(TextSearch.of("text", "texts", 0).step(1).isEmpty()).isTrue();
    }
}
