package dev.ecswizard.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The place of the app's window: where it was left, and where it is.
public final class WindowPlace {
    /// What the system puts above the scene, or a little more.
    private static final int TITLE_HEIGHT = 48;

    private final Stage stage;
    private final Dimension2D least;
    // held, since the screens do not hold it
    private final InvalidationListener screensChange = _ -> keepLeast();
    private Optional<Placement> free = Optional.empty();

    /// @param before where it was left; the window is put there, or near it
    /// @param least how small it may become, where every screen has room for that
    public WindowPlace(Stage stage, Optional<Placement> before, Dimension2D least) {
        this.stage = stage;
        this.least = least;
        keepLeast();
        Screen.getScreens().addListener(new WeakInvalidationListener(screensChange));
        before.map(left -> left.within(screens())).or(this::cramped).ifPresent(place -> {
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

    private static List<Rectangle2D> screens() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    }

    private void keepLeast() {
        var now = Placement.least(least, screens());
        stage.setMinWidth(now.getWidth());
        stage.setMinHeight(now.getHeight());
    }

    /// Where the window is put for the first time, if its screen has no room for it as it is.
    private Optional<Placement> cramped() {
        var screen = screens().getFirst();
        var width = (int) stage.getScene().getWidth();
        var height = (int) stage.getScene().getHeight() + TITLE_HEIGHT;
        return width <= screen.getWidth() && height <= screen.getHeight()
                ? Optional.empty()
                : Optional.of(Placement.amid(screen, width, height));
    }

    private void note() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && stage.getWidth() > 0) {
            free = Optional.of(new Placement(
                    (int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight(), false));
        }
    }
}
