package dev.ecswizard.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Window;

/// How the app looks: light or dark, in every window alike.
public enum Theme {
    LIGHT(new PrimerLight(), "light.css"),
    DARK(new PrimerDark(), "dark.css");

    private static final String STILL = "still.css";

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
            if (scene != null && isDressed(scene)) {
                put(scene);
            }
        }
    }

    /// The look in use.
    public static Theme inUse() {
        return DARK.base.equals(Application.getUserAgentStylesheet()) ? DARK : LIGHT;
    }

    /// Lets nothing move in any window that is open and in those to come, or lets it move again. To be called on the
    /// window's thread.
    public static void still(boolean isStill) {
        for (var window : Window.getWindows()) {
            var scene = window.getScene();
            if (scene != null && isDressed(scene)) {
                scene.getStylesheets().remove(path(STILL));
                if (isStill) {
                    scene.getStylesheets().add(path(STILL));
                }
            }
        }
    }

    private static boolean isStill() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .anyMatch(scene -> scene != null && scene.getStylesheets().contains(path(STILL)));
    }

    /// Not those that follow the window they belong to, such as lists that drop down.
    private static boolean isDressed(Scene scene) {
        return scene.getStylesheets().contains(path("app.css"));
    }

    private void put(Scene scene) {
        var sheets = new ArrayList<>(List.of(path(sheet), path("app.css"), path("yaml.css"), path("preview.css")));
        if (isStill()) {
            sheets.add(path(STILL));
        }
        scene.getStylesheets().setAll(sheets);
    }

    private static String path(String name) {
        return Theme.class.getResource(name).toExternalForm();
    }
}
