package dev.ecswizard.template;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Thrown where a template would be made that can not work; its message is a sentence for a person.
public final class TemplateRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final boolean isTooLarge;

    TemplateRefused(String key, Object... arguments) {
        super(sentence(key, arguments));
        isTooLarge = key.equals("tooLarge");
    }

    /// Whether fewer images would help.
    boolean isTooLarge() {
        return isTooLarge;
    }

    static String sentence(String key, Object... arguments) {
        var words = ResourceBundle.getBundle("dev.ecswizard.template.refusals").getString(key);
        return new MessageFormat(words, Locale.ROOT).format(arguments);
    }
}
