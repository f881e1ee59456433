package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class ThemeTest {
    /// What text stands in, and what it stands on.
    private static final List<String> TEXTS = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-fg-subtle",
            "-color-accent-fg",
            "-color-success-fg",
            "-color-warning-fg",
            "-color-danger-fg",
            "-app-yaml-key",
            "-app-yaml-tag",
            "-app-yaml-string",
            "-app-yaml-script",
            "-app-yaml-comment");
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle");

    @TempDir
    private java.nio.file.Path folder;

    private final InOrder background = new InOrder();
    private final SimpleObjectProperty<Boolean> systemIsDark = new SimpleObjectProperty<>(false);
    private final VBox root = new VBox();
    private AppearanceModel model;

    @Start
    void show(Stage stage) {
        model = new AppearanceModel(
                background, new Settings(folder.resolve("settings.properties")), Appearance.SYSTEM, systemIsDark);
        model.theme().subscribe(Theme::use);
        var holder = new MenuButton(
                "Menu",
                null,
                new AppearanceMenu(
                                model,
                                new MotionModel(
                                        background,
                                        new Settings(folder.resolve("settings.properties")),
                                        Motion.SYSTEM,
                                        systemIsDark))
                        .menu());
        holder.setId("holder");
        root.getChildren().add(holder);
        var scene = new Scene(root, 300, 200);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void bringBackTheLight(FxRobot robot) {
        robot.interact(Theme.LIGHT::use);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTextCanBeRead(Theme theme, FxRobot robot) {
        robot.interact(theme::use);
        for (var text : TEXTS) {
            for (var ground : GROUNDS) {
                assertThat(Contrast.between(colour(robot, text), colour(robot, ground)))
                        .as("%s on %s, %s", text, ground, theme)
                        .isGreaterThanOrEqualTo(Contrast.OF_TEXT);
            }
        }
    }

    @Test
    void theLookOfTheSystemIsFollowedUntilThePersonChooses(FxRobot robot) {
        assertThat(Theme.inUse()).isEqualTo(Theme.LIGHT);
        robot.interact(() -> systemIsDark.set(true));
        assertThat(Theme.inUse()).isEqualTo(Theme.DARK);
        assertThat(colour(robot, "-color-bg-default").getBrightness()).isLessThan(0.3);

        robot.clickOn("#holder").clickOn("#appearance").clickOn("#appearance-light");
        assertThat(Theme.inUse()).isEqualTo(Theme.LIGHT);
        robot.interact(() -> systemIsDark.set(false));
        robot.interact(() -> systemIsDark.set(true));
        assertThat(Theme.inUse()).isEqualTo(Theme.LIGHT);
        assertThat(new Settings(folder.resolve("settings.properties")).appearance())
                .isEqualTo(Appearance.LIGHT);
    }

    @Test
    void theAppearanceIsChosenByTheKeyboard(FxRobot robot) {
        robot.interact(() -> root.getChildren().getFirst().requestFocus());
        robot.type(KeyCode.SPACE)
                .type(KeyCode.DOWN)
                .type(KeyCode.RIGHT)
                .type(KeyCode.DOWN, 2)
                .type(KeyCode.ENTER);
        assertThat(Theme.inUse()).isEqualTo(Theme.DARK);
        assertThat(((RadioMenuItem) model(robot, "appearance-dark")).isSelected())
                .isTrue();
    }

    private static Object model(FxRobot robot, String id) {
        var menu = (Menu)
                robot.lookup("#holder").queryAs(MenuButton.class).getItems().getFirst();
        return menu.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private Color colour(FxRobot robot, String name) {
        var probe = new Label("x");
        probe.setStyle("-fx-text-fill: " + name);
        robot.interact(() -> {
            root.getChildren().add(new StackPane(probe));
            root.applyCss();
            root.getChildren().removeLast();
        });
        return (Color) probe.getTextFill();
    }
}
