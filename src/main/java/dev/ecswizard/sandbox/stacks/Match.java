package dev.ecswizard.sandbox.stacks;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression that somebody else wrote: looking for it ends, whatever it is.
record Match(Pattern pattern) {
    private static final int MOST_STEPS = 2_000_000;

    /// Empty if it is no regular expression.
    static Optional<Match> compile(String regex) {
        try {
            return Optional.of(new Match(Pattern.compile(regex)));
        } catch (PatternSyntaxException | StackOverflowError _) {
            return Optional.empty();
        }
    }

    /// Whether it is the whole text; false where that can not be found out in reasonable time.
    boolean matches(String text) {
        try {
            return pattern.matcher(new Counted(text, new int[1])).matches();
        } catch (Endless | StackOverflowError _) {
            return false;
        }
    }

    /// Whether it is found anywhere in the text.
    boolean finds(String text) {
        try {
            return pattern.matcher(new Counted(text, new int[1])).find();
        } catch (Endless | StackOverflowError _) {
            return false;
        }
    }

    private static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Endless() {
            super(null, null, false, false);
        }
    }

    /// A text that can be looked at only so often.
    private record Counted(CharSequence text, int[] steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new Endless();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
