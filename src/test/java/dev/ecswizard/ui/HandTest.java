package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class HandTest {
    private final AtomicInteger clicks = new AtomicInteger();
    private HBox row;
    private Button last;

    @Start
    void show(Stage stage) {
        last = new Button("Last");
        last.setId("last");
        last.setOnAction(_ -> clicks.incrementAndGet());
        row = new HBox(last);
        stage.setScene(new Scene(row, 900, 60));
        stage.show();
    }

    @Test
    void whatHasJustMovedIsClickedWhereItStands(FxRobot robot) {
        for (var times = 1; times <= 30; times++) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> row.getChildren().addFirst(new Button("Before")));
            var pointed = robot.point("#last").query();
            robot.interact(() -> {
                row.applyCss();
                row.layout();
                assertThat(last.localToScreen(last.getBoundsInLocal()).contains(pointed))
                        .isTrue();
                row.getChildren().removeFirst();
            });
        }
        robot.clickOn("#last");
        assertThat(clicks).hasValue(1);
    }
}
