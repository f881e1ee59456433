package dev.ecswizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class LoadPaneTest {
    private final InOrder background = new InOrder();
    private final Load<List<String>> load = new Load<>(background);
    private final List<String> listed = new ArrayList<>();
    private boolean fails;

    @Start
    void show(Stage stage) {
        var pane = new LoadPane();
        pane.follow(load, List::isEmpty);
        stage.setScene(new Scene(pane, 600, 400));
        stage.show();
    }

    private List<String> ask() {
        if (fails) {
            throw new CloudProblem(CloudProblem.Kind.DENIED, "ec2:DescribeVpcs", "Code", "No.", "", null);
        }
        return List.copyOf(listed);
    }

    private void retryBringsIt(FxRobot robot) {
        fails = false;
        listed.add("one");
        robot.clickOn("#retry");
        assertThat(load.value().getValue()).contains(List.of("one"));
    }

    @Test
    void anEmptyListCanBeAskedForAgain(FxRobot robot) {
        robot.interact(() -> load.start(this::ask));
        retryBringsIt(robot);
    }

    @Test
    void aCancelledLoadCanBeStartedAgain(FxRobot robot) {
        background.hold();
        robot.interact(() -> load.start(this::ask));
        robot.interact(load::cancel);
        background.release();
        retryBringsIt(robot);
    }

    @Test
    void aFailedLoadCanBeStartedAgain(FxRobot robot) {
        fails = true;
        robot.interact(() -> load.start(this::ask));
        retryBringsIt(robot);
    }
}
