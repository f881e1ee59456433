package dev.ecswizard.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Has assistive technology say what has changed elsewhere than where the keyboard is.
///
/// JavaFX has no live regions: screen readers are told of changes of what has the keyboard. So that bears the news in
/// front of its own name until the person does something, or for [#SAID]. What changes again within [#GATHERED] is said
/// once, as it is then, and what changes at the same time is said in one breath. On Linux JavaFX speaks to no screen
/// reader at all.
public final class Spoken {
    /// How long changes are gathered, of which only the last of each place is said. What takes no longer to come was
    /// never waited for.
    public static final Duration GATHERED = Duration.millis(400);

    /// How long the news stays.
    public static final Duration SAID = Duration.seconds(4);

    private final Scene scene;
    private final Map<Node, String> news = new LinkedHashMap<>();
    private final PauseTransition gathering = new PauseTransition(GATHERED);
    private final PauseTransition said = new PauseTransition(SAID);
    private Runnable takenBack = () -> {};

    private Spoken(Scene scene) {
        this.scene = scene;
        gathering.setOnFinished(_ -> say());
        said.setOnFinished(_ -> takeBack());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> takeBack());
    }

    /// Has each new text of a widget said while the widget can be seen. To be called on the window's thread.
    public static void follow(Node widget, ObservableValue<String> text) {
        text.subscribe((_, now) -> tell(widget, now));
    }

    /// Has something said that a widget shows, if it can be seen shortly after. To be called on the window's thread.
    ///
    /// @param words nothing is said in place of empty ones, nor of what they come after
    public static void tell(Node widget, String words) {
        if (widget.getScene() != null) {
            of(widget.getScene()).gather(widget, words);
        }
    }

    private static Spoken of(Scene scene) {
        return (Spoken) scene.getProperties().computeIfAbsent(Spoken.class, _ -> new Spoken(scene));
    }

    private void gather(Node widget, String words) {
        // said in the order in which they came about
        news.remove(widget);
        if (words != null && !words.isBlank()) {
            news.put(widget, words);
            if (gathering.getStatus() != PauseTransition.Status.RUNNING) {
                gathering.playFromStart();
            }
        }
    }

    private void say() {
        var words = news.entrySet().stream()
                .filter(entry -> isSeen(entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .collect(Collectors.joining("\n"));
        news.clear();
        var listener = scene.getFocusOwner();
        if (!words.isEmpty()
                && listener != null
                && !listener.accessibleTextProperty().isBound()) {
            takeBack();
            say(listener, words);
        }
    }

    private void say(Node listener, String words) {
        var own = listener.getAccessibleText();
        var all = words + "\n" + name(listener);
        listener.setAccessibleText(all);
        listener.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        Subscription focus = listener.focusedProperty().subscribe((_, _) -> takeBack());
        takenBack = () -> {
            focus.unsubscribe();
            // somebody else may have named it meanwhile
            if (all.equals(listener.getAccessibleText())) {
                listener.setAccessibleText(own);
            }
        };
        said.playFromStart();
    }

    /// Not what was typed into it, which may be long.
    private static String name(Node listener) {
        var own = listener.getAccessibleText();
        if (own != null && !own.isBlank()) {
            return own;
        }
        return listener instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    private void takeBack() {
        said.stop();
        takenBack.run();
        takenBack = () -> {};
    }

    private boolean isSeen(Node widget) {
        var node = widget;
        while (node != null && node.isVisible()) {
            if (node == scene.getRoot()) {
                return true;
            }
            node = node.getParent();
        }
        return false;
    }
}
