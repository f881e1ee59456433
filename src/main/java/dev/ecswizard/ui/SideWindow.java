package dev.ecswizard.ui;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/// A window beside the app's own, which closes with it and with Escape.
public final class SideWindow {
    /// What the system puts above the scene, or a little more.
    private static final int TITLE_HEIGHT = 48;

    private final Stage stage = new Stage();

    /// @param owner the window that it belongs to
    /// @param modality whether the owner waits for it
    /// @param width and height as wished; it gets no larger than the screen of its owner
    public SideWindow(Window owner, Modality modality, String title, Parent root, double width, double height) {
        stage.initOwner(owner);
        stage.initModality(modality);
        stage.setTitle(title);
        var screen =
                Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()).stream()
                        .findFirst()
                        .orElseGet(Screen::getPrimary)
                        .getVisualBounds();
        var scene = new Scene(
                root, Math.min(width, screen.getWidth()), Math.min(height, screen.getHeight() - TITLE_HEIGHT));
        Theme.dress(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        stage.setScene(scene);
    }

    /// Has something done when it is closed, in whatever way.
    public void whenClosed(Runnable action) {
        stage.setOnHidden(_ -> action.run());
    }

    /// Shows it, before all others. Returns at once.
    public void show() {
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    public void close() {
        stage.close();
    }
}
