package dev.ecswizard.preflight;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of this package.
final class Words {
    private Words() {}

    static String of(String key, Object... arguments) {
        var words = ResourceBundle.getBundle("dev.ecswizard.preflight.messages").getString(key);
        return new MessageFormat(words, Locale.ROOT).format(arguments);
    }
}
