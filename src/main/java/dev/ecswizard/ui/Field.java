package dev.ecswizard.ui;

import java.util.Optional;
import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One question: its name, the widget that answers it, a hint, and what is wrong with the answer.
@DefaultProperty("content")
public final class Field extends VBox {
    private final StringProperty label = new SimpleStringProperty(this, "label", "");
    private final StringProperty hint = new SimpleStringProperty(this, "hint", "");
    private final StringProperty error = new SimpleStringProperty(this, "error", "");
    private final ObjectProperty<Node> content = new SimpleObjectProperty<>(this, "content");
    private final Label name = line(label, "field-label");

    public Field() {
        getStyleClass().add("field");
        name.setMnemonicParsing(true);
        var hints = line(hint, "field-hint");
        var errors = line(error, "field-error");
        getChildren().addAll(name, hints, errors);
        content.subscribe((before, now) -> {
            getChildren().remove(before);
            if (now != null) {
                getChildren().add(1, now);
                setTarget(now instanceof LoadPane pane ? pane.getContent() : now);
            }
        });
        Spoken.follow(errors, error);
        error.subscribe(now -> pseudoClassStateChanged(PseudoClass.getPseudoClass("invalid"), !now.isEmpty()));
    }

    private static Label line(StringProperty text, String style) {
        var line = new Label();
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.textProperty().bind(text);
        var needed = text.map(words -> !words.isEmpty());
        line.visibleProperty().bind(needed);
        line.managedProperty().bind(needed);
        return line;
    }

    /// Names the widget that the label's mnemonic reaches, where it is not the content itself.
    public void setTarget(Node target) {
        name.setLabelFor(target);
    }

    /// Shows the error while there is one.
    public void follow(ObservableValue<Optional<String>> problem) {
        error.bind(problem.map(now -> now.orElse("")));
    }

    public Node getTarget() {
        return name.getLabelFor();
    }

    public Node getContent() {
        return content.get();
    }

    public void setContent(Node node) {
        content.set(node);
    }

    public String getLabel() {
        return label.get();
    }

    public void setLabel(String words) {
        label.set(words);
    }

    public StringProperty hintProperty() {
        return hint;
    }

    public String getHint() {
        return hint.get();
    }

    public void setHint(String words) {
        hint.set(words);
    }

    public StringProperty errorProperty() {
        return error;
    }

    public String getError() {
        return error.get();
    }

    public void setError(String words) {
        error.set(words);
    }
}
