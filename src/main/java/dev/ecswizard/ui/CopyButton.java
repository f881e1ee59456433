package dev.ecswizard.ui;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.text.Text;
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
            show(MESSAGES.text("copy.button.done"), "mdal-check");
            after.playFromStart();
        });
    }

    /// As wide as what it says before or after, whichever is longer: the neighbours stay where they are.
    @Override
    protected double computePrefWidth(double height) {
        var longest = Math.max(width(words), width(MESSAGES.text("copy.button.done")));
        return super.computePrefWidth(height) - width(getText()) + longest;
    }

    private double width(String label) {
        var text = new Text(label);
        text.setFont(getFont());
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    private void show(String label, String icon) {
        setText(label);
        setGraphic(new FontIcon(icon));
    }
}
