package dev.ecswizard.wizard.compute;

import static dev.ecswizard.wizard.compute.FakeMarket.arm;
import static dev.ecswizard.wizard.compute.FakeMarket.x86;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Hosts;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Operations;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Scaling;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Shown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class FleetPaneTest {
    private static final String A = "eu-west-1a";

    private final InOrder background = new InOrder();
    private final FakeMarket market = new FakeMarket()
            .with(x86("t3.large", 2, 8), A)
            .with(x86("m6i.large", 2, 8), A)
            .with(x86("m6a.large", 2, 8), A)
            .with(x86("m5.large", 2, 8), A)
            .with(x86("m7i.large", 2, 8), A)
            .with(x86("c6i.xlarge", 4, 8), A)
            .with(arm("m7g.large", 2, 8), A);
    private final FakeCloud cloud = market.in(new FakeCloud("ops"));
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.PRODUCTION);
    private ComputeModel model;
    private ComputePage page;

    @Start
    void show(Stage stage) {
        var place = new Place(cloud, cloud.who, "eu-west-1", List.of("eu-west-1", "us-east-1"));
        model = new ComputeModel(
                background,
                new SimpleObjectProperty<>(Optional.of(place)),
                new SimpleObjectProperty<>(Optional.of(Set.of(A))),
                recipe,
                new Dropped());
        model.reached();
        page = new ComputePage(model, _ -> {});
        Shown.in(stage, List.of(page));
    }

    private static void scroll(FxRobot robot, double to) {
        robot.interact(
                () -> robot.lookup(".page-scroll").queryAs(ScrollPane.class).setVvalue(to));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void expand(FxRobot robot) {
        robot.interact(() -> robot.lookup("#more").queryAs(ToggleButton.class).setSelected(true));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Fleet.Managed fleet() {
        return (Fleet.Managed) model.chosen().getValue().orElseThrow().fleet();
    }

    @Test
    void theProductionRecipeBeginsCompleteWithItsDefaults(FxRobot robot) {
        Shown.kept("compute-production");

        assertThat(model.missing().getValue()).isEmpty();
        assertThat(model.instanceType().getValue()).contains("m6i.large");
        assertThat(fleet())
                .isEqualTo(new Fleet.Managed(
                        new Scaling(0, 6, 100, 0, 100),
                        new Hosts(List.of(), 30, 0, ImageSource.PINNED),
                        new Operations(ContainerInsights.ENABLED, false, 30)));
        assertThat(robot.lookup("#clusterSize").tryQuery()).isEmpty();
    }

    @Test
    void suggestedTypesAreTakenByKeyboardAndTakenOutAgain(FxRobot robot) {
        robot.interact(() -> robot.lookup("#suggest-m6a-large").query().requestFocus());
        robot.type(KeyCode.SPACE).type(KeyCode.SPACE);

        assertThat(fleet().hosts().alternateInstanceTypes()).hasSize(2).startsWith("m6a.large");
        scroll(robot, 1);
        Shown.picture("compute-alternates");

        robot.interact(() -> robot.lookup("#remove-m6a-large").queryButton().fire());
        assertThat(fleet().hosts().alternateInstanceTypes()).hasSize(1).doesNotContain("m6a.large");
    }

    @Test
    @SuppressWarnings("unchecked")
    void anyOtherTypeOfTheArchitectureIsTakenFromTheList(FxRobot robot) {
        var candidates = robot.lookup("#candidate").queryAs(ComboBox.class);
        assertThat(candidates.getItems())
                .extracting("name")
                .contains("c6i.xlarge")
                .doesNotContain("m6i.large", "m7g.large");

        robot.interact(candidates::requestFocus);
        robot.write("c6i").type(KeyCode.TAB).type(KeyCode.SPACE);

        assertThat(fleet().hosts().alternateInstanceTypes()).containsExactly("c6i.xlarge");
    }

    @Test
    void theRestReachesTheModel(FxRobot robot) {
        expand(robot);
        scroll(robot, 1);
        write(robot, "#onDemandBaseCapacity", "2");
        write(robot, "#onDemandPercentage", "25");
        write(robot, "#targetCapacity", "80");
        write(robot, "#rootVolumeSize", "50");
        write(robot, "#maxInstanceLifetime", "604800");
        robot.interact(() -> {
            robot.lookup("#protectBusyInstances")
                    .queryAs(javafx.scene.control.CheckBox.class)
                    .fire();
            choose(robot, "#containerInsights", ContainerInsights.ENHANCED);
            choose(robot, "#logRetentionDays", 90);
            choose(robot, "#imageSource", ImageSource.SSM);
        });

        assertThat(fleet())
                .isEqualTo(new Fleet.Managed(
                        new Scaling(0, 6, 80, 2, 25),
                        new Hosts(List.of(), 50, 604_800, ImageSource.SSM),
                        new Operations(ContainerInsights.ENHANCED, true, 90)));
        assertThat(model.chosen().getValue().orElseThrow().images()).isEmpty();
        Shown.kept("compute-more");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndInTheFooter(FxRobot robot) {
        write(robot, "#onDemandBaseCapacity", "7");

        assertThat(robot.lookup("#rest").query().isVisible()).isTrue();
        assertThat(robot.lookup("#onDemandBaseCapacityField .field-error")
                        .queryAs(Labeled.class)
                        .getText())
                .isEqualTo("This has to be at most the maximum size, 6.");
        assertThat(robot.lookup("#missing").queryAs(Labeled.class).getText())
                .isEqualTo("Mend the hosts that are always On-Demand");
        scroll(robot, 0.7);
        Shown.kept("compute-more-wrong");

        write(robot, "#clusterMinSize", "6");
        assertThat(robot.lookup("#maxSizeProblem").queryAs(Labeled.class).getText())
                .isEqualTo("The maximum size has to be larger than the minimum size, 6.");
    }

    @Test
    void alternatesAreFoundByTheSameSearch(FxRobot robot) {
        var candidates = robot.lookup("#candidate").<ComboBox<?>>query();
        robot.interact(
                () -> robot.lookup("#candidateSearch").queryTextInputControl().requestFocus());

        robot.write("8 gib m6a");
        assertThat(candidates.getItems()).hasSize(1);
        robot.type(KeyCode.ENTER);
        assertThat(model.managed().alternates().chosen().get()).containsExactly("m6a.large");
        assertThat(robot.lookup("#candidateSearch").queryTextInputControl().getText())
                .isEmpty();

        robot.write("arm").type(KeyCode.ENTER);
        assertThat(candidates.getItems()).isEmpty();
        assertThat(candidates.getPromptText()).isEqualTo("No other type of the architecture fits");
        assertThat(model.managed().alternates().chosen().get()).containsExactly("m6a.large");
    }

    @Test
    void nothingIsLostByLookingAtAnotherRecipe(FxRobot robot) {
        robot.interact(() -> {
            model.managed().alternates().add("t3.large");
            model.managed().clusterMaxSize().text().set("9");
        });
        var before = fleet();

        robot.interact(() -> recipe.set(Recipe.STANDARD));
        assertThat(model.chosen().getValue().orElseThrow().fleet()).isEqualTo(new Fleet.Fixed(2, 4));
        assertThat(robot.lookup("#more").tryQuery()).isEmpty();
        assertThat(robot.lookup("#clusterMinSize").tryQuery()).isEmpty();
        robot.interact(() -> recipe.set(Recipe.PRODUCTION));

        assertThat(fleet()).isEqualTo(before);
    }

    @Test
    void noWordsAreCutOff(FxRobot robot) {
        robot.interact(() -> {
            model.managed().alternates().add("m6a.large");
            model.managed().onDemandPercentage().text().set("0");
        });
        expand(robot);
        scroll(robot, 1);
        Shown.kept("compute-production-end");

        var labels = robot.lookup(node -> node instanceof Labeled labeled
                        && isShown(node)
                        && labeled.getText() != null
                        && !labeled.getText().isEmpty())
                .queryAllAs(Labeled.class);
        assertThat(labels).hasSizeGreaterThan(30);
        assertThat(labels.stream()
                        .filter(label -> !shownText(label).equals(plain(label.getText())))
                        .map(label -> label.getText() + " is cut to " + shownText(label)))
                .isEmpty();
        assertThat(labels.stream()
                        .filter(label ->
                                label.isWrapText() && label.getHeight() < label.prefHeight(label.getWidth()) - 1)
                        .map(Labeled::getText))
                .isEmpty();
        var end = bottom(robot.lookup("#rest").query());
        assertThat(robot.from(robot.lookup("#rest")).lookup(".label").queryAllAs(Labeled.class))
                .hasSizeGreaterThan(10)
                .allMatch(label -> bottom(label) <= end + 1);
        var page = robot.lookup(".page-scroll").queryAs(ScrollPane.class);
        assertThat(page.getContent().getBoundsInLocal().getWidth())
                .isLessThanOrEqualTo(page.getViewportBounds().getWidth());
    }

    /// What the skin draws, which ends in an ellipsis where there is no room.
    private static String shownText(Labeled label) {
        return label.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(text -> plain(((Text) text).getText()))
                .findFirst()
                .orElse(plain(label.getText()));
    }

    /// Without what marks a mnemonic.
    private static String plain(String text) {
        return text.replace("_", "");
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }

    private static boolean isShown(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void write(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(Spinner.class).getEditor().setText(text));
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(FxRobot robot, String id, T value) {
        robot.lookup(id).queryAs(ComboBox.class).setValue(value);
    }

    @Test
    void aQuestionIsShownInSightWithTheKeyboardOnItAndWhatHidesItIsOpened(FxRobot robot) {
        for (var question : page.model().questions()) {
            if (!question.isAskedIn(Recipe.PRODUCTION)) {
                continue;
            }
            robot.interact(() -> {
                robot.lookup("#more").queryAs(ToggleButton.class).setSelected(false);
                page.focus(question);
            });
            WaitForAsyncUtils.waitForFxEvents();

            var scene = page.root().getScene();
            var owner = scene.getFocusOwner();
            var widget = widget(question);
            assertThat(isIn(owner, robot.lookup("#" + widget).query()))
                    .as("%s has %s", question, owner)
                    .isTrue();
            var sight = page.root().localToScene(page.root().getLayoutBounds());
            assertThat(sight.contains(owner.localToScene(owner.getLayoutBounds())))
                    .as("%s is in sight", question)
                    .isTrue();
        }
        Shown.kept("compute-meant");
    }

    private static String widget(Question question) {
        return switch (question) {
            case INSTANCE_TYPE, ARCHITECTURE -> "instanceTypeFilter";
            case ALTERNATE_INSTANCE_TYPES -> "candidate";
            // where nothing is newer and all regions have answered there is only where the image comes from
            case IMAGES -> "imageSource";
            default -> question.key();
        };
    }

    private static boolean isIn(Node node, Node outer) {
        return node != null && (node == outer || isIn(node.getParent(), outer));
    }

    @Test
    void anAnswerThatWasNotTakenIsExplainedAtItsField(FxRobot robot) {
        robot.interact(() -> model.answer(Question.CLUSTER_MAX_SIZE, List.of("0")));
        assertThat(robot.lookup("#refused-clusterMaxSize").queryAs(Note.class).getText())
                .isEqualTo("0 was not taken. The answer has to be a whole number from 1 to 1000.");

        robot.interact(() -> model.managed().clusterMaxSize().text().set("9"));
        assertThat(robot.lookup("#refused-clusterMaxSize").query().isVisible()).isFalse();
    }
}
