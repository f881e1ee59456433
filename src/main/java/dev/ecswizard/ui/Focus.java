package dev.ecswizard.ui;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Puts the keyboard where a person most likely begins.
public final class Focus {
    private Focus() {}

    /// Gives a widget the keyboard, at once or as soon as it is shown, unless the person has moved on by then.
    ///
    /// @param page what the widget is or will be in
    public static void on(Node page, Node widget) {
        if (widget.getScene() != null) {
            widget.requestFocus();
        } else if (page.getScene() != null) {
            new Waiting(page.getScene(), widget).begin();
        }
    }

    /// A widget that is not shown yet.
    private static final class Waiting {
        private final Scene scene;
        private final Node widget;
        private final Node owner;
        private Subscription subscription = Subscription.EMPTY;

        Waiting(Scene scene, Node widget) {
            this.scene = scene;
            this.widget = widget;
            owner = scene.getFocusOwner();
        }

        void begin() {
            subscription = widget.sceneProperty().subscribe(now -> {
                if (now != null) {
                    subscription.unsubscribe();
                    if (scene.getFocusOwner() == owner || scene.getFocusOwner() == null) {
                        widget.requestFocus();
                    }
                }
            });
        }
    }
}
