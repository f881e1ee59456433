package dev.ecswizard.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.SignIn;
import dev.ecswizard.deploy.StackAction;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Picture;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.SignInModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class AccountPageTest {
    private final InOrder background = new InOrder();
    private final FakeCloud ops = new FakeCloud("ops");
    private final FakeCloud lab = new FakeCloud("lab");
    private final List<String> copied = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private AccountModel model;
    private ActionsModel actions;
    private StacksModel stacks;
    private final FakeHand hand = new FakeHand();

    @Start
    void show(Stage stage) {
        model = new AccountModel(
                background,
                () -> new AccountModel.Offer(List.of(ops, lab), Optional.of(ops), List.of()),
                (_, _) -> Optional.empty(),
                Optional.empty(),
                new Dropped());
        actions = new ActionsModel(background, model);
        stacks = new StacksModel(background, model.place());
        stacks.hand(hand);
        Shown.in(stage, List.of(new AccountPage(model, actions, stacks, copied::add)));
    }

    @Test
    void typingFindsARegion(FxRobot robot) {
        robot.clickOn("#region").type(KeyCode.ESCAPE).write("us-");

        assertThat(model.region().getValue()).contains("us-east-1");
        Shown.kept("account");
    }

    @Test
    void theWidgetsReachTheModel(FxRobot robot) {
        robot.clickOn("#profile").type(KeyCode.DOWN, KeyCode.ENTER);

        assertThat(model.profile().getValue()).contains(lab);
        assertThat(robot.lookup("#profile").queryAs(ComboBox.class).getValue()).isNotNull();
    }

    private void chooseWeather(FxRobot robot) {
        ops.actions = List.of(
                new Action.Choice(
                        "Weather",
                        "What it is like outside.",
                        "All begins anew.",
                        "Take it",
                        List.of(
                                new Action.Option("sun", "Sun", "Nothing falls."),
                                new Action.Option("rain", "Rain", "Water falls.")),
                        "sun",
                        taken::add),
                new Action.Report(
                        "Requests",
                        "All of them.",
                        List.of(new Action.Column("Service", 9), new Action.Column("Operation", 9)),
                        () -> List.of(
                                new Action.Row("2", List.of("ec2", "DescribeVpcs")),
                                new Action.Row("1", List.of("ecs", "ListTasks")))));
        robot.interact(() -> {
            model.chooseProfile(lab.id());
            model.chooseProfile(ops.id());
        });
    }

    @Test
    void aConnectionWithoutActionsHasNoButtonsForThem(FxRobot robot) {
        assertThat(robot.lookup("#actionChoice").tryQuery()).isEmpty();
        assertThat(robot.lookup("#reconnect").tryQuery()).isPresent();
    }

    @Test
    void anOptionIsTakenByKeyboardAlone(FxRobot robot) {
        chooseWeather(robot);
        robot.interact(() -> robot.lookup("#actionChoice").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#option-sun").query().isFocused()).isTrue();
        assertThat(robot.lookup("#option-rain").query().getAccessibleText()).isEqualTo("Rain. Water falls.");

        robot.type(KeyCode.DOWN, KeyCode.SPACE, KeyCode.ENTER);

        assertThat(taken).containsExactly("rain");
        assertThat(robot.lookup("#option-sun").tryQuery()).isEmpty();
        assertThat(robot.lookup("#actionChoice").query().isFocused()).isTrue();
    }

    @Test
    void escapeLeavesEverythingAsItIs(FxRobot robot) {
        chooseWeather(robot);
        robot.clickOn("#actionChoice").clickOn("#option-rain").type(KeyCode.ESCAPE);

        assertThat(taken).isEmpty();
        assertThat(robot.lookup("#option-rain").tryQuery()).isEmpty();
    }

    @Test
    void whatStandsAgainstAChoiceIsSaidAndKeepsItFromBeingMade(FxRobot robot) {
        chooseWeather(robot);
        robot.interact(() -> actions.obstacle().set(Optional.of("Stack web is under way.")));
        robot.clickOn("#actionChoice").clickOn("#option-rain");

        assertThat(robot.lookup("Stack web is under way.").tryQuery()).isPresent();
        assertThat(robot.lookup("#choiceConfirm").query().isDisabled()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(taken).isEmpty();

        robot.interact(() -> actions.obstacle().set(Optional.empty()));
        assertThat(robot.lookup("#choiceConfirm").query().isDisabled()).isFalse();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aReportIsFilteredCopiedAndClosed(FxRobot robot) {
        chooseWeather(robot);
        robot.clickOn("#actionReport");
        assertThat(robot.lookup("#reportFilter").query().isFocused()).isTrue();
        robot.clickOn("#reportFilter").write("list");
        assertThat(robot.lookup("#reportCount").queryLabeled().getText()).isEqualTo("1 of 2 rows");
        robot.clickOn("#copyReport");
        assertThat(copied).containsExactly("Service\tOperation\necs\tListTasks");

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#report").tryQuery()).isEmpty();
    }

    @Test
    void anExpiredSessionShowsItsRemedyAndRetryMendsIt(FxRobot robot) {
        ops.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.EXPIRED, "aws sso login --profile ops"));
        robot.interact(model::reconnect);
        Shown.kept("account-expired");

        robot.clickOn(".copy");
        assertThat(copied).containsExactly("aws sso login --profile ops");

        ops.problem = Optional.empty();
        robot.clickOn("#retry");
        assertThat(robot.lookup("#next").queryAs(Button.class).isDisabled()).isFalse();
        assertThat(model.place().getValue()).isPresent();
    }

    private void stands(FxRobot robot, String name, String status) {
        StacksModelTest.stands(
                ops,
                StacksModelTest.spec(name),
                status,
                StacksModelTest.spec(name).cluster().stackTags());
        robot.interact(stacks::refresh);
    }

    private boolean offers(FxRobot robot, StackAction action) {
        return robot.lookup("#way" + action).query().isVisible();
    }

    @Test
    void stacksAreListedAndEachIsOfferedWhatItsStatusAllows(FxRobot robot) {
        stands(robot, "api", "UPDATE_ROLLBACK_FAILED");
        stands(robot, "shop", "CREATE_COMPLETE");
        stands(robot, "web", "DELETE_FAILED");
        robot.clickOn(robot.lookup("#table").<Node>query()).type(KeyCode.HOME);

        assertThat(offers(robot, StackAction.CONTINUE_ROLLBACK)).isTrue();
        assertThat(offers(robot, StackAction.DELETE_RETAINING)).isFalse();
        Shown.kept("account-stacks");
        robot.type(KeyCode.END);
        assertThat(stacks.selected().get().orElseThrow().name()).isEqualTo("web");
        assertThat(offers(robot, StackAction.DELETE_RETAINING)).isTrue();
        robot.clickOn("#wayDELETE_RETAINING");

        assertThat(hand.taken).containsExactly("web DELETE_RETAINING");
    }

    @Test
    void aStackIsOpenedByTheKeyboardAlone(FxRobot robot) {
        stands(robot, "api", "CREATE_COMPLETE");
        stands(robot, "web", "CREATE_COMPLETE");
        robot.interact(() -> robot.lookup("#table").query().requestFocus());
        robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.ENTER);

        assertThat(hand.opened).containsExactly(new FakeHand.Opened(StacksModelTest.spec("web"), true, false));
    }

    @Test
    void aTemplateThatSomebodyChangedIsShownToBeSo(FxRobot robot) {
        stands(robot, "web", "CREATE_COMPLETE");
        ops.templates.replaceAll((_, yaml) -> yaml.replace("PauseTime: PT15M", "PauseTime: PT20M"));
        robot.clickOn("#wayOPEN");

        assertThat(robot.lookup("#alteredText").queryAs(Note.class).getText()).contains("PauseTime");
        Shown.kept("account-altered");
        robot.clickOn("#leaveClosed");
        assertThat(robot.lookup("#altered").query().isVisible()).isFalse();
        assertThat(hand.opened).isEmpty();
    }

    @Test
    void aLongListIsFiltered(FxRobot robot) {
        for (var number = 10; number < 50; number++) {
            StacksModelTest.stands(
                    ops,
                    StacksModelTest.spec("team-" + number + "-cluster-with-a-rather-long-name"),
                    number % 7 == 0 ? "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS" : "UPDATE_COMPLETE",
                    StacksModelTest.spec("web").cluster().stackTags());
        }
        robot.interact(stacks::refresh);
        Shown.kept("account-many-stacks");
        robot.clickOn("#stacksFilter").write("team-3 complete");

        assertThat(robot.lookup("#table").<TableView<?>>query().getItems()).hasSize(10);
    }

    @Test
    void aListThatDoesNotComeIsSaidToAndTheWayOnStaysOpen(FxRobot robot) {
        robot.interact(() -> {
            ops.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
            stacks.refresh();
            ops.problem = Optional.empty();
        });

        Shown.kept("account-stacks-denied");
        assertThat(model.missing().getValue()).isEmpty();
    }

    /// On the window's thread, in the midst of something.
    private static void picture(FxRobot robot, String name) {
        try {
            Picture.take(robot.lookup("#renew").query().getScene(), name);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void letTheSignInEnd(FxRobot robot) {
        ops.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.EXPIRED, "aws sso login --profile ops"));
        robot.interact(model::reconnect);
    }

    @Test
    void aSignInThatHasEndedIsRenewedFromThePage(FxRobot robot) {
        ops.signIn = Optional.of(told -> {
            told.accept(new SignIn.Prompt(
                    Optional.of("https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH"),
                    Optional.of("ABCD-EFGH")));
            picture(robot, "account-signing-in");
            ops.problem = Optional.empty();
        });
        letTheSignInEnd(robot);
        background.hold();
        robot.interact(() -> robot.lookup("#renew").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(model.renewal().inBrowser().state().get()).isInstanceOf(SignInModel.Waiting.class);

        robot.interact(background::release);
        assertThat(model.place().getValue()).isPresent();
        assertThat(model.renewal().offered().getValue()).isEmpty();
    }

    @Test
    void aSignInThatFailsSaysWhyBelowTheCommand(FxRobot robot) {
        ops.signIn = Optional.of(_ -> {
            throw FakeCloud.problem(CloudProblem.Kind.EXPIRED, "aws sso login --profile ops");
        });
        letTheSignInEnd(robot);
        robot.clickOn("#renew");
        assertThat(robot.lookup("#failure").queryAs(Note.class).getText()).contains("AWS says why.");
        Shown.picture("account-not-signed-in");
    }

    @Test
    void whatNoSignInMendsOffersNone(FxRobot robot) {
        letTheSignInEnd(robot);
        assertThat(model.renewal().offered().getValue()).isEmpty();
        ops.signIn = Optional.of(_ -> {});
        ops.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.UNREACHABLE, ""));
        robot.interact(model::reconnect);
        assertThat(model.renewal().offered().getValue()).isEmpty();
    }
}
