package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.Shown;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class ClosingQuestionTest {
    private Scene scene;

    @Start
    void show(Stage stage) {
        scene = new Scene(new Pane(), 1000, 700);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    /// Shows it, which lasts until it is answered.
    private Future<Boolean> ask(FxRobot robot, ClosingQuestion question) throws Exception {
        var answer = WaitForAsyncUtils.asyncFx(() -> question.ask(scene));
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        return answer;
    }

    @Test
    void escapeStays(FxRobot robot) throws Exception {
        var answer = ask(robot, ClosingQuestion.watching("web"));
        Shown.keptAround(".dialog-pane", "closing-watching");
        robot.type(KeyCode.ESCAPE);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void theButtonThatLeavesLeaves(FxRobot robot) throws Exception {
        var answer = ask(robot, ClosingQuestion.freeing("web"));
        Shown.keptAround(".dialog-pane", "closing-freeing");
        robot.clickOn("Close");
        assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
