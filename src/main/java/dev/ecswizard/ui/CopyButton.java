package dev.ecswizard.ui;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// Copies a text and says for a moment that it has.
public final class CopyButton extends Button {
    private static final Messages MESSAGES = Messages.of(CopyButton.class);

    public CopyButton(Supplier<String> text, Copy copy) {
        super(MESSAGES.text("copy.button.text"), new FontIcon("mdal-content_copy"));
        getStyleClass().addAll("small", "copy");
        setMinWidth(USE_PREF_SIZE);
        var after = new PauseTransition(Duration.seconds(2));
        after.setOnFinished(_ -> show("copy.button.text", "mdal-content_copy"));
        setOnAction(_ -> {
            copy.text(text.get());
            show("copy.button.done", "mdal-check");
            after.playFromStart();
        });
    }

    private void show(String key, String icon) {
        setText(MESSAGES.text(key));
        setGraphic(new FontIcon(icon));
    }
}
