package dev.ecswizard.ui;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// Copies a text and says for a moment that it has.
public final class CopyButton extends Button {
    private static final Messages MESSAGES = Messages.of(CopyButton.class);

    private final String words;

    public CopyButton(Supplier<String> text, Copy copy) {
        this(MESSAGES.text("copy.button.text"), text, copy);
    }

    /// @param words what the button says, where "Copy" alone would not tell what
    public CopyButton(String words, Supplier<String> text, Copy copy) {
        super(words, new FontIcon("mdal-content_copy"));
        this.words = words;
        getStyleClass().addAll("small", "copy");
        setMinWidth(USE_PREF_SIZE);
        var after = new PauseTransition(Duration.seconds(2));
        after.setOnFinished(_ -> show(this.words, "mdal-content_copy"));
        setOnAction(_ -> {
            copy.text(text.get());
            // the neighbours stay where they are
            setMinWidth(Math.max(getWidth(), USE_PREF_SIZE));
            show(MESSAGES.text("copy.button.done"), "mdal-check");
            after.playFromStart();
        });
    }

    private void show(String label, String icon) {
        setText(label);
        setGraphic(new FontIcon(icon));
    }
}
