package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.Checks;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Places;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class DeployPageTest {
    private static final List<List<String>> PARTS = List.of(
            List.of("ECSRole", "AWS::IAM::Role"),
            List.of("Cluster", "AWS::ECS::Cluster"),
            List.of("SecurityGroup", "AWS::EC2::SecurityGroup"),
            List.of("InstanceProfile", "AWS::IAM::InstanceProfile"),
            List.of("LaunchTemplate", "AWS::EC2::LaunchTemplate"),
            List.of("AutoScalingGroup", "AWS::AutoScaling::AutoScalingGroup"));

    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final ObjectProperty<Optional<ClusterSpec>> spec =
            new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
    private final ObjectProperty<Optional<Template>> template =
            new SimpleObjectProperty<>(spec.get().map(Template::of));
    private final ObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
    private final List<String> copied = new ArrayList<>();
    private final ObjectProperty<Optional<Place>> checked = new SimpleObjectProperty<>(Optional.empty());
    private final ChecksFor checks = new ChecksFor(spec, checked);
    private final NamingPicker files = new NamingPicker();
    private final FakeAnswers answers = new FakeAnswers();
    private DeployModel model;
    private DeployPage page;

    @TempDir
    private Path folder;

    @Start
    void show(Stage stage) {
        model = new DeployModel(
                background,
                new StepPace(),
                ZoneOffset.UTC,
                new OfferModel(background, spec, place, template, obstacle, new GateModel(checks.model)),
                answers);
        page = new DeployPage(
                model,
                new RecordModel(
                        background,
                        files,
                        InstantSource.fixed(FakeStacks.START),
                        model.state(),
                        model.finish().seen()::get),
                copied::add);
        Shown.in(stage, List.of(page));
    }

    private void comesUp() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "User Initiated");
        for (var part : PARTS) {
            stacks.event(part.getFirst(), part.getLast(), "CREATE_IN_PROGRESS", "")
                    .event(part.getFirst(), part.getLast(), "CREATE_IN_PROGRESS", "Resource creation Initiated")
                    .event(part.getFirst(), part.getLast(), "CREATE_COMPLETE", "")
                    .status("CREATE_IN_PROGRESS");
        }
        stacks.event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "")
                .status(
                        "CREATE_COMPLETE",
                        "",
                        new Stack.Output("ClusterName", "web", "Name of the cluster"),
                        new Stack.Output("ClusterArn", "arn:aws:ecs:eu-west-1:123456789012:cluster/web", ""));
    }

    private void failsAsClosed(FxRobot robot) {
        robot.interact(() -> {
            var classic = Specs.of("web", Recipe.CLASSIC);
            spec.set(Optional.of(classic));
            template.set(Optional.of(Template.of(classic)));
        });
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "User Initiated")
                .event("Cluster", "AWS::ECS::Cluster", "CREATE_IN_PROGRESS", "")
                .status("CREATE_IN_PROGRESS")
                .event(
                        "LaunchConfiguration",
                        "AWS::AutoScaling::LaunchConfiguration",
                        "CREATE_FAILED",
                        DeployModelTest.CLOSED)
                .event("Cluster", "AWS::ECS::Cluster", "CREATE_FAILED", "Resource creation cancelled")
                .event(
                        "web",
                        DeployModelTest.STACK,
                        "ROLLBACK_IN_PROGRESS",
                        "The following resource(s) failed to create: [LaunchConfiguration, Cluster]. Rollback requested.")
                .status("ROLLBACK_IN_PROGRESS")
                .event("Cluster", "AWS::ECS::Cluster", "DELETE_COMPLETE", "")
                .event("web", DeployModelTest.STACK, "ROLLBACK_COMPLETE", "")
                .status("ROLLBACK_COMPLETE");
    }

    /// Up to where the stack is about to be followed.
    private void deploy(FxRobot robot) {
        robot.clickOn("#capabilities").clickOn("#deploy");
        robot.interact(() -> {
            while (model.state().get() instanceof State.Submitting && background.next()) {}
        });
    }

    private void press(FxRobot robot) {
        robot.clickOn("#capabilities").clickOn("#deploy");
        all(robot);
    }

    private void all(FxRobot robot) {
        robot.interact(background::all);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    @Test
    void theButtonSaysWhereAndWaitsForTheTick(FxRobot robot) {
        var button = robot.lookup("#deploy").queryAs(Button.class);
        assertThat(button.getText()).isEqualTo("_Deploy to 123456789012, eu-west-1");
        assertThat(button.isDisabled()).isTrue();
        assertThat(robot.lookup(".resource-id").queryAll()).hasSize(6);
        Shown.kept("deploy");

        robot.clickOn("#capabilities");
        assertThat(button.isDisabled()).isFalse();
    }

    @Test
    void whatBecomesOfAFailureIsChosenBesideTheButton(FxRobot robot) {
        robot.clickOn("#offerKeep").clickOn("#offerProtect");
        assertThat(model.review().keepsWhatFails().get()).isTrue();
        assertThat(model.review().isProtected().get()).isTrue();
        robot.clickOn("#offerRollBack");
        assertThat(model.review().keepsWhatFails().get()).isFalse();
    }

    @Test
    void whatMustFailIsSaidInsteadOfDeployed(FxRobot robot) {
        robot.clickOn("#capabilities");
        robot.interact(() -> obstacle.set(Optional.of("Network: subnet-1 was not found in this VPC")));
        assertThat(robot.lookup("#deploy").query().isDisabled()).isTrue();
        var note = robot.lookup("#obstacle").queryAs(Note.class);
        assertThat(note.isVisible()).isTrue();
        assertThat(note.getText()).contains("Network: subnet-1 was not found in this VPC");
        Shown.kept("deploy-obstacle");

        robot.interact(() -> obstacle.set(Optional.empty()));
        assertThat(note.isVisible()).isFalse();
        assertThat(robot.lookup("#deploy").query().isDisabled()).isFalse();
    }

    @Test
    void aStackComesUpToItsOutputs(FxRobot robot) {
        comesUp();
        deploy(robot);
        robot.interact(() -> background.next(4));
        assertThat(text(robot, "#status")).contains("CREATE_IN_PROGRESS");
        assertThat(text(robot, "#count")).isEqualTo("3 of 6 resources");
        assertThat(robot.lookup("#offer").query().isVisible()).isFalse();
        Shown.kept("deploy-watching");

        all(robot);
        assertThat(text(robot, "#status")).contains("CREATE_COMPLETE");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lastVisible(robot)).isEqualTo(19);
        robot.clickOn("#outputs .copy");
        assertThat(copied).containsExactly("web");
        Shown.kept("deploy-complete");
    }

    @Test
    void aFailureShowsItsFirstCauseAndTheWayOut(FxRobot robot) {
        failsAsClosed(robot);
        deploy(robot);
        all(robot);
        assertThat(robot.lookup("#cause").queryAs(Note.class).getText()).contains("launch configurations are closed");
        assertThat(text(robot, "#reason")).isEqualTo(DeployModelTest.CLOSED);
        assertThat(robot.lookup("#standard").query().isVisible()).isTrue();
        Shown.kept("deploy-failed");

        robot.clickOn("#failuresOnly");
        assertThat(robot.lookup("#events").<StackEvent>queryTableView().getItems())
                .hasSize(2);
        robot.clickOn("#eventFilter").write("closed account");
        robot.clickOn("#copyLog");
        assertThat(copied).containsExactly("");
    }

    @Test
    void theNewestEventStaysInSightUntilThePersonGoesUp(FxRobot robot) {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "");
        for (var chapter = 0; chapter < 4; chapter++) {
            for (var i = 0; i < 40; i++) {
                stacks.event("Part" + chapter + "x" + i, "AWS::ECS::Cluster", "CREATE_COMPLETE", "");
            }
            stacks.status("CREATE_IN_PROGRESS");
        }
        stacks.event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "").status("CREATE_COMPLETE");
        deploy(robot);
        robot.interact(() -> background.next(2));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> background.next(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lastVisible(robot)).isEqualTo(80);

        robot.clickOn("#events").scroll(60, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        var read = lastVisible(robot);
        robot.interact(() -> background.next(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lastVisible(robot)).isEqualTo(read).isLessThan(80);

        robot.clickOn("#newest");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lastVisible(robot)).isEqualTo(120);
        robot.interact(() -> background.next(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lastVisible(robot)).isEqualTo(160);
    }

    private static int lastVisible(FxRobot robot) {
        TableView<StackEvent> table = robot.lookup("#events").queryTableView();
        var flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
        return flow.getLastVisibleCell().getIndex();
    }

    @Test
    void aNameThatIsTakenIsSaidInAwsWords(FxRobot robot) {
        stacks.changeSets.problems.put(
                "propose",
                FakeStacks.problem(CloudProblem.Kind.REFUSED, "AlreadyExistsException", "Stack [web] already exists"));
        press(robot);
        all(robot);
        assertThat(robot.lookup("#cause").queryAs(Note.class).getText()).contains("Stack [web] already exists");
        assertThat(robot.lookup("#offer").query().isVisible()).isTrue();
        Shown.kept("deploy-name-taken");
        stacks.event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "").status("CREATE_COMPLETE");
        robot.clickOn("#existing");
        all(robot);
        assertThat(text(robot, "#status")).contains("CREATE_COMPLETE");
    }

    @Test
    void aStackIsDeletedByTypingItsName(FxRobot robot) {
        comesUp();
        deploy(robot);
        all(robot);
        for (var part : PARTS) {
            stacks.resources.add(new StackResource(
                    part.getFirst(), part.getFirst(), part.getLast(), new StackStatus("CREATE_COMPLETE"), ""));
        }
        robot.clickOn("#deleteStack");
        assertThat(robot.lookup("#confirmDelete").query().isDisabled()).isTrue();
        robot.clickOn("#confirmName").write("web");
        Shown.kept("deploy-delete");
        stacks.event("web", DeployModelTest.STACK, "DELETE_COMPLETE", "").status("DELETE_COMPLETE");
        robot.clickOn("#confirmDelete");
        all(robot);
        assertThat(text(robot, "#status")).contains("DELETE_COMPLETE");
        assertThat(robot.lookup("#deploy").query().isDisabled()).isFalse();
        Shown.kept("deploy-deleted");
    }

    @Test
    void servicesAreNamedAndForbidIt(FxRobot robot) {
        comesUp();
        deploy(robot);
        all(robot);
        stacks.resources.add(
                new StackResource("Cluster", "web", "AWS::ECS::Cluster", new StackStatus("CREATE_COMPLETE"), ""));
        stacks.services.add("arn:aws:ecs:eu-west-1:123456789012:service/web/shop");
        robot.clickOn("#deleteStack");
        assertThat(robot.lookup("#services").queryAs(Note.class).getText()).contains("shop");
        assertThat(robot.lookup("#confirm").query().isVisible()).isFalse();
        Shown.kept("deploy-in-use");
    }

    @Test
    void troubleIsShownBesideTheStack(FxRobot robot) {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "")
                .status("CREATE_IN_PROGRESS")
                .trouble(new CloudProblem(
                        CloudProblem.Kind.EXPIRED,
                        "cloudformation:DescribeStacks",
                        "ExpiredToken",
                        "The security token included in the request is expired",
                        "aws sso login --profile ops",
                        null))
                .event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "")
                .status("CREATE_COMPLETE");
        deploy(robot);
        robot.interact(() -> background.next(3));
        assertThat(robot.lookup("#trouble").queryAs(Note.class).getText()).contains("expired", "goes on");
        Shown.kept("deploy-trouble");
    }

    @Test
    void closingAsksWhileAStackIsUnderWay(FxRobot robot) {
        robot.interact(() -> assertThat(page.mayClose()).isTrue());
        comesUp();
        deploy(robot);
        robot.interact(() -> background.next(2));
        var closed = new AtomicBoolean(true);

        Platform.runLater(() -> closed.set(page.mayClose()));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Stay");
        assertThat(closed).isFalse();

        Platform.runLater(() -> closed.set(page.mayClose()));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Close");
        assertThat(closed).isTrue();
    }

    @Test
    void closingAsksAboutAStackThatIsNoLongerWatchedToo(FxRobot robot) {
        comesUp();
        deploy(robot);
        robot.interact(() -> background.next(2));
        robot.clickOn("#stop");
        var closed = new AtomicBoolean(true);

        Platform.runLater(() -> closed.set(page.mayClose()));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Stay");
        assertThat(closed).isFalse();
    }

    @Test
    void withoutAnAccountItSaysWhatIsMissing(FxRobot robot) {
        robot.interact(() -> place.set(Optional.empty()));
        assertThat(robot.lookup("#deploy").tryQuery()).isEmpty();
        Shown.kept("deploy-no-account");
    }

    private void check(FxRobot robot) {
        robot.interact(() -> checked.set(place.get()));
    }

    @Test
    void whatWillFailIsListedAndDeployedOnlyWhenThePersonSaysAnyway(FxRobot robot) {
        checks.account.lost.add(Places.SUBNET_A);
        check(robot);
        assertThat(text(robot, "#gateTitle")).isEqualTo("One problem stands in the way");
        assertThat(robot.lookup(".failure-then").queryAs(Label.class).getText())
                .startsWith("If you deploy: They would start and never report");
        robot.clickOn("#capabilities");
        assertThat(robot.lookup("#deploy").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#failuresScroll").query().getLayoutBounds().getHeight())
                .isGreaterThanOrEqualTo(
                        robot.lookup("#failures").query().getLayoutBounds().getHeight());
        Shown.kept("deploy-gate-one");

        robot.interact(() -> page.focus());
        assertThat(robot.lookup("#anyway").query().isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        comesUp();
        robot.clickOn("#deploy");
        assertThat(stacks.changeSets.requests).hasSize(1);
    }

    @Test
    void manyFailuresLeaveTheButtonInSight(FxRobot robot) {
        checks.account.lost.addAll(List.of(Places.SUBNET_A, Places.SUBNET_B));
        checks.account.quota = 1;
        checks.account.offeredIn = List.of();
        checks.account.role = Optional.of("ecs-web-eu-west-1");
        check(robot);
        var button = robot.lookup("#deploy").query();
        assertThat(button.localToScene(button.getBoundsInLocal()).getMaxY()).isLessThan(640);
        Shown.kept("deploy-gate-many");
    }

    @Test
    void whileTheChecksRunDeployWaitsInSightAndCanBeTakenBack(FxRobot robot) {
        checks.background.hold();
        check(robot);
        comesUp();
        press(robot);
        assertThat(stacks.changeSets.requests).isEmpty();
        assertThat(robot.lookup("#waiting").query().isVisible()).isTrue();
        assertThat(robot.lookup("#leaveWaiting").query().isFocused()).isTrue();
        Shown.kept("deploy-waiting");

        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#waiting").query().isVisible()).isFalse();
        robot.clickOn("#deploy").interact(() -> checks.background.release());
        assertThat(stacks.changeSets.requests).hasSize(1);
    }

    @Test
    void thePersonNeedNotWaitForTheChecks(FxRobot robot) {
        checks.background.hold();
        check(robot);
        comesUp();
        press(robot);
        robot.clickOn("#deployNow");
        assertThat(stacks.changeSets.requests).hasSize(1);
    }

    @Test
    void theStackOfTheseChoicesIsNotHeldAgainstThem(FxRobot robot) {
        robot.interact(() -> checks.model.deployed().bind(model.isMade()));
        check(robot);
        comesUp();
        deploy(robot);
        all(robot);
        assertThat(checks.model.state().get()).isEqualTo(new Checks.Deployed());
        robot.interact(() -> spec.set(Optional.of(Specs.standard("shop"))));
        assertThat(checks.model.state().get()).isInstanceOf(Checks.Done.class);
    }

    @Test
    void theDeploymentIsKeptAsAWebPage(FxRobot robot) {
        comesUp();
        deploy(robot);
        all(robot);
        files.named = Optional.of(folder.resolve("web.html"));
        robot.interact(() -> robot.lookup("#record").<MenuButton>query().getItems().stream()
                .filter(item -> item.getId().equals("recordPage"))
                .forEach(MenuItem::fire));
        assertThat(robot.lookup("#recordSaved").queryAs(Note.class).getText()).contains("web.html");
        assertThat(folder.resolve("web.html")).content().contains("ClusterName", "AutoScalingGroup", "was going to be");
        Shown.picture("deploy-saved");
    }
}
