package dev.ecswizard.ui;

import javafx.scene.Node;
import javafx.util.Subscription;

/// Puts the keyboard where a person most likely begins.
public final class Focus {
    private Focus() {}

    /// Gives a widget the keyboard, at once or as soon as it is shown, unless the person has gone elsewhere in the
    /// page meanwhile. Whatever else in the page was to get it is forgotten.
    ///
    /// @param page what the widget is or will be in
    public static void on(Node page, Node widget) {
        if (page.getProperties().remove(Waiting.class) instanceof Waiting before) {
            before.end();
        }
        if (widget.getScene() != null) {
            widget.requestFocus();
        } else if (page.getScene() != null) {
            var waiting = new Waiting(page, widget);
            page.getProperties().put(Waiting.class, waiting);
            waiting.begin();
        }
    }

    /// A widget that is not shown yet.
    private static final class Waiting {
        private final Node page;
        private final Node widget;
        private final Node before;
        private Subscription subscription = Subscription.EMPTY;

        Waiting(Node page, Node widget) {
            this.page = page;
            this.widget = widget;
            before = page.getScene().getFocusOwner();
        }

        void begin() {
            subscription = widget.sceneProperty().subscribe(now -> {
                if (now != null) {
                    subscription.unsubscribe();
                    if (now.getFocusOwner() == before || !isInPage(now.getFocusOwner())) {
                        widget.requestFocus();
                    }
                }
            });
        }

        void end() {
            subscription.unsubscribe();
        }

        private boolean isInPage(Node owner) {
            var node = owner;
            while (node != null && node != page) {
                node = node.getParent();
            }
            return node != null;
        }
    }
}
