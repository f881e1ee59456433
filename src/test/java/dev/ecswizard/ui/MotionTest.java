package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class MotionTest {
    private final InOrder background = new InOrder();
    private final SimpleObjectProperty<Boolean> systemIsStill = new SimpleObjectProperty<>(false);
    private ProgressIndicator turning;
    private ProgressBar bar;
    private MenuButton menu;

    @TempDir
    private Path folder;

    @Start
    void show(Stage stage) {
        turning = new ProgressIndicator();
        bar = new ProgressBar();
        menu = new MenuButton("Menu");
        var scene = new Scene(new VBox(menu, turning, bar), 300, 200);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private Settings settings() {
        return new Settings(folder.resolve("settings.properties"));
    }

    private MotionModel model(FxRobot robot, Motion before) {
        var model = new MotionModel(background, settings(), before, systemIsStill);
        var appearance =
                new AppearanceModel(background, settings(), Appearance.SYSTEM, new SimpleObjectProperty<>(false));
        robot.interact(() -> {
            menu.getItems().setAll(new AppearanceMenu(appearance, model).menu());
            model.isStill().subscribe(Theme::still);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return model;
    }

    private void assertMoving() {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isMoving(turning, ".spinner")).isTrue();
        assertThat(turning.getShape()).isNull();
        assertThat(isMoving(bar, ".bar")).isTrue();
    }

    private void assertStill() {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isMoving(turning, ".spinner")).isFalse();
        assertThat(turning.getShape()).isNotNull();
        assertThat(isMoving(bar, ".bar")).isFalse();
    }

    private static boolean isMoving(ProgressIndicator progress, String part) {
        return progress.lookup(part).isVisible();
    }

    private List<String> chosen() {
        return ((Menu) menu.getItems().getFirst())
                .getItems().stream()
                        .filter(item -> item instanceof RadioMenuItem choice && choice.isSelected())
                        .map(MenuItem::getId)
                        .toList();
    }

    @Test
    void theSystemIsFollowedUntilThePersonChooses(FxRobot robot) {
        var model = model(robot, Motion.SYSTEM);
        assertMoving();
        robot.interact(() -> systemIsStill.set(true));
        assertStill();

        robot.interact(() -> model.choose(Motion.MOVING));
        assertMoving();
        assertThat(settings().motion()).isEqualTo(Motion.MOVING);
        robot.interact(() -> systemIsStill.set(false));
        robot.interact(() -> systemIsStill.set(true));
        assertMoving();
    }

    @Test
    void theMenuLetsNothingMoveAndThatIsRemembered(FxRobot robot) {
        model(robot, Motion.SYSTEM);
        robot.clickOn(menu).clickOn("#appearance").clickOn("#motion-still");
        assertStill();
        assertThat(settings().motion()).isEqualTo(Motion.STILL);
        model(robot, settings().motion());
        assertThat(chosen()).containsExactly("appearance-system", "motion-still");
    }

    @Test
    void theMenuLeadsBackToWhatTheSystemSays(FxRobot robot) {
        model(robot, Motion.STILL);
        assertStill();
        robot.clickOn(menu).clickOn("#appearance").clickOn("#motion-system");
        assertMoving();
        assertThat(settings().motion()).isEqualTo(Motion.SYSTEM);
        assertThat(chosen()).containsExactly("appearance-system", "motion-system");
        robot.interact(() -> systemIsStill.set(true));
        assertStill();
    }

    @Test
    void whatIsKnownIsStillShownAndWindowsToComeAreStillToo(FxRobot robot) {
        model(robot, Motion.STILL);
        robot.interact(() -> bar.setProgress(0.5));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isMoving(bar, ".bar")).isTrue();

        var other = new ProgressIndicator();
        robot.interact(() -> {
            Theme.DARK.use();
            var scene = new Scene(new VBox(other));
            Theme.dress(scene);
            scene.getRoot().applyCss();
        });
        assertThat(isMoving(other, ".spinner")).isFalse();
        assertThat(isMoving(turning, ".spinner")).isFalse();
        robot.interact(Theme.LIGHT::use);
    }
}
