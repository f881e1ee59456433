package dev.ecswizard.wizard;

import dev.ecswizard.preflight.Verdict;
import java.util.Locale;
import org.kordamp.ikonli.javafx.FontIcon;

/// A verdict as a picture: its shape tells as much as its colour.
public final class VerdictIcon extends FontIcon {
    public VerdictIcon(Verdict verdict) {
        getStyleClass().add("verdict");
        setVerdict(verdict);
    }

    public void setVerdict(Verdict verdict) {
        setIconLiteral(
                switch (verdict) {
                    case PASSED -> "mdal-check_circle";
                    case WARNING -> "mdomz-warning";
                    case FAILED -> "mdal-error";
                    case UNCHECKED -> "mdal-help";
                });
        getStyleClass().removeIf(style -> style.startsWith("verdict-"));
        getStyleClass().add("verdict-" + verdict.name().toLowerCase(Locale.ROOT));
    }
}
