package dev.ecswizard.wizard.compute;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Parts a search into words, numbers and marks.
final class SearchWords {
    private static final int LONGEST = 200;
    /// Marks that stand for themselves wherever they are.
    private static final Pattern MARKS = Pattern.compile("(>=|<=|=>|=<|[<>=])");

    private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");
    private static final Pattern RANGE = Pattern.compile("(?<![a-z0-9._-])([0-9]+(?:\\.[0-9]+)?)(?:-|\\.\\.)(?=[0-9])");
    /// A number and the unit behind it; which of the two a plus follows is all the same.
    private static final Pattern GLUED = Pattern.compile("([0-9.]+)(\\+?)-?([a-z][a-z/]*)(\\+?)");

    private SearchWords() {}

    /// The words of a text, in lower case; more than 200 characters are cut off.
    static List<String> of(String text) {
        var plain = Normalizer.normalize(text.substring(0, Math.min(LONGEST, text.length())), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("\u2265", ">=")
                .replace("\u2264", "<=")
                .replaceAll("[\u2010-\u2015\u2212]", "-");
        var spaced = MARKS.matcher(
                        RANGE.matcher(THOUSANDS.matcher(plain).replaceAll("")).replaceAll("$1 to "))
                .replaceAll(" $1 ");
        var words = new ArrayList<String>();
        Arrays.stream(spaced.split("[\\s,;:\"'()\\p{Cntrl}]+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> split(word, words));
        return words;
    }

    /// Parts a number from its unit, and a plus from either.
    private static void split(String word, List<String> into) {
        var glued = GLUED.matcher(word);
        if (glued.matches() && Quantity.unitOrBeginning(glued.group(3)).isPresent()) {
            into.add(glued.group(1));
            into.add(glued.group(3));
            if (!glued.group(2).isEmpty() || !glued.group(4).isEmpty()) {
                into.add("+");
            }
        } else if (word.endsWith("+") && word.length() > 1) {
            into.add(word.substring(0, word.length() - 1));
            into.add("+");
        } else if (word.startsWith("non-")) {
            into.add("non");
            into.add(word.substring(4));
        } else {
            into.add(word);
        }
    }
}
