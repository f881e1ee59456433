package dev.ecswizard.ui;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;

/// How the app looks.
public final class Theme {
    private Theme() {}

    /// Gives a scene the app's look.
    public static void dress(Scene scene) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("app.css"), sheet("yaml.css"));
    }

    private static String sheet(String name) {
        return Theme.class.getResource(name).toExternalForm();
    }
}
