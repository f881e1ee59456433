package dev.ecswizard;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Builds connections, models and pages, and shows the window.
public final class App extends Application {
    private static Start start;

    /// Opens the window and blocks until it is closed.
    static void open(Start start) {
        App.start = start;
        launch(App.class);
    }

    @Override
    public void start(Stage stage) {
        stage.setTitle("ECS Cluster Wizard");
        stage.setScene(new Scene(new StackPane(), 1000, 700));
        stage.show();
    }
}
