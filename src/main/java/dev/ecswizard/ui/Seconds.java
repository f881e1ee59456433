package dev.ecswizard.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/// Has what shows the time brought up to date every second, as long as there is need for it and the page can be seen.
/// Else no timer runs.
public final class Seconds {
    private record Need(ObservableValue<Boolean> isNeeded, Runnable update) {}

    private final List<Need> needs = new ArrayList<>();
    private final Timeline timer = new Timeline(new KeyFrame(Duration.seconds(1), _ -> update()));
    private final ObservableValue<Boolean> isSeen;

    /// @param page what has to be in a window that is open, itself visible
    public Seconds(Node page) {
        timer.setCycleCount(Animation.INDEFINITE);
        var window = page.sceneProperty().flatMap(Scene::windowProperty);
        var isOpen = window.flatMap(Window::showingProperty).orElse(false);
        var isSmall = window.flatMap(now -> now instanceof Stage stage ? stage.iconifiedProperty() : null)
                .orElse(false);
        isSeen = page.visibleProperty()
                .flatMap(visible -> isOpen.flatMap(open -> isSmall.map(small -> visible && open && !small)));
        isSeen.subscribe(_ -> run());
    }

    /// Has something updated while a value is true, first as soon as it becomes so in sight.
    public void whileNeeded(ObservableValue<Boolean> isNeeded, Runnable update) {
        needs.add(new Need(isNeeded, update));
        isNeeded.subscribe(_ -> run());
    }

    /// Whether the timer runs.
    boolean isRunning() {
        return timer.getStatus() == Animation.Status.RUNNING;
    }

    private void run() {
        var runs = isSeen.getValue()
                && needs.stream().anyMatch(need -> need.isNeeded().getValue());
        if (runs && !isRunning()) {
            update();
            timer.play();
        } else if (!runs) {
            timer.stop();
        }
    }

    private void update() {
        needs.stream()
                .filter(need -> need.isNeeded().getValue())
                .forEach(need -> need.update().run());
    }
}
