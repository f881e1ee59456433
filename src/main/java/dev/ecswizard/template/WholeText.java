package dev.ecswizard.template;

/// Refuses halves of characters (surrogates without their other half): no file in UTF-8 can hold one, and what writes
/// it puts a question mark in its place.
final class WholeText {
    private WholeText() {}

    /// The text itself.
    ///
    /// @throws TemplateRefused if half a character is in it
    static String of(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && !Character.isSupplementaryCodePoint(text.codePointAt(i++))) {
                throw new TemplateRefused("unwritable.character", Written.printable(text));
            }
        }
        return text;
    }
}
