package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {
    @ParameterizedTest
    @CsvSource({
        "role, WebRole, true",
        "role, Rol, false",
        "role, RoRole, true",
        "[, {x}, false",
        "@, `, false",
        "ä, RÄNDER, true",
        "k, 5 \u212a, true",
        "ok, o\u212a, true",
        "okay, o\u212a, false",
        "i, \u0130, true",
    })
    void theCaseOfLettersDoesNotMatter(String word, String text, boolean isIn) {
        assertThat(new Word(word).isIn(text)).isEqualTo(isIn);
    }

    @Test
    void itIsFoundWhereTheTextInLowerCaseHasIt() {
        var random = new Random(3);
        for (var i = 0; i < 200_000; i++) {
            var word = text(random, 1 + random.nextInt(3)).toLowerCase(Locale.ROOT);
            var text = text(random, random.nextInt(9));
            assertThat(new Word(word).isIn(text))
                    .as("%s in %s", word, text)
                    .isEqualTo(text.toLowerCase(Locale.ROOT).contains(word));
        }
    }

    private static String text(Random random, int length) {
        var letters = "aAbBkK:@[`{zZ\u212a\u0130\u00c4\u00e4\u03a3\u0307";
        return random.ints(length, 0, random.nextBoolean() ? 13 : letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .reduce("", String::concat);
    }
}
