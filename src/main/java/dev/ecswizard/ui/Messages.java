package dev.ecswizard.ui;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The words of one package: its `messages.properties`.
public final class Messages {
    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The words of the package that the type is in.
    public static Messages of(Class<?> type) {
        return new Messages(ResourceBundle.getBundle(type.getPackageName() + ".messages", type.getModule()));
    }

    /// The words under a key of the form `page.field.aspect`, its numbered places filled.
    ///
    /// @throws java.util.MissingResourceException if there is no such key
    public String text(String key, Object... arguments) {
        var words = bundle.getString(key);
        return arguments.length == 0 ? words : new MessageFormat(words).format(arguments);
    }

    ResourceBundle bundle() {
        return bundle;
    }
}
