package dev.ecswizard.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// A sentence with a mark in front that says how serious it is. Takes no room while there is none.
public final class Note extends HBox {
    /// How serious a note is.
    public enum Kind {
        INFO("mdal-info"),
        WARNING("mdomz-warning"),
        ERROR("mdal-error"),
        SUCCESS("mdal-check_circle");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        /// Its sign.
        String icon() {
            return icon;
        }
    }

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final FontIcon icon = new FontIcon();
    private Kind kind;

    public Note() {
        getStyleClass().add("note");
        var words = new Label();
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        words.textProperty().bind(text);
        Spoken.follow(this, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        var needed = text.map(sentence -> !sentence.isEmpty());
        visibleProperty().bind(needed);
        managedProperty().bind(needed);
        // most notes are never seen
        needed.subscribe(there -> {
            if (there && getChildren().isEmpty()) {
                getChildren().addAll(icon, words);
            }
        });
        setKind(Kind.INFO);
    }

    /// Shows the sentence while there is one.
    public void follow(ObservableValue<Optional<String>> sentence) {
        text.bind(sentence.map(now -> now.orElse("")));
    }

    public Kind getKind() {
        return kind;
    }

    public void setKind(Kind kind) {
        this.kind = kind;
        icon.setIconLiteral(kind.icon);
        for (var each : Kind.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == kind);
        }
    }

    public StringProperty textProperty() {
        return text;
    }

    public String getText() {
        return text.get();
    }

    public void setText(String sentence) {
        text.set(sentence);
    }
}
