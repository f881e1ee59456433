package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What is asked before something is taken back, deleted or mended, as it looks and by the keyboard.
@ExtendWith(WindowExtension.class)
class QuestionPanesTest {
    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private DeployModel model;

    @Start
    void show(Stage stage) {
        var spec = Specs.standard("web");
        var offered = new OfferModel(
                background,
                new SimpleObjectProperty<Optional<ClusterSpec>>(Optional.empty()),
                new SimpleObjectProperty<>(Optional.of(stacks.place())),
                new SimpleObjectProperty<>(Optional.of(Template.of(spec))),
                new SimpleObjectProperty<>(Optional.empty()),
                new GateModel(ChecksFor.none()));
        model = new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, new FakeAnswers());
        var record = new RecordModel(
                background,
                Shown.noFiles(),
                InstantSource.fixed(FakeStacks.START),
                model.state(),
                model.finish().seen()::get);
        Shown.in(stage, List.of(new DeployPage(model, record, _ -> {})));
    }

    private Run run(String status) {
        var stack = new Stack(
                FakeStacks.ID, "web", new StackStatus(status), "", FakeStacks.START, Map.of(), Map.of(), List.of());
        return Run.of(stacks.place(), stack, FakeStacks.START);
    }

    private void has(String logicalId, String type, String status) {
        stacks.resources.add(
                new StackResource(logicalId, "physical-" + logicalId, type, new StackStatus(status), "held"));
    }

    private void take(FxRobot robot, String status, StackAction action) {
        robot.interact(() -> {
            model.ways().take(run(status), action);
            background.next(1);
        });
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(QuestionPanesTest::isVisible).isPresent();
    }

    private static boolean isVisible(Node node) {
        return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
    }

    @Test
    void anUpdateIsCancelledByTheKeyboardAloneOnceItIsSaidWhatHappens(FxRobot robot) {
        stacks.event("web", DeployModelTest.STACK, "UPDATE_IN_PROGRESS", "User Initiated")
                .event("LaunchTemplate", "AWS::EC2::LaunchTemplate", "UPDATE_IN_PROGRESS", "")
                .status("UPDATE_IN_PROGRESS")
                .event("web", DeployModelTest.STACK, "UPDATE_ROLLBACK_COMPLETE", "")
                .status("UPDATE_ROLLBACK_COMPLETE");
        take(robot, "UPDATE_IN_PROGRESS", StackAction.WATCH);
        assertThat(isShown(robot, "#cancelUpdate")).isFalse();
        robot.interact(() -> robot.lookup("#askToCancel").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#cancelTitle").queryAs(Label.class).getText())
                .isEqualTo("Cancel the update of stack web");
        assertThat(robot.lookup("#leaveUpdate").query().isFocused()).isTrue();
        Shown.kept("deploy-cancel");

        robot.type(KeyCode.ESCAPE);
        assertThat(isShown(robot, "#cancelUpdate")).isFalse();
        assertThat(robot.lookup("#askToCancel").query().isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        robot.interact(() -> robot.lookup("#cancelUpdate").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(stacks.calls).containsOnlyOnce("cancelUpdate");
    }

    @Test
    void aProtectedStackSaysSoAndItsProtectionIsLiftedAsAStepOfItsOwn(FxRobot robot) {
        has("Cluster", "AWS::ECS::Cluster", "CREATE_COMPLETE");
        has("AutoScalingGroup", "AWS::AutoScaling::AutoScalingGroup", "CREATE_COMPLETE");
        stacks.hold.isProtected = true;
        stacks.hold.hosts = List.of("host-1", "host-2");
        stacks.status("CREATE_COMPLETE");
        stacks.find(FakeStacks.ID);
        take(robot, "CREATE_COMPLETE", StackAction.DELETE);
        assertThat(isShown(robot, "#confirmName")).isFalse();
        assertThat(robot.lookup("#unprotect").query().isFocused()).isTrue();
        assertThat(model.summary().getValue()).isEqualTo("Not watched");
        Shown.kept("deploy-protected");

        robot.type(KeyCode.SPACE);
        assertThat(stacks.hold.isProtected).isFalse();
        assertThat(robot.lookup("#confirmName").query().isFocused()).isTrue();
        robot.write("web").type(KeyCode.ENTER);
        robot.interact(() -> background.next(2));
        assertThat(isShown(robot, "#clearSteps")).isTrue();
        Shown.kept("deploy-clearing");
    }

    @Test
    void whatResistsIsKeptForcedOrTriedAgain(FxRobot robot) {
        has("Cluster", "AWS::ECS::Cluster", "CREATE_COMPLETE");
        has("HostSecurityGroup", "AWS::EC2::SecurityGroup", "DELETE_FAILED");
        stacks.status("DELETE_FAILED");
        stacks.find(FakeStacks.ID);
        take(robot, "DELETE_FAILED", StackAction.DELETE_RETAINING);
        assertThat(isShown(robot, "#resistance")).isTrue();
        Shown.kept("deploy-resisting");
    }

    @Test
    void whatCouldNotBePutBackIsLeftOutOrMended(FxRobot robot) {
        stacks.event("web", DeployModelTest.STACK, "UPDATE_ROLLBACK_IN_PROGRESS", "")
                .event(
                        "HostSecurityGroup",
                        "AWS::EC2::SecurityGroup",
                        "UPDATE_FAILED",
                        "The security group 'sg-0a1b2c3d4e5f60718' does not exist")
                .event("web", DeployModelTest.STACK, "UPDATE_ROLLBACK_FAILED", "")
                .status("UPDATE_ROLLBACK_FAILED");
        stacks.find(FakeStacks.ID);
        take(robot, "UPDATE_ROLLBACK_FAILED", StackAction.CONTINUE_ROLLBACK);
        assertThat(isShown(robot, "#mendTitle")).isTrue();
        assertThat(robot.lookup("#mend").query().isFocused()).isTrue();
        Shown.kept("deploy-mending");
    }
}
