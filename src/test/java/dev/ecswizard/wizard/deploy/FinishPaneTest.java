package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.ScalingActivity;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Question;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeHosts;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class FinishPaneTest {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final FakeEntrance entrance = new FakeEntrance(stacks);
    private final FakeAnswers answers = new FakeAnswers();
    private final ObjectProperty<Optional<ClusterSpec>> spec =
            new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
    private DeployModel model;

    @Start
    void show(Stage stage) {
        var offered = new OfferModel(
                background,
                spec,
                new SimpleObjectProperty<>(Optional.of(stacks.place())),
                new SimpleObjectProperty<>(spec.get().map(Template::of)),
                new SimpleObjectProperty<>(Optional.empty()),
                new GateModel(ChecksFor.none()));
        var notes = new Notes(new Logbook(Optional.empty()), entrance);
        model = new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, answers, notes);
        Shown.in(
                stage,
                List.of(new DeployPage(
                        model,
                        new RecordModel(
                                background,
                                Shown.noFiles(),
                                InstantSource.system(),
                                model.state(),
                                model.finish().seen()::get),
                        _ -> {})));
    }

    private void deploy(FxRobot robot) {
        stacks.hosts.looks = 3;
        robot.clickOn("#capabilities").clickOn("#deploy").interact(background::all);
    }

    private void begins() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "User Initiated")
                .event("Cluster", "AWS::ECS::Cluster", "CREATE_COMPLETE", "")
                .event("AutoScalingGroup", GROUP, "CREATE_IN_PROGRESS", "Resource creation Initiated")
                .status("CREATE_IN_PROGRESS");
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(FinishPaneTest::isSeen).isPresent();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private static String note(FxRobot robot, String id) {
        return robot.lookup(id).<Note>query().getText();
    }

    @Test
    void anEmptyGroupOffersToProveItByTheKeyboard(FxRobot robot) {
        begins();
        stacks.event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "").status("CREATE_COMPLETE");
        stacks.hosts.group = Optional.of(new HostGroup("physical-AutoScalingGroup", 0, List.of()));
        deploy(robot);
        assertThat(note(robot, "#joining")).startsWith("No host started yet: joining is unproven.");
        assertThat(isShown(robot, "#stopWaiting")).isFalse();
        Shown.kept("finish-empty");

        robot.interact(() -> robot.lookup("#prove").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(note(robot, "#joining")).startsWith("Proving it");
        assertThat(isShown(robot, "#stopWaiting")).isTrue();
        assertThat(isShown(robot, "#prove")).isFalse();
        robot.interact(background::all);
        assertThat(note(robot, "#joining")).startsWith("The host did not join cluster physical-Cluster.");
    }

    @Test
    void whoHasToSignInAgainToSeeHostsIsToldAndCan(FxRobot robot) {
        begins();
        stacks.event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "").status("CREATE_COMPLETE");
        stacks.hosts.group = Optional.of(new HostGroup("physical-AutoScalingGroup", 0, List.of()));
        stacks.hosts.looks = 0;
        robot.clickOn("#capabilities").clickOn("#deploy").interact(() -> {
            while (!(model.state().get() instanceof State.Ended)) {
                stacks.hosts.expired = 1;
                background.next();
            }
            // what is left of the watch beside the stack, and one look
            background.next(2);
        });
        assertThat(note(robot, "#joining"))
                .startsWith("The credentials have expired.")
                .endsWith("Hosts go on joining; we keep asking.");
        assertThat(isShown(robot, "#signIn")).isTrue();
        Shown.kept("finish-expired");

        var renewed = new FakeHosts();
        renewed.group = stacks.hosts.group;
        entrance.hosts = Optional.of(renewed);
        robot.interact(() -> robot.lookup("#signIn").query().requestFocus());
        robot.type(KeyCode.SPACE).interact(background::all);
        assertThat(isShown(robot, "#signIn")).isFalse();
        assertThat(note(robot, "#joining")).startsWith("No host started yet");
    }

    @Test
    void whoHasToSignInAgainInTheMiddleOfAProofIsToldAndCan(FxRobot robot) {
        begins();
        stacks.event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "").status("CREATE_COMPLETE");
        stacks.hosts.group = Optional.of(new HostGroup("physical-AutoScalingGroup", 0, List.of()));
        deploy(robot);
        stacks.hosts.onChange = () -> {
            stacks.hosts.expired = 100;
            stacks.hosts.refusals = 20;
        };
        robot.interact(() -> robot.lookup("#prove").query().requestFocus());
        robot.type(KeyCode.SPACE).interact(() -> background.next(1));
        assertThat(note(robot, "#joining"))
                .startsWith("The credentials have expired.")
                .endsWith("The proof is not over; we keep asking.");
        assertThat(isShown(robot, "#signIn")).isTrue();
        assertThat(isShown(robot, "#stopWaiting")).isTrue();
        assertThat(isShown(robot, "#prove")).isFalse();

        var renewed = new FakeHosts();
        renewed.group = Optional.of(new HostGroup(
                "physical-AutoScalingGroup", 1, List.of(new HostGroup.Member("i-0aa11bb22cc33dd44", "InService"))));
        renewed.registered.add(new ContainerInstance(
                "i-0aa11bb22cc33dd44", "ACTIVE", "", true, 0, Optional.of(FakeStacks.START.plusSeconds(9))));
        entrance.hosts = Optional.of(renewed);
        robot.interact(() -> robot.lookup("#signIn").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(note(robot, "#joining")).startsWith("Proving it");
        robot.interact(background::all);
        assertThat(isShown(robot, "#signIn")).isFalse();
        assertThat(note(robot, "#joining"))
                .startsWith("Proven: a host has joined cluster physical-Cluster.")
                .endsWith("It has been released.");
    }

    @Test
    void aLateHostsLastWordsStandBelowTheReason(FxRobot robot) {
        begins();
        stacks.hosts.group = Optional.of(new HostGroup(
                "physical-AutoScalingGroup", 2, List.of(new HostGroup.Member("i-0aa11bb22cc33dd44", "InService"))));
        stacks.hosts.activities.add(new ScalingActivity(
                "a",
                "physical-AutoScalingGroup",
                "Launching a new EC2 instance: i-0aa11bb22cc33dd44",
                "At 10:00 an instance was started.",
                "Successful",
                "",
                FakeStacks.START.plusSeconds(3),
                Optional.of(FakeStacks.START.plusSeconds(30))));
        stacks.hosts.consoles.put(
                "i-0aa11bb22cc33dd44",
                IntStream.range(0, 40)
                                .mapToObj(i -> "[%12.6f] cloud-init[1690]: line %d".formatted((double) i, i))
                                .collect(Collectors.joining("\n"))
                        + "\n[  210.000001] amazon-ecs-agent[2215]: level=error msg=\"Unable to register as a container"
                        + " instance with ECS: RequestError: send request failed caused by: Post"
                        + " https://ecs.eu-west-1.amazonaws.com/: dial tcp: i/o timeout\"\n");
        stacks.event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "").status("CREATE_COMPLETE");
        deploy(robot);

        assertThat(note(robot, "#joining")).startsWith("0 of 2 hosts joined cluster physical-Cluster");
        assertThat(robot.lookup("#complaint").<Label>query().getText()).contains("i/o timeout");
        assertThat(robot.lookup("#consoleText").<TextArea>query().getText())
                .endsWith("i/o timeout\"")
                .contains("line 39");
        Shown.kept("finish-console");
    }

    @Test
    void aFailureLeadsBackToItsChoiceByTheKeyboard(FxRobot robot) {
        begins();
        stacks.event("AutoScalingGroup", GROUP, "CREATE_FAILED", "Received 0 SUCCESS signal(s) out of 2.")
                .event("web", DeployModelTest.STACK, "ROLLBACK_COMPLETE", "")
                .status("ROLLBACK_COMPLETE");
        deploy(robot);

        assertThat(note(robot, "#cause"))
                .isEqualTo("AutoScalingGroup failed: 0 of 2 hosts reported themselves in time.");
        Shown.kept("finish-fix");
        robot.interact(() -> robot.lookup("#fix").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(answers.wentTo).containsExactly(Question.SUBNETS);
    }
}
