package dev.ecswizard.ui;

import java.util.Optional;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The place of the app's window: where it was left, and where it is.
public final class WindowPlace {
    private final Stage stage;
    private Optional<Placement> free = Optional.empty();

    /// @param before where it was left; the window is put there, or near it
    public WindowPlace(Stage stage, Optional<Placement> before) {
        this.stage = stage;
        before.map(left -> left.within(Screen.getScreens().stream()
                        .map(Screen::getVisualBounds)
                        .toList()))
                .ifPresent(place -> {
                    stage.setX(place.x());
                    stage.setY(place.y());
                    stage.setWidth(place.width());
                    stage.setHeight(place.height());
                    stage.setMaximized(place.isMaximized());
                    free = Optional.of(place);
                });
        stage.xProperty().subscribe(_ -> note());
        stage.yProperty().subscribe(_ -> note());
        stage.widthProperty().subscribe(_ -> note());
        stage.heightProperty().subscribe(_ -> note());
    }

    /// Where it is, or was when it was closed; nothing before it was shown.
    public Optional<Placement> now() {
        return free.map(
                place -> new Placement(place.x(), place.y(), place.width(), place.height(), stage.isMaximized()));
    }

    private void note() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && stage.getWidth() > 0) {
            free = Optional.of(new Placement(
                    (int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight(), false));
        }
    }
}
