package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.wizard.Shown;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class ErrorDialogTest {
    private final List<String> copied = new ArrayList<>();
    private ErrorDialog dialog;

    /// Whose trace is the same wherever it is made.
    private static final class Known extends RuntimeException {
        private static final long serialVersionUID = 1;

        Known() {
            super("a tail of a comet", null, false, true);
            setStackTrace(new StackTraceElement[] {
                new StackTraceElement("dev.ecswizard.wizard.Comet", "fall", "Comet.java", 31),
                new StackTraceElement("dev.ecswizard.wizard.Sky", "open", "Sky.java", 7)
            });
        }
    }

    @Start
    void show(Stage stage) {
        var scene = new Scene(new Pane(), 1000, 700);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        dialog = new ErrorDialog(stage, copied::add);
    }

    @Test
    void theUnforeseenIsToldAndItsDetailsAreShownAndCopiedOnDemand(FxRobot robot) {
        robot.interact(() -> dialog.unforeseen(new Known(), "/home/ops/.local/state/wizard-0.0.log"));
        Shown.keptAround(".dialog-pane", "error-unforeseen");
        robot.interact(
                () -> robot.lookup(".dialog-pane").queryAs(DialogPane.class).setExpanded(true));
        assertThat(robot.lookup("#errorDetails").queryAs(TextArea.class).getText())
                .contains("a tail of a comet", "Sky.java:7");
        Shown.keptAround(".dialog-pane", "error-details");
        robot.clickOn(".copy");
        assertThat(copied).singleElement().asString().contains("Comet.java:31");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".dialog-pane").tryQuery()).isEmpty();
    }

    @Test
    void whatIsRefusedIsToldWithoutDetails(FxRobot robot) {
        robot.interact(() -> dialog.refused(
                "web.ecscluster can not be opened",
                "line 3: subnets has to be a list of subnets, each beginning with subnet-"));
        assertThat(robot.lookup("#errorDetails").tryQuery()).isEmpty();
        Shown.keptAround(".dialog-pane", "error-refused");
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup(".dialog-pane").tryQuery()).isEmpty();
    }
}
