package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Places;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class ChecksPaneTest {
    private final FakeStacks stacks = new FakeStacks();
    private final ObjectProperty<Optional<ClusterSpec>> spec =
            new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final ChecksFor checks = new ChecksFor(spec, place);
    private final FakeAnswers answers = new FakeAnswers();
    private final List<String> copied = new ArrayList<>();
    private PreviewPage page;
    private PreviewModel model;

    @Start
    void show(Stage stage) {
        model = new PreviewModel(
                new InOrder(),
                spec,
                checks.model,
                answers,
                file -> new DeployCommand(file, Optional.empty(), Optional.empty()),
                Shown.noFiles());
        page = new PreviewPage(model, answers, _ -> {}, copied::add);
        checks.model.whenShown(page::focus);
        Shown.in(stage, List.of(page), checks.model);
    }

    private void connect(FxRobot robot) {
        robot.interact(() -> place.set(Optional.of(stacks.place())));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static List<String> texts(FxRobot robot, String within) {
        return robot.from(robot.lookup(within).queryAll()).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    @Test
    void theCountStandsOnThePageAndBesideNextWithoutAClick(FxRobot robot) {
        assertThat(isShown(robot, "#checksCount")).isFalse();
        checks.account.lost.add(Places.SUBNET_B);
        checks.account.quota = 5;
        connect(robot);
        assertThat(text(robot, "#showChecks")).isEqualTo("Checks: 1 problem, 1 warning");
        assertThat(text(robot, "#checksCount")).isEqualTo("1 problem, 1 warning");
        assertThat(robot.lookup("#checksCount").query().getAccessibleText())
                .isEqualTo("Checks: 1 problem, 1 warning. Show them");
    }

    @Test
    void failuresComeFirstAndWhatPassedIsOneLineThatOpens(FxRobot robot) {
        checks.account.lost.add(Places.SUBNET_B);
        checks.account.quota = 5;
        checks.account.noTemplate = Optional.of(FakeStacks.problem(CloudProblem.Kind.DENIED, "AccessDenied", "No."));
        connect(robot);
        robot.clickOn("#checksCount");
        assertThat(robot.lookup("#findings").query().lookupAll(".finding"))
                .extracting(card -> card.getStyleClass().getLast())
                .containsExactly("finding-failed", "finding-warning", "finding-unchecked");
        assertThat(texts(robot, ".finding-failed"))
                .contains("Way to ECS")
                .anyMatch(text -> text.startsWith("Hosts in " + Places.SUBNET_B + " do not reach ECS."))
                .anyMatch(text -> text.startsWith("If you deploy: They would start and never report"))
                .anyMatch(text -> text.startsWith("What helps: Add a route"));
        assertThat(texts(robot, ".finding-unchecked"))
                .contains("Could not be checked: the permission cloudformation:CreateChangeSet is missing.");
        var passed = robot.lookup("#passed").queryAs(TitledPane.class);
        assertThat(passed.isExpanded()).isFalse();
        assertThat(passed.getText()).isEqualTo("13 passed");
        Shown.kept("checks");
        robot.interact(() -> passed.setExpanded(true));
        assertThat(texts(robot, ".passed")).contains("Security group", "Stack name");
        Shown.kept("checks-passed");
    }

    @Test
    void theResourceIsCopied(FxRobot robot) {
        checks.account.lost.add(Places.SUBNET_B);
        connect(robot);
        robot.clickOn("#showChecks").clickOn(".finding-resource");
        assertThat(copied).containsExactly(Places.SUBNET_B);
    }

    @Test
    void goToLeadsToTheQuestion(FxRobot robot) {
        checks.account.lost.add(Places.SUBNET_B);
        connect(robot);
        robot.clickOn("#showChecks").clickOn("Go to Subnets");
        assertThat(answers.wentTo).containsExactly(Question.SUBNETS);
    }

    @Test
    void whatIsOfferedInsteadIsSaidUsedCheckedAndUndone(FxRobot robot) {
        checks.account.lost.add(Places.SUBNET_B);
        connect(robot);
        robot.clickOn("#showChecks").clickOn("Leave out " + Places.SUBNET_B);
        assertThat(answers.used).containsExactly("SUBNETS " + Places.SUBNET_A);
        assertThat(text(robot, "#usedText")).isEqualTo("Subnets changed: 1 subnet");
        assertThat(robot.lookup("#undo").query().isFocused()).isTrue();
        Shown.kept("checks-undo");

        robot.type(KeyCode.SPACE);
        assertThat(answers.used).last().isEqualTo("back");
        assertThat(isShown(robot, "#used")).isFalse();
    }

    @Test
    void leavingThePageTakesTheUndoAlong(FxRobot robot) {
        checks.account.lost.add(Places.SUBNET_B);
        connect(robot);
        robot.clickOn("#showChecks").clickOn(".use-instead");
        robot.interact(model::left);
        assertThat(isShown(robot, "#used")).isFalse();
    }

    @Test
    void whileItRunsWhatWasFoundBeforeIsGreyedAndItCanBeCancelled(FxRobot robot) {
        checks.account.lost.add(Places.SUBNET_B);
        connect(robot);
        robot.clickOn("#showChecks");
        robot.interact(() -> checks.background.hold());
        robot.interact(() -> robot.lookup("#checkAgain").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#findings").query().isDisabled()).isTrue();
        assertThat(text(robot, "#readAt")).startsWith("Below: as of ");
        assertThat(text(robot, "#checksCount")).isEqualTo("Checking\u2026");
        assertThat(text(robot, "#checkAgain")).isEqualTo("Cancel");
        Shown.kept("checks-running");

        robot.type(KeyCode.SPACE);
        assertThat(text(robot, "#summary")).isEqualTo("The checks were cancelled");
        assertThat(text(robot, "#checksCount")).isEqualTo("Not checked");
        assertThat(text(robot, "#checkAgain")).isEqualTo("Check again");
        robot.interact(() -> checks.background.release());
        robot.type(KeyCode.SPACE);
        assertThat(text(robot, "#summary")).startsWith("Read at ");
        assertThat(text(robot, "#checksCount")).isEqualTo("1 problem");
    }

    @Test
    void withoutChoicesItSaysWhatIsMissing(FxRobot robot) {
        robot.interact(() -> {
            spec.set(Optional.empty());
            checks.missing.set(Optional.of("Network: Choose a VPC"));
        });
        robot.clickOn("#showChecks");
        assertThat(text(robot, "#summary")).isEqualTo("Nothing to check yet. Network: Choose a VPC");
        assertThat(isShown(robot, "#checkAgain")).isFalse();
    }

    @Test
    void whatCanNotBeReadForOneReasonIsSaidOnce(FxRobot robot) {
        var expired = FakeStacks.problem(CloudProblem.Kind.EXPIRED, "ExpiredToken", "The token has expired.");
        checks.account.noQuotas = Optional.of(expired);
        checks.account.noTemplate = Optional.of(expired);
        connect(robot);
        robot.clickOn("#showChecks");
        assertThat(robot.lookup("#findings").query().lookupAll(".finding")).hasSize(1);
        assertThat(texts(robot, ".finding-unchecked")).contains("CloudFormation's own check, vCPU quota");
        robot.clickOn("Go to Account");
        assertThat(answers.wentTo).containsExactly(Question.REGION);
    }

    @Test
    void theKeyboardAloneReadsMendsAndGoesBackToTheTemplate(FxRobot robot) {
        checks.account.lost.add(Places.SUBNET_B);
        connect(robot);
        robot.interact(() -> robot.lookup("#checksCount").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup(".use-instead").query().isFocused()).isTrue();
        robot.type(KeyCode.TAB);
        assertThat(robot.lookup(".go-to").queryAs(Button.class).isFocused()).isTrue();
        robot.interact(() -> robot.lookup("#showTemplate").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#templateView").query().isVisible()).isTrue();
    }
}
