package dev.ecswizard.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.SideWindow;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The window that lists what goes on behind a connection, as it looks and by the keyboard.
@ExtendWith(WindowExtension.class)
class ReportPaneTest {
    private final List<String> copied = new ArrayList<>();
    private List<Action.Row> rows = List.of();
    private ReportModel model;
    private ReportPane pane;

    @Start
    void show(Stage stage) {
        stage.setScene(new Scene(new Pane(), 1000, 700));
        stage.show();
        var report = new Action.Report(
                "Requests",
                "What the clients have asked, newest first, and what they were answered.",
                List.of(
                        new Action.Column("Time", 8),
                        new Action.Column("Service", 14),
                        new Action.Column("Operation", 28),
                        new Action.Column("Answer", 30)),
                () -> rows);
        model = new ReportModel(new InOrder(), report);
        pane = new ReportPane(model, copied::add);
        new SideWindow(stage, Modality.NONE, report.label(), pane.root(), 1000, 560).show();
        pane.open();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> pane.close());
    }

    private void ask(FxRobot robot, int count) {
        rows = IntStream.range(0, count)
                .mapToObj(number -> new Action.Row(
                        String.valueOf(number),
                        List.of(
                                "10:00:%02d".formatted(59 - number % 60),
                                number % 3 == 0 ? "cloudformation" : "ec2",
                                number % 3 == 0 ? "DescribeStackEvents" : "DescribeSecurityGroupRules",
                                number % 7 == 0 ? "400 Throttling: Rate exceeded, in words that are long" : "200")))
                .toList();
        robot.interact(model::refresh);
    }

    @Test
    void beforeThereIsAnythingThatIsSaid() {
        Shown.keptAround("#report", "report-empty");
    }

    @Test
    void whatIsFilteredIsCountedAndCopiedByTheKeyboard(FxRobot robot) {
        ask(robot, 40);
        Shown.keptAround("#report", "report-window");
        assertThat(robot.lookup("#reportFilter").query().isFocused()).isTrue();
        robot.clickOn("#reportFilter").write("throttling");
        assertThat(robot.lookup("#report").queryTableView().getItems()).hasSize(6);
        Shown.keptAround("#report", "report-filtered");
        robot.interact(() -> robot.lookup("#report").query().requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(copied).singleElement().asString().startsWith("Time\tService\tOperation\tAnswer\n");
        robot.interact(() -> model.filter().set("nothing of the kind"));
        Shown.keptAround("#report", "report-none");
    }
}
