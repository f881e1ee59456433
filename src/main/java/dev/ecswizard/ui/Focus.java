package dev.ecswizard.ui;

import javafx.scene.Node;
import javafx.util.Subscription;

/// Puts the keyboard where a person most likely begins.
public final class Focus {
    private Focus() {}

    /// Gives a widget the keyboard, at once or as soon as it is shown, unless the person has already begun elsewhere in
    /// the page.
    ///
    /// @param page what the widget is or will be in
    public static void on(Node page, Node widget) {
        if (widget.getScene() != null) {
            widget.requestFocus();
        } else if (page.getScene() != null) {
            new Waiting(page, widget).begin();
        }
    }

    /// A widget that is not shown yet.
    private static final class Waiting {
        private final Node page;
        private final Node widget;
        private Subscription subscription = Subscription.EMPTY;

        Waiting(Node page, Node widget) {
            this.page = page;
            this.widget = widget;
        }

        void begin() {
            subscription = widget.sceneProperty().subscribe(now -> {
                if (now != null) {
                    subscription.unsubscribe();
                    if (!isInPage(now.getFocusOwner())) {
                        widget.requestFocus();
                    }
                }
            });
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
