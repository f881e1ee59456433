package dev.ecswizard.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether a person wants things to move while somebody waits.
public enum Motion {
    /// As the system says.
    SYSTEM,
    MOVING,
    STILL;

    /// How it is written down.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Motion> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /// Whether nothing moves then.
    ///
    /// @param systemIsStill what the system says
    public boolean isStill(boolean systemIsStill) {
        return switch (this) {
            case SYSTEM -> systemIsStill;
            case MOVING -> false;
            case STILL -> true;
        };
    }
}
