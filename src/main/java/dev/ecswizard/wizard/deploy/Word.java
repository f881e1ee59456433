package dev.ecswizard.wizard.deploy;

import java.util.Locale;

/// A word that is sought whatever the case of its letters. Makes nothing new where it and the text are ASCII, as nearly
/// all that AWS says.
final class Word {
    private final String lower;
    private final boolean isAscii;
    private final char first;
    private final char upper;

    /// @param lower in lower case of the root locale, not empty
    Word(String lower) {
        this.lower = lower;
        this.isAscii = lower.chars().allMatch(Word::isAscii);
        this.first = lower.charAt(0);
        this.upper = Character.toUpperCase(first);
    }

    /// Whether the text in lower case has the word in it.
    boolean isIn(String text) {
        if (!isAscii) {
            return isInLower(text);
        }
        var behind = text.length() - lower.length() + 1;
        var letters = 0;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if ((letter == first || letter == upper) && i < behind && isAt(i, text)) {
                return true;
            }
            letters |= letter;
        }
        // some of the others become ASCII in lower case
        return !isAscii(letters) && isInLower(text);
    }

    private boolean isAt(int place, String text) {
        for (var i = 1; i < lower.length(); i++) {
            if (lower(text.charAt(place + i)) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInLower(String text) {
        return text.toLowerCase(Locale.ROOT).contains(lower);
    }

    private static boolean isAscii(int letter) {
        return letter < 0x80;
    }

    private static int lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }
}
