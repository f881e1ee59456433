package dev.ecswizard.wizard.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.StackSummary;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Places;
import dev.ecswizard.wizard.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class ClusterPageTest {
    private static final PseudoClass MEANT = PseudoClass.getPseudoClass("meant");

    private final FakeCloud cloud = Places.cloud();
    private final InOrder background = new InOrder();
    private ClusterModel model;
    private ClusterPage page;

    @Start
    void show(Stage stage) {
        cloud.stacks.put("eu-west-1", List.of(new StackSummary("arn:1", "web", new StackStatus("CREATE_COMPLETE"))));
        model = new ClusterModel(
                background,
                new SimpleObjectProperty<>(Optional.of("eu-west-1")),
                new SimpleObjectProperty<>(Places.in(cloud, "eu-west-1")));
        page = new ClusterPage(model);
        Shown.in(stage, List.of(page));
    }

    @Test
    void theWidgetsReachTheModelByKeyboardAlone(FxRobot robot) {
        robot.write("shop").type(KeyCode.TAB).type(KeyCode.DOWN, KeyCode.DOWN);
        addTag(robot).write("team").type(KeyCode.TAB).write("ops");

        assertThat(model.chosen().getValue()).contains(new Cluster("shop", Recipe.CLASSIC, Map.of("team", "ops")));
        Shown.kept("cluster-classic");
    }

    @Test
    void whatIsWrongStandsBesideIt(FxRobot robot) {
        robot.write("web");
        addTag(robot).write("aws:team");
        Shown.kept("cluster-taken");
        assertThat(robot.lookup("#stackNameTaken").query().isVisible()).isTrue();

        robot.clickOn("#stackName").write("_");
        assertThat(robot.lookup("#stackNameField .field-error").query().isVisible())
                .isTrue();
        Shown.kept("cluster-wrong");
    }

    @Test
    void whileTheNamesAreOnTheirWayThePageSaysSo(FxRobot robot) {
        assertThat(robot.lookup("#stacksWaiting").query().isVisible()).isFalse();
        background.hold();
        robot.interact(() -> model.stacks().retry());
        var waiting = robot.lookup("#stacksWaiting").query();
        assertThat(waiting.isVisible()).isTrue();
        Shown.kept("cluster-checking");

        robot.interact(background::release);
        assertThat(waiting.isVisible()).isFalse();
    }

    @Test
    void aCheckThatFailedCanBeTriedAgain(FxRobot robot) {
        robot.write("web");
        var retry = robot.lookup("#retry").query();
        assertThat(retry.isVisible()).isFalse();
        cloud.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.UNREACHABLE, ""));
        robot.interact(model::stacksChanged);
        assertThat(robot.lookup("#stackNameTaken").query().isVisible()).isFalse();
        assertThat(robot.lookup("#stacksUnknown").query().isVisible()).isTrue();
        Shown.kept("cluster-unchecked");

        cloud.problem = Optional.empty();
        robot.clickOn("#retry");
        assertThat(robot.lookup("#stackNameTaken").query().isVisible()).isTrue();
        assertThat(retry.isVisible()).isFalse();
    }

    @Test
    void theRecipesStandSideBySideAndAreAllToBeHad(FxRobot robot) {
        robot.write("shop");
        var names = List.of("#standard", "#production", "#classic");
        var tops = names.stream()
                .map(name -> robot.lookup(name).query().localToScene(0, 0))
                .toList();
        assertThat(tops).extracting(Point2D::getY).containsOnly(tops.getFirst().getY());
        assertThat(tops).extracting(Point2D::getX).isSorted().doesNotHaveDuplicates();
        Shown.kept("cluster-recipes");

        robot.clickOn("#production");

        assertThat(model.chosen().getValue()).contains(new Cluster("shop", Recipe.PRODUCTION, Map.of()));
        Shown.kept("cluster-production");
    }

    /// The button may be below what is in sight.
    private static FxRobot addTag(FxRobot robot) {
        return robot.interact(() -> robot.lookup("#addTag").queryButton().fire());
    }

    @Test
    void aQuestionIsShownWithTheKeyboardOnItsField(FxRobot robot) {
        robot.interact(() -> page.focus(Question.STACK_NAME));
        assertThat(robot.lookup("#stackName").query().isFocused()).isTrue();

        robot.interact(() -> page.focus(Question.RECIPE));
        assertThat(robot.lookup("#standard").query().isFocused()).isTrue();
        assertThat(robot.lookup("#recipeSection").query().getPseudoClassStates())
                .contains(MEANT);
        assertThat(robot.lookup("#stackNameField").query().getPseudoClassStates())
                .doesNotContain(MEANT);
        Shown.kept("cluster-meant");

        robot.interact(() -> page.focus(Question.TAGS));
        assertThat(robot.lookup("#addTag").query().isFocused()).isTrue();
        robot.interact(() -> {
            model.addTag();
            page.focus(Question.STACK_NAME);
            page.focus(Question.TAGS);
        });
        assertThat(robot.lookup("#tags .text-field").query().isFocused()).isTrue();
    }

    @Test
    void anAnswerThatWasNotTakenIsExplainedAtItsField(FxRobot robot) {
        robot.interact(() -> model.answer(Question.STACK_NAME, List.of("my_web")));

        var refused = robot.lookup("#refused-stackName").queryAs(Note.class);
        assertThat(refused.isVisible()).isTrue();
        assertThat(refused.getText()).startsWith("my_web was not taken. The answer has to begin with a letter");
        Shown.kept("cluster-refused");

        robot.write("web");
        assertThat(refused.isVisible()).isFalse();
    }
}
