package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.Question;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.TestFonts;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.ui.YamlView;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class PreviewPageTest {
    private final FakeStacks stacks = new FakeStacks();
    private final ObjectProperty<Optional<ClusterSpec>> spec =
            new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final List<String> copied = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private final ChecksFor checks = new ChecksFor(spec, place);
    private final FakeAnswers answers = new FakeAnswers();
    private PreviewModel model;

    @Start
    void show(Stage stage) {
        showElsewhere("web", "2 subnets", "Standard");
        model = new PreviewModel(
                new InOrder(),
                spec,
                checks.model,
                answers,
                file -> new DeployCommand(file, Optional.empty(), Optional.empty()),
                Shown.noFiles());
        Shown.in(stage, List.of(new PreviewPage(model, answers, opened::add, copied::add)), checks.model);
        Shown.in(stage, List.of(new PreviewPage(model, answers, opened::add, copied::add)));
        model.reached();
    }

    /// JavaFX lays out the same words in the same font but once, for whoever shows them first: a chip must not look
    /// otherwise for that.
    private static void showElsewhere(String... words) {
        var box = new VBox();
        for (var each : words) {
            var label = new Label(each);
            label.setStyle("-fx-font-size: 12px;");
            box.getChildren().add(label);
        }
        var scene = new Scene(box, 300, 200);
        Theme.dress(scene);
        TestFonts.putOn(scene);
        scene.snapshot(null);
    }

    @Test
    void theTemplateIsShownWithoutAnAccountAndCheckedWithOne(FxRobot robot) {
        assertThat(robot.lookup("#template").queryAs(YamlView.class).getText())
                .isEqualTo(Template.of(spec.get().orElseThrow()).yaml());
        assertThat(robot.lookup("#showChecks").queryAs(ToggleButton.class).getText())
                .isEqualTo("Checks");
        Shown.kept("preview-no-account");

        robot.interact(() -> place.set(Optional.of(stacks.place())));
        robot.interact(() -> robot.lookup("#details").queryAs(TitledPane.class).setExpanded(true));
        assertThat(robot.lookup("#capabilitiesReason").queryAs(Label.class).getText())
                .isEqualTo("The resource needs it.");
        robot.interact(() -> robot.lookup("#details").queryAs(TitledPane.class).setExpanded(false));
        Shown.kept("preview");
    }

    @Test
    void whatIsNewSinceTheLastVisitIsShownUntilItIsDismissed(FxRobot robot) {
        assertThat(robot.lookup(".changes").query().isVisible()).isFalse();
        robot.interact(() -> {
            model.left();
            spec.set(Optional.of(Specs.of("web", Recipe.PRODUCTION)));
            model.reached();
        });
        assertThat(robot.lookup("#changesSummary").queryAs(Label.class).getText())
                .startsWith("Since your last visit: ")
                .contains("changed", "added", "removed");
        assertThat(robot.lookup("#changesPlace").queryAs(Label.class).getText()).startsWith("1 of ");
        assertThat(robot.lookup("#wasLines").queryAs(TextArea.class).getText())
                .contains("Description: ECS cluster architecture template");
        Shown.kept("preview-changes");

        robot.clickOn("#nextChange");
        var view = robot.lookup("#template").queryAs(YamlView.class);
        assertThat(robot.lookup("#changesPlace").queryAs(Label.class).getText()).startsWith("2 of ");
        assertThat(view.line().getValue())
                .isEqualTo(model.changes().place().get().orElseThrow().line());

        robot.clickOn("#dismissChanges");
        assertThat(robot.lookup(".changes").query().isVisible()).isFalse();
        assertThat(robot.lookup(".yaml-area").query().isFocused()).isTrue();
    }

    @Test
    void aChoiceThatIsLitAlreadyLeavesTheTextWhereItIs(FxRobot robot) {
        var view = robot.lookup("#template").queryAs(YamlView.class);
        robot.interact(() -> spec.set(Optional.of(Specs.standard("second"))));
        robot.interact(() -> model.explanation().light(Question.INSTANCE_TYPE));
        assertThat(isInSight(robot, "InstanceType:")).isTrue();
        robot.interact(() -> view.goTo(150));
        assertThat(isInSight(robot, "InstanceType:")).isFalse();

        robot.interact(() -> spec.set(Optional.of(Specs.standard("third"))));
        assertThat(model.explanation().isLit(Question.INSTANCE_TYPE)).isTrue();
        assertThat(isInSight(robot, "InstanceType:")).isFalse();
    }

    private static boolean isInSight(FxRobot robot, String part) {
        WaitForAsyncUtils.waitForFxEvents();
        var area = robot.lookup(".yaml-area").query();
        var at = robot.lookup("#template").queryAs(YamlView.class).getText().indexOf(part);
        var place = (Bounds[]) area.queryAccessibleAttribute(AccessibleAttribute.BOUNDS_FOR_RANGE, at, at);
        return area.localToScreen(area.getLayoutBounds()).contains(place[0]);
    }

    @Test
    void escapeDismissesWhatIsNew(FxRobot robot) {
        robot.interact(() -> {
            model.left();
            spec.set(Optional.of(Specs.of("web", Recipe.CLASSIC)));
            model.reached();
        });
        assertThat(robot.lookup(".changes").query().isVisible()).isTrue();
        robot.clickOn(".yaml-area").type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".changes").query().isVisible()).isFalse();
    }

    @Test
    void anAnswerThatMadeALineIsChangedFromBesideIt(FxRobot robot) {
        var line = model.explanation().choices().get().stream()
                .filter(choice -> choice.question() == Question.CLUSTER_SIZE)
                .flatMap(choice -> choice.lines().stream())
                .findFirst()
                .orElseThrow();
        robot.interact(() -> model.explanation().look(line));

        robot.clickOn("#change-clusterSize");

        assertThat(answers.wentTo).containsExactly(Question.CLUSTER_SIZE);
        assertThat(robot.lookup("#change-clusterSize").queryAs(Button.class).getAccessibleText())
                .isEqualTo("Change this answer: Cluster size");
        Shown.picture("preview-change");
    }

    @Test
    void aChipLeadsToItsAnswerByEnterAndByADoubleClickAndWithOneClickDoesNot(FxRobot robot) {
        robot.interact(() -> robot.lookup("#choice-stackName").query().requestFocus());

        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(answers.wentTo).containsExactly(Question.RECIPE);

        robot.clickOn("#choice-region");
        assertThat(answers.wentTo).hasSize(1);
        robot.doubleClickOn("#choice-region");
        assertThat(answers.wentTo).containsExactly(Question.RECIPE, Question.REGION);
    }

    @Test
    void aChipIsPressedByTheSpaceBarTheMouseAndAScreenReader(FxRobot robot) {
        var chip = robot.lookup("#choice-stackName").query();
        robot.interact(() -> chip.requestFocus());

        robot.type(KeyCode.SPACE);
        assertThat(model.explanation().isLit(Question.STACK_NAME)).isTrue();
        assertThat(chip.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
        robot.clickOn(chip);
        assertThat(model.explanation().isLit(Question.STACK_NAME)).isFalse();
        assertThat(chip.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(false);
        robot.interact(() -> chip.executeAccessibleAction(AccessibleAction.FIRE));
        assertThat(model.explanation().isLit(Question.STACK_NAME)).isTrue();
        assertThat(chip.getAccessibleRole()).isEqualTo(AccessibleRole.TOGGLE_BUTTON);
    }

    @Test
    void aChipThatTheMouseLeavesBeforeItLetsGoIsNotPressed(FxRobot robot) {
        robot.drag("#choice-stackName").dropTo(".yaml-area");

        assertThat(model.explanation().isLit(Question.STACK_NAME)).isFalse();
    }

    @Test
    void theKeyboardFindsInTheTemplateFromAnywhereOnThePage(FxRobot robot) {
        robot.clickOn("#saveClusterFile").push(KeyCode.SHORTCUT, KeyCode.F).write("LaunchTemplate");
        assertThat(robot.lookup(".yaml-count").queryAs(Label.class).getText()).startsWith("1 of ");
        Shown.kept("preview-search");
    }

    @Test
    void whatAwsRefusesIsSaidInItsOwnWords(FxRobot robot) {
        checks.account.noTemplate = Optional.of(FakeStacks.problem(
                CloudProblem.Kind.REFUSED, "ValidationError", "Template format error: no Resources."));
        robot.interact(() -> place.set(Optional.of(stacks.place())));
        robot.clickOn("#showChecks");
        assertThat(robot.from(robot.lookup(".finding-failed")).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(text -> text.contains("no Resources"));
        Shown.kept("preview-refused");
    }

    @Test
    void choicesThatCanNotBeMadeLeaveOnlyTheClusterFile(FxRobot robot) {
        robot.interact(() -> spec.set(Optional.of(Specs.tooLarge("web"))));
        assertThat(robot.lookup("#exportMenu").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#saveClusterFile").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#template").query().isVisible()
                        && robot.lookup("#draft").query().isVisible())
                .isFalse();
        Shown.kept("preview-not-made");
    }
}
