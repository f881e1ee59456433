package dev.ecswizard.wizard.compute;

import static dev.ecswizard.wizard.compute.FakeMarket.arm;
import static dev.ecswizard.wizard.compute.FakeMarket.type;
import static dev.ecswizard.wizard.compute.FakeMarket.x86;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.InstanceType.Accelerator;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Shown;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class ComputePageTest {
    private static final String A = "eu-west-1a";
    private static final String B = "eu-west-1b";
    private static final String NEVER_ASKED = "eu-west-1c";
    private static final List<String> SIZES = List.of("large", "xlarge", "2xlarge", "4xlarge");

    private final InOrder background = new InOrder();
    private final FakeMarket market = new FakeMarket();
    private final FakeCloud cloud = market.in(new FakeCloud("ops"));
    private final ObjectProperty<Optional<Set<String>>> zones = new SimpleObjectProperty<>(Optional.of(Set.of(A, B)));
    private ComputeModel model;

    @Start
    void show(Stage stage) {
        fill();
        var place = new Place(cloud, cloud.who, "eu-west-1", List.of("eu-north-1", "eu-west-1", "us-east-1"));
        model = new ComputeModel(
                background,
                new SimpleObjectProperty<>(Optional.of(place)),
                zones,
                new SimpleObjectProperty<>(Recipe.STANDARD),
                new Dropped());
        model.reached();
        Shown.in(stage, List.of(new ComputePage(model, _ -> {})));
    }

    /// As many types as the largest regions have.
    private void fill() {
        for (var family = 0; family < 300; family++) {
            for (var size = 0; size < SIZES.size(); size++) {
                var name = "%s%d%s.%s"
                        .formatted("cmx".charAt(family % 3), family / 6, family % 2 == 0 ? "i" : "g", SIZES.get(size));
                var vcpus = 2 << size;
                var facts = family % 2 == 0 ? x86(name, vcpus, vcpus * 4) : arm(name, vcpus, vcpus * 4);
                if (family % 25 == 0) {
                    market.with(facts, A);
                } else {
                    market.with(facts, A, B);
                }
            }
        }
        market.with(x86("t3.large", 2, 8), A, B, NEVER_ASKED)
                .with(x86("t3.nano", 2, 0.5), A, B)
                .with(arm("t4g.large", 2, 8), A, B)
                .with(x86("t2.large", 2, 8), A)
                .with(type("g5.xlarge", 4, 16, "x86_64", Accelerator.GPU), A, B);
    }

    private static TableView<TypeRow> table(FxRobot robot) {
        return robot.lookup("#instanceType").queryTableView();
    }

    private static Bounds boundsOf(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static String selected(FxRobot robot) {
        var row = table(robot).getSelectionModel().getSelectedItem();
        return row == null ? "" : row.type().name();
    }

    private static List<String> shown(FxRobot robot) {
        return table(robot).getItems().stream().map(row -> row.type().name()).toList();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void thePageBeginsCompleteWithTheKeyboardInTheSearch(FxRobot robot) {
        assertThat(robot.lookup("#instanceTypeFilter").query().isFocused()).isTrue();
        assertThat(selected(robot)).isEqualTo("t3.large");
        assertThat(text(robot, "#image"))
                .contains(FakeMarket.imageId(Architecture.X86_64, "eu-west-1"), "6 January 2026");
        assertThat(text(robot, "#elsewhere"))
                .isEqualTo("The template also holds the images of 2 of the 2 other enabled regions.");
        Shown.kept("compute");
        assertThat(robot.lookup("t3.large").tryQuery())
                .as("the chosen row is in sight")
                .isPresent();
    }

    @Test
    void typingAndEnterChooseATypeAndTheKeyboardStays(FxRobot robot) {
        robot.write("t4g").type(KeyCode.ENTER);

        assertThat(model.instanceType().getValue()).contains("t4g.large");
        assertThat(selected(robot)).isEqualTo("t4g.large");

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#instanceTypeFilter").queryAs(TextField.class).getText())
                .isEmpty();
        assertThat(selected(robot)).isEqualTo("t4g.large");
    }

    @Test
    void downGoesIntoTheTableAndUpComesBack(FxRobot robot) {
        robot.write("t4g").type(KeyCode.DOWN);
        assertThat(table(robot).isFocused()).isTrue();
        assertThat(model.instanceType().getValue()).contains("t4g.large");
        Shown.kept("compute-table");
        Shown.keptDoubled("compute-doubled");

        robot.type(KeyCode.ENTER, KeyCode.UP);
        assertThat(robot.lookup("#instanceTypeFilter").query().isFocused()).isTrue();
    }

    @Test
    void aSearchThatHidesTheChosenTypeKeepsIt(FxRobot robot) {
        robot.write("nano");

        assertThat(selected(robot)).isEmpty();
        assertThat(model.instanceType().getValue()).contains("t3.large");
        assertThat(text(robot, "#chosenType")).isEqualTo("t3.large: 2 vCPU, 8 GiB, x86_64, Up to 5 Gigabit");
        Shown.picture("compute-search");
    }

    @Test
    void sortingKeepsTheChoice(FxRobot robot) {
        robot.interact(() -> {
            var vcpus = table(robot).getColumns().get(1);
            vcpus.setSortType(SortType.DESCENDING);
            table(robot).getSortOrder().add(vcpus);
        });

        assertThat(table(robot).getItems().getFirst().type().vcpus()).isEqualTo(16);
        assertThat(selected(robot)).isEqualTo("t3.large");
        assertThat(model.instanceType().getValue()).contains("t3.large");
    }

    @Test
    void aClickOnARowChoosesIt(FxRobot robot) {
        robot.write("t3.").clickOn("t3.nano");

        assertThat(model.instanceType().getValue()).contains("t3.nano");
    }

    @Test
    void whatCanNotBeChosenStandsAtTheEndInGreyWithItsReason(FxRobot robot) {
        assertThat(text(robot, "#found"))
                .isEqualTo(
                        "1,155 of the 1,205 types of the region can be chosen; the other 50 stand at the end with their"
                                + " reasons.");

        robot.write("gpu 4 vcpu").type(KeyCode.DOWN);

        assertThat(shown(robot)).containsExactly("g5.xlarge");
        Shown.picture("compute-gpu");
        assertThat(robot.lookup("GPU: image lacks drivers").tryQuery()).isPresent();
        assertThat(text(robot, "#found"))
                .isEqualTo("g5.xlarge can not be chosen: the standard ECS-optimized image lacks the drivers of its"
                        + " GPUs.");
        assertThat(model.instanceType().getValue()).contains("t3.large");
    }

    @Test
    void theTitlesAreWholeInTheSmallestWindow(FxRobot robot) {
        robot.write("gpu 4 vcpu");
        robot.interact(() -> table(robot).applyCss());

        var clipped = robot.from(table(robot)).lookup(".label, .table-cell").queryAllAs(Labeled.class).stream()
                .filter(Labeled::isTextTruncated)
                .map(Labeled::getText)
                .toList();
        assertThat(clipped).isEmpty();
    }

    @Test
    void theControlsNarrowTheListTogetherWithTheTextAndOnePressClearsThemAndAnotherTakesThatBack(FxRobot robot) {
        var all = table(robot).getItems().size();
        robot.write("t4").clickOn("#filter-burstable").type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(shown(robot)).containsExactly("t4g.large");
        robot.clickOn("#filter-architecture").type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(shown(robot)).isEmpty();
        assertThat(((Label) table(robot).getPlaceholder()).getText())
                .isEqualTo("No type of the region fits both “t4” and the filters.");
        Shown.kept("compute-filters");

        robot.clickOn("#clearFilters");
        assertThat(table(robot).getItems()).hasSize(all);

        robot.clickOn("#clearFilters");
        assertThat(shown(robot)).isEmpty();
        assertThat(robot.lookup("#instanceTypeFilter").queryAs(TextField.class).getText())
                .isEqualTo("t4");
    }

    @Test
    void theKeyboardReachesWhatCanNotBeChosenAndChoosesNothing(FxRobot robot) {
        robot.write("large burstable").type(KeyCode.DOWN);
        assertThat(shown(robot)).containsExactly("t3.large", "t4g.large", "t2.large");

        robot.type(KeyCode.END);
        assertThat(model.instanceType().getValue()).contains("t3.large");
        assertThat(selected(robot)).isEqualTo("t3.large");
        assertThat(text(robot, "#found")).isEqualTo("t2.large can not be chosen: not offered in eu-west-1b.");
        Shown.kept("compute-barred");

        robot.type(KeyCode.ENTER, KeyCode.SPACE, KeyCode.DOWN);
        assertThat(model.instanceType().getValue()).contains("t3.large");

        robot.type(KeyCode.UP);
        assertThat(model.instanceType().getValue()).contains("t4g.large");
        assertThat(text(robot, "#found")).isEqualTo("2 types fit, one more can not be chosen.");
    }

    @Test
    void aClickOnWhatCanNotBeChosenSaysWhy(FxRobot robot) {
        robot.write("t2").clickOn("t2.large");

        assertThat(model.instanceType().getValue()).contains("t3.large");
        assertThat(text(robot, "#found")).isEqualTo("t2.large can not be chosen: not offered in eu-west-1b.");
        assertThat(selected(robot)).isEmpty();
    }

    @Test
    void whatCanNotBeChosenStaysBehindTheRestHoweverTheTableIsSorted(FxRobot robot) {
        for (var order : SortType.values()) {
            robot.interact(() -> {
                var memory = table(robot).getColumns().get(2);
                memory.setSortType(order);
                table(robot).getSortOrder().setAll(List.of(memory));
            });
            var rows = table(robot).getItems();
            assertThat(rows.subList(0, 1155)).allMatch(TypeRow::isUsable);
            assertThat(rows.subList(1155, 1205)).noneMatch(TypeRow::isUsable);
            var memory = rows.subList(0, 1155).stream()
                    .map(row -> row.type().memoryMib())
                    .toList();
            assertThat(memory)
                    .isSortedAccordingTo(
                            order == SortType.ASCENDING ? Comparator.naturalOrder() : Comparator.reverseOrder());
        }
    }

    @Test
    void whatWasNotUnderstoodIsSaidAndEnterTakesNothingForIt(FxRobot robot) {
        robot.write("cheap arm").type(KeyCode.ENTER);

        assertThat(robot.lookup("Not understood: “cheap”").tryQuery()).isPresent();
        assertThat(model.instanceType().getValue()).contains("t3.large");
        Shown.kept("compute-not-understood");
    }

    @Test
    void sizesAreTypedOrSteppedAndNonsenseStaysAndIsSaid(FxRobot robot) {
        robot.doubleClickOn("#clusterSize").write("7");
        assertThat(model.sizes().size().get()).isEqualTo("7");
        assertThat(text(robot, "#maxSizeProblem"))
                .isEqualTo("The maximum size has to be larger than the cluster size, 7: a rolling update needs the"
                        + " room.");

        robot.doubleClickOn("#clusterMaxSize").write("8").type(KeyCode.UP);
        assertThat(model.chosen().getValue())
                .hasValueSatisfying(compute -> assertThat(compute.fleet()).isEqualTo(new Fleet.Fixed(7, 9)));

        robot.doubleClickOn("#clusterSize").write("many").clickOn("#keyName");
        assertThat(robot.lookup("#clusterSize")
                        .queryAs(Spinner.class)
                        .getEditor()
                        .getText())
                .isEqualTo("many");
        assertThat(text(robot, "#sizeProblem")).isEqualTo("The cluster size has to be a whole number from 1 to 998.");
        robot.type(KeyCode.ESCAPE);
        Shown.kept("compute-sizes");
    }

    @Test
    void aKeyPairOrNoneIsChosen(FxRobot robot) {
        robot.clickOn("#keyName").type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(model.keys().name().name().get()).contains("ops");

        robot.clickOn("#keyName").type(KeyCode.UP, KeyCode.UP, KeyCode.ENTER);
        assertThat(model.keys().name().name().get()).isEmpty();
    }

    @Test
    void whatAnOpenedFileNamesAndIsNotHereIsMarked(FxRobot robot) {
        robot.interact(() -> model.open(new ClusterSpec(
                "eu-west-1",
                new Cluster("web", Recipe.STANDARD, Map.of()),
                new Network("vpc-0a1b2c3d", List.of("subnet-0a1b2c3d"), "sg-0a1b2c3d"),
                new Compute(
                        "t9.large",
                        Architecture.X86_64,
                        3,
                        6,
                        Optional.of("gone"),
                        Map.of("eu-west-1", "ami-0a1b2c3d")))));

        assertThat(selected(robot)).isEmpty();
        assertThat(text(robot, "#chosenType")).isEqualTo("t9.large");
        assertThat(text(robot, "#missing")).isEqualTo("t9.large can not be chosen here");
        Shown.kept("compute-opened");

        robot.clickOn("#takeNewest");
        assertThat(model.picker().arePinned()).isFalse();
    }

    @Test
    void regionsThatMayNotBeAskedAreSaidAndAskedAgain(FxRobot robot) {
        market.denied.put("us-east-1", FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
        robot.interact(() -> model.chooseInstanceType("t4g.large"));
        Shown.kept("compute-elsewhere");
        market.denied.clear();

        robot.clickOn("#elsewhereAction");

        assertThat(text(robot, "#elsewhere"))
                .isEqualTo("The template also holds the images of 2 of the 2 other enabled regions.");
    }

    @Test
    void aListThatFailsCanBeHadAgain(FxRobot robot) {
        market.catalogProblem = Optional.of(FakeCloud.problem(CloudProblem.Kind.UNREACHABLE, ""));
        robot.interact(() -> zones.set(Optional.of(Set.of(NEVER_ASKED))));
        assertThat(robot.lookup("#next").queryAs(Button.class).isVisible()).isFalse();
        Shown.kept("compute-failed");
        market.catalogProblem = Optional.empty();

        robot.clickOn("#retry");

        assertThat(selected(robot)).isEqualTo("t3.large");
    }

    @Test
    void aListOnItsWayCanBeCancelled(FxRobot robot) {
        robot.interact(() -> {
            background.hold();
            zones.set(Optional.of(Set.of(A)));
        });
        robot.clickOn("Cancel");

        assertThat(model.missing().getValue()).contains("The instance types could not be looked up");
        Shown.kept("compute-cancelled");
    }

    @Test
    void filteringTwelveHundredTypesTakesNoTimeThatAPersonSees(FxRobot robot) {
        var texts = List.of("c", "c1", "c1 4", "c1 4 vcpu", "", "arm 16 gib", "x86", "");
        var best = Double.MAX_VALUE;

        for (var round = 0; round < 5; round++) {
            var before = System.nanoTime();
            robot.interact(() -> texts.forEach(model.finder().text()::set));
            best = Math.min(best, (System.nanoTime() - before) / 1e6 / texts.size());
        }

        System.getLogger("bench").log(System.Logger.Level.INFO, "one filter step: " + best + " ms");
        assertThat(best).isLessThan(100);
    }
}
