package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import dev.ecswizard.wizard.deploy.TimelineModel.Line;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class TimelinePaneTest {
    private static final String CLUSTER = "AWS::ECS::Cluster";

    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private DeployModel model;
    private Stage stage;
    private Parent frame;

    @Start
    void show(Stage stage) {
        this.stage = stage;
        var spec = new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
        var template = new SimpleObjectProperty<>(spec.get().map(Template::of));
        var place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
        var obstacle = new SimpleObjectProperty<>(Optional.<String>empty());
        var checks = new ChecksFor(spec, new SimpleObjectProperty<>(Optional.empty()));
        model = new DeployModel(
                background,
                new StepPace(),
                ZoneOffset.UTC,
                new OfferModel(background, spec, place, template, obstacle, new GateModel(checks.model)),
                new FakeAnswers());
        var record = new RecordModel(
                background,
                Shown.noFiles(),
                InstantSource.fixed(FakeStacks.START),
                model.state(),
                model.finish().seen()::get);
        Shown.in(stage, List.of(new DeployPage(model, record, _ -> {})));
        frame = stage.getScene().getRoot();
    }

    @AfterEach
    void bringBackTheLight(FxRobot robot) {
        robot.interact(Theme.LIGHT::use);
    }

    /// Takes what the window shows out of it into one of another size, which no screen of a test has.
    private void pictureAt(FxRobot robot, int width, int height, String name) {
        robot.interact(() -> {
            var scene = new Scene(frame(), width, height);
            Theme.dress(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        Shown.picture(frame.getScene(), name);
    }

    private Parent frame() {
        if (stage.getScene().getRoot() == frame) {
            stage.getScene().setRoot(new Pane());
        } else {
            frame.getScene().setRoot(new Pane());
        }
        return frame;
    }

    private void deploy(FxRobot robot) {
        robot.clickOn("#capabilities").clickOn("#deploy");
        robot.interact(background::all);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Turns to the timeline, wherever the button is just now, and puts the keyboard into it.
    private void turn(FxRobot robot) {
        robot.interact(
                () -> robot.lookup("#showTimeline").queryAs(ToggleButton.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> bars(robot).requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bars(robot).isFocused()).isTrue();
    }

    private void three() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "")
                .event("Cluster", CLUSTER, "CREATE_IN_PROGRESS", "")
                .event("Role", "AWS::IAM::Role", "CREATE_IN_PROGRESS", "")
                .event("Cluster", CLUSTER, "CREATE_COMPLETE", "")
                .event("Role", "AWS::IAM::Role", "CREATE_IN_PROGRESS", "Eventual consistency check initiated")
                .event("Role", "AWS::IAM::Role", "CREATE_COMPLETE", "")
                .event("Group", "AWS::AutoScaling::AutoScalingGroup", "CREATE_IN_PROGRESS", "")
                .event(
                        "Group",
                        "AWS::AutoScaling::AutoScalingGroup",
                        "CREATE_IN_PROGRESS",
                        "Resource creation Initiated");
        for (var second = 0; second < 9; second++) {
            stacks.event("web", "AWS::CloudFormation::Note", "CREATE_IN_PROGRESS", "");
        }
        stacks.event("Group", "AWS::AutoScaling::AutoScalingGroup", "CREATE_FAILED", "No host came")
                .event("web", DeployModelTest.STACK, "CREATE_FAILED", "")
                .status("CREATE_FAILED");
    }

    private void threeHundred() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "");
        for (var number = 0; number < 300; number++) {
            stacks.event("ServiceDiscoveryNamespace" + number, CLUSTER, "CREATE_IN_PROGRESS", "");
            if (number > 40) {
                stacks.event("ServiceDiscoveryNamespace" + (number - 40), CLUSTER, "CREATE_COMPLETE", "");
            }
        }
        stacks.event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "").status("CREATE_COMPLETE");
    }

    private static ListView<Line> bars(FxRobot robot) {
        return robot.lookup("#bars").queryListView();
    }

    private static TableView<StackEvent> events(FxRobot robot) {
        return robot.lookup("#events").queryTableView();
    }

    private boolean isSeen(String id) {
        for (var node = frame.lookup(id); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String selected(FxRobot robot) {
        return Optional.ofNullable(bars(robot).getSelectionModel().getSelectedItem())
                .map(line -> line.bar().get().logicalId())
                .orElse("");
    }

    @Test
    void whereThereIsRoomTheTimelineStandsBesideTheLog(FxRobot robot) {
        three();
        deploy(robot);
        pictureAt(robot, 1440, 900, "timeline-failed");
        Shown.kept(frame.getScene(), "timeline-wide");
        assertThat(isSeen("#bars")).isTrue();
        assertThat(isSeen("#events")).isTrue();
        assertThat(isSeen("#showTimeline")).isFalse();
        pictureAt(robot, 1100, 700, "timeline-1100");
        assertThat(isSeen("#bars")).isTrue();
        pictureAt(robot, 1099, 700, "timeline-1099");
        assertThat(isSeen("#bars")).isFalse();
        robot.interact(Theme.DARK::use);
        pictureAt(robot, 1440, 900, "timeline-failed-dark");
    }

    @Test
    void whereRoomIsShortThePersonTurnsFromOneToTheOther(FxRobot robot) {
        three();
        deploy(robot);
        assertThat(isSeen("#bars")).isFalse();
        assertThat(isSeen("#events")).isTrue();
        robot.clickOn("#showTimeline");
        assertThat(isSeen("#bars")).isTrue();
        assertThat(isSeen("#events")).isFalse();
        assertThat(isSeen("#eventFilter")).isFalse();
        Shown.picture("timeline-failed-narrow");
        robot.clickOn("#showTimeline");
        assertThat(isSeen("#bars")).isTrue();
        robot.clickOn("#showLog");
        assertThat(isSeen("#events")).isTrue();
    }

    @Test
    void whatIsSelectedOnOneSideIsSelectedOnTheOther(FxRobot robot) {
        three();
        deploy(robot);
        turn(robot);
        robot.type(KeyCode.HOME).type(KeyCode.DOWN);
        assertThat(selected(robot)).isEqualTo("Role");
        assertThat(events(robot).getSelectionModel().getSelectedItems())
                .extracting(StackEvent::logicalId)
                .hasSize(3)
                .containsOnly("Role");
        robot.interact(() -> events(robot).getSelectionModel().clearAndSelect(1));
        assertThat(selected(robot)).isEqualTo("Cluster");
        assertThat(events(robot).getSelectionModel().getSelectedIndices()).containsExactly(1);
    }

    @Test
    void enterLeadsToTheEventsOfABar(FxRobot robot) {
        three();
        deploy(robot);
        turn(robot);
        robot.type(KeyCode.HOME).type(KeyCode.ENTER);
        assertThat(isSeen("#events")).isTrue();
        assertThat(events(robot).isFocused()).isTrue();
        assertThat(events(robot).getSelectionModel().getSelectedItems())
                .extracting(StackEvent::logicalId)
                .hasSize(2)
                .containsOnly("Cluster");
    }

    @Test
    void threeHundredBarsScrollInRowsOfOneHeight(FxRobot robot) {
        threeHundred();
        deploy(robot);
        turn(robot);
        assertThat(bars(robot).getItems()).hasSize(300);
        var rows = robot.from(bars(robot)).lookup(".list-cell").<ListCell<?>>queryAll();
        assertThat(rows).hasSizeBetween(5, 60).allMatch(row -> row.getHeight() == 24);
        robot.type(KeyCode.END);
        assertThat(selected(robot)).isEqualTo("ServiceDiscoveryNamespace299");
        pictureAt(robot, 1440, 900, "timeline-300");
    }

    @Test
    void eachRowTellsWhatItShowsInWords(FxRobot robot) {
        three();
        deploy(robot);
        turn(robot);
        assertThat(robot.from(bars(robot)).lookup(".list-cell").<ListCell<?>>queryAll())
                .filteredOn(row -> !row.isEmpty())
                .extracting(row -> row.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .contains(
                        "Cluster, AWS::ECS::Cluster, created in 2 s",
                        "Role, AWS::IAM::Role, created in 3 s",
                        "Group, AWS::AutoScaling::AutoScalingGroup, failed after 11 s");
    }
}
