package dev.ecswizard.start;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A window with one label, which changes with each of its first frames so that there is a second one. With an argument it ends
/// after that, for the making of its cache of classes.
public final class Label extends Application {
    private static final int FRAMES = 10;

    private final javafx.scene.control.Label label = new javafx.scene.control.Label("One");
    private int frames;

    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        var scene = new Scene(new StackPane(label), 1000, 700);
        scene.addPostLayoutPulseListener(this::change);
        stage.setScene(scene);
        stage.show();
    }

    private void change() {
        frames++;
        if (frames < FRAMES) {
            label.setText("Frame " + frames);
            Platform.requestNextPulse();
        } else if (!getParameters().getRaw().isEmpty()) {
            Platform.exit();
        }
    }
}
