package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class SecondsTest {
    private final SimpleObjectProperty<Boolean> isNeeded = new SimpleObjectProperty<>(false);
    private final Pane page = new Pane();
    private final StackPane frame = new StackPane(page);
    private Seconds seconds;
    private Stage stage;
    private int updates;

    @Start
    void show(Stage stage) {
        this.stage = stage;
        seconds = new Seconds(page);
        seconds.whileNeeded(isNeeded, () -> updates++);
        stage.setScene(new Scene(frame, 100, 100));
        stage.show();
    }

    @Test
    void aTimerRunsOnlyWhileThereIsNeed(FxRobot robot) {
        assertThat(seconds.isRunning()).isFalse();
        robot.interact(() -> isNeeded.set(true));
        assertThat(seconds.isRunning()).isTrue();
        assertThat(updates).isOne();
        robot.interact(() -> isNeeded.set(false));
        assertThat(seconds.isRunning()).isFalse();
        assertThat(updates).isOne();
    }

    @Test
    void aPageThatIsOutOfSightHasNoTimerAndIsUpToDateAsSoonAsItIsBack(FxRobot robot) {
        robot.interact(() -> isNeeded.set(true));
        robot.interact(() -> page.setVisible(false));
        assertThat(seconds.isRunning()).isFalse();
        robot.interact(() -> page.setVisible(true));
        assertThat(seconds.isRunning()).isTrue();
        assertThat(updates).isEqualTo(2);

        robot.interact(() -> frame.getChildren().clear());
        assertThat(seconds.isRunning()).isFalse();
        robot.interact(() -> frame.getChildren().add(page));
        assertThat(seconds.isRunning()).isTrue();

        robot.interact(stage::hide);
        assertThat(seconds.isRunning()).isFalse();
    }
}
