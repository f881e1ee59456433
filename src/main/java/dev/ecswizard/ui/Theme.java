package dev.ecswizard.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Window;

/// How the app looks: light or dark, in every window alike.
public enum Theme {
    LIGHT(new PrimerLight(), "light.css"),
    DARK(new PrimerDark(), "dark.css");

    private final String base;
    private final String sheet;

    Theme(atlantafx.base.theme.Theme base, String sheet) {
        this.base = base.getUserAgentStylesheet();
        this.sheet = sheet;
    }

    /// Gives a scene the look in use, which is a light one until [#use] says otherwise.
    public static void dress(Scene scene) {
        if (!DARK.base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(LIGHT.base);
        }
        inUse().put(scene);
    }

    /// Gives this look to every window that is open and to those to come. To be called on the window's thread.
    public void use() {
        Application.setUserAgentStylesheet(base);
        for (var window : Window.getWindows()) {
            var scene = window.getScene();
            // not those that follow the window they belong to, such as lists that drop down
            if (scene != null && scene.getStylesheets().contains(path("app.css"))) {
                put(scene);
            }
        }
    }

    /// The look in use.
    public static Theme inUse() {
        return DARK.base.equals(Application.getUserAgentStylesheet()) ? DARK : LIGHT;
    }

    private void put(Scene scene) {
        scene.getStylesheets().setAll(path(sheet), path("app.css"), path("yaml.css"), path("preview.css"));
    }

    private static String path(String name) {
        return Theme.class.getResource(name).toExternalForm();
    }
}
