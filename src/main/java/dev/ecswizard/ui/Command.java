package dev.ecswizard.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A command line to copy. Takes no room while there is none.
public final class Command extends HBox {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObjectProperty<Copy> copy = new SimpleObjectProperty<>(this, "copy", Copy.toClipboard());

    public Command() {
        getStyleClass().add("command");
        setAlignment(Pos.TOP_LEFT);
        var words = new TextArea();
        words.setEditable(false);
        words.setWrapText(true);
        words.setAccessibleText(Messages.of(Command.class).text("command.text.accessible"));
        words.textProperty().bind(text);
        words.prefRowCountProperty().bind(text.map(command -> command.length() > 76 ? 2 : 1));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(words, new CopyButton(text::get, command -> copy.get().text(command)));
        var needed = text.map(command -> !command.isEmpty());
        visibleProperty().bind(needed);
        managedProperty().bind(needed);
    }

    public StringProperty textProperty() {
        return text;
    }

    public String getText() {
        return text.get();
    }

    public void setText(String command) {
        text.set(command);
    }

    /// Where the command goes when it is copied; the clipboard unless told otherwise.
    public void setCopy(Copy target) {
        copy.set(target);
    }
}
