package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLinesTest {
    private static final TextLines LINES = new TextLines("Key: t3.large\n\n  - sub-0a_1: \uD83D\uDE00e\u0301\n");

    @Test
    void anEmptyTextHasOneLine() {
        var empty = new TextLines("");
        assertThat(empty.count()).isEqualTo(1);
        assertThat(empty.end(0)).isZero();
        assertThat(empty.next(0)).isZero();
        assertThat(empty.previous(0)).isZero();
        assertThat(empty.wordAt(0)).isEqualTo(new Selection(0, 0));
    }

    @Test
    void anOffsetIsInTheLineThatItsLetterStandsIn() {
        assertThat(LINES.count()).isEqualTo(4);
        assertThat(LINES.lineAt(0)).isZero();
        assertThat(LINES.lineAt(13)).isZero();
        assertThat(LINES.lineAt(14)).isEqualTo(1);
        assertThat(LINES.lineAt(15)).isEqualTo(2);
        assertThat(LINES.lineAt(LINES.text().length())).isEqualTo(3);
        assertThat(LINES.columnAt(17)).isEqualTo(2);
    }

    @Test
    void aColumnBeyondALineIsAtItsEnd() {
        assertThat(LINES.offset(0, 99)).isEqualTo(13);
        assertThat(LINES.offset(1, 3)).isEqualTo(14);
        assertThat(LINES.offset(2, -1)).isEqualTo(15);
    }

    @Test
    void aCaretGoesOverLineEndsAndNeverIntoALetter() {
        assertThat(LINES.next(13)).isEqualTo(14);
        assertThat(LINES.previous(14)).isEqualTo(13);
        var face = LINES.text().indexOf("\uD83D\uDE00");
        assertThat(LINES.next(face)).isEqualTo(face + 2);
        assertThat(LINES.next(face + 2)).isEqualTo(face + 4);
        assertThat(LINES.previous(face + 4)).isEqualTo(face + 2);
        assertThat(LINES.previous(face + 2)).isEqualTo(face);
        assertThat(LINES.next(LINES.text().length())).isEqualTo(LINES.text().length());
    }

    @Test
    void wordsAreJumpedOver() {
        assertThat(LINES.nextWord(0)).isEqualTo(3);
        assertThat(LINES.nextWord(3)).isEqualTo(5);
        assertThat(LINES.nextWord(8)).isEqualTo(17);
        assertThat(LINES.previousWord(17)).isEqualTo(8);
        assertThat(LINES.previousWord(5)).isEqualTo(3);
        assertThat(LINES.previousWord(3)).isZero();
        assertThat(LINES.previousWord(0)).isZero();
        assertThat(LINES.nextWord(LINES.text().length())).isEqualTo(LINES.text().length());
    }

    @Test
    void aNameIsOneWord() {
        var name = LINES.text().indexOf("sub-0a_1");
        assertThat(LINES.wordAt(name + 4)).isEqualTo(new Selection(name, name + 8));
        assertThat(LINES.wordAt(1)).isEqualTo(new Selection(0, 3));
        assertThat(LINES.wordAt(13)).isEqualTo(new Selection(13, 13));
    }
}
