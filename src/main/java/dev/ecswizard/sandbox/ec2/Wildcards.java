package dev.ecswizard.sandbox.ec2;

/// A filter's value: `*` stands for any text, `?` for any character, and a backslash takes that meaning away. Never
/// slower than the product of both lengths, whatever the value.
final class Wildcards {
    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final int[] tokens;

    Wildcards(String value) {
        var found = java.util.stream.IntStream.builder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '*' -> found.add(ANY_TEXT);
                case '?' -> found.add(ANY_CHARACTER);
                case '\\' -> found.add(i + 1 < value.length() ? value.charAt(++i) : c);
                default -> found.add(c);
            }
        }
        tokens = found.build().toArray();
    }

    boolean match(String text) {
        int token = 0;
        int at = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length()) {
            if (token < tokens.length && tokens[token] == ANY_TEXT) {
                star = token++;
                resume = at;
            } else if (token < tokens.length && (tokens[token] == ANY_CHARACTER || tokens[token] == text.charAt(at))) {
                token++;
                at++;
            } else if (star >= 0) {
                // the last star takes one character more
                token = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == ANY_TEXT) {
            token++;
        }
        return token == tokens.length;
    }
}
