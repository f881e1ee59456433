package dev.ecswizard.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person wants the app to look like.
public enum Appearance {
    /// As the system does.
    SYSTEM,
    LIGHT,
    DARK;

    /// How it is written down.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Appearance> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /// The look that it amounts to.
    ///
    /// @param systemIsDark what the system looks like
    public Theme theme(boolean systemIsDark) {
        return switch (this) {
            case SYSTEM -> systemIsDark ? Theme.DARK : Theme.LIGHT;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }
}
