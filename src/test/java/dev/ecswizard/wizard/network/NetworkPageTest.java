package dev.ecswizard.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Places;
import dev.ecswizard.wizard.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class NetworkPageTest {
    private final FakeCloud cloud = Places.cloud();
    private final InOrder background = new InOrder();
    private final List<String> copied = new ArrayList<>();
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.STANDARD);
    private NetworkModel model;
    private NetworkPage page;

    @Start
    void show(Stage stage) {
        model = new NetworkModel(
                background,
                new SimpleObjectProperty<>(Places.in(cloud, "eu-west-1")),
                new SimpleObjectProperty<>(Optional.of(cloud)),
                recipe,
                new Dropped());
        page = new NetworkPage(model, copied::add);
        Shown.in(stage, List.of(page));
    }

    @Test
    void theWidgetsReachTheModelByKeyboardAlone(FxRobot robot) {
        Shown.kept("network-empty");
        robot.write("prod").type(KeyCode.TAB).type(KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE);
        robot.type(KeyCode.TAB, KeyCode.TAB).write("load");

        assertThat(model.chosen().getValue())
                .hasValueSatisfying(
                        network -> assertThat(network.subnets()).containsExactly(Places.SUBNET_A, Places.SUBNET_B));
        assertThat(model.sourceSecurityGroup().getValue()).contains(Places.GROUP);
        Shown.kept("network");
        Shown.keptDoubled("network-doubled");
    }

    @Test
    void aBoxIsTickedByTheMouse(FxRobot robot) {
        robot.interact(() -> model.chooseVpc(Places.VPC));

        robot.clickOn("#tick-" + Places.PUBLIC_A);

        assertThat(model.subnets().getValue()).containsExactly(Places.PUBLIC_A);
    }

    @Test
    void whatIsUnknownAndUnwiseIsMarked(FxRobot robot) {
        robot.interact(() ->
                model.open(Places.spec(Places.VPC, List.of(Places.SUBNET_A, "subnet-ffffffff"), Places.DEFAULT_GROUP)));
        Shown.kept("network-unknown");
        assertThat(robot.lookup("#groupWarning").query().isVisible()).isTrue();
        assertThat(robot.lookup("Not found here").tryQuery()).isPresent();
        robot.interact(() -> model.toggleSubnet("subnet-ffffffff"));
        assertThat(robot.lookup("#zoneWarning").query().isVisible()).isTrue();
        Shown.kept("network-warnings");
    }

    @Test
    void aFailedListHasAWayToRetry(FxRobot robot) {
        cloud.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
        robot.interact(() -> model.inventory().vpcs().retry());
        Shown.kept("network-denied");

        cloud.problem = Optional.empty();
        robot.clickOn("#retry");

        assertThat(model.inventory().vpcs().value().getValue()).isPresent();
    }

    @Test
    void loadingIsShownAndCanBeCancelled(FxRobot robot) {
        background.hold();
        robot.interact(() -> model.inventory().vpcs().retry());
        Shown.kept("network-loading");

        robot.clickOn("Cancel");
        Shown.kept("network-cancelled");
        robot.interact(background::release);
        assertThat(model.inventory().vpcs().value().getValue()).isEmpty();

        robot.clickOn("Retry");
        assertThat(model.inventory().vpcs().value().getValue()).isPresent();
    }

    @Test
    void theCommandForANewGroupCanBeCopied(FxRobot robot) {
        robot.interact(() -> model.chooseVpc(Places.VPC));
        robot.interact(
                () -> robot.lookup(".page-scroll").queryAs(ScrollPane.class).setVvalue(1));

        robot.clickOn("#createGroup .copy");

        assertThat(copied).hasSize(1).first().asString().startsWith("aws ec2 create-security-group");
    }

    @Test
    void publicAddressesAreChosenUnlessTheRecipeIsTheClassicOne(FxRobot robot) {
        cloud.open.add(Places.SUBNET_A);
        robot.interact(() -> {
            model.chooseVpc(Places.VPC);
            model.chooseSourceSecurityGroup(Places.GROUP);
        });
        robot.interact(
                () -> robot.lookup(".page-scroll").queryAs(ScrollPane.class).setVvalue(1));
        Shown.kept("network-addresses");
        var box = robot.lookup("#assignPublicIp").queryComboBox();
        assertThat(box.getButtonCell().getStyleClass()).doesNotContain("unknown");
        assertThat(model.addresses().assignPublicIp().get()).contains(true);

        robot.interact(box::requestFocus);
        robot.type(KeyCode.DOWN);
        assertThat(model.addresses().assignPublicIp().get()).contains(false);

        robot.interact(() -> model.addresses().choose(Optional.empty()));
        assertThat(box.getButtonCell().getText()).isEqualTo("As each subnet says");
        assertThat(box.getButtonCell().getStyleClass()).doesNotContain("unknown");
        robot.interact(() -> model.addresses().choose(Optional.of(false)));
        Shown.kept("network-addresses-lacking");

        robot.interact(() -> recipe.set(Recipe.CLASSIC));
        assertThat(robot.lookup("#publicAddresses").query().isVisible()).isFalse();
    }

    private void addSubnets(int count) {
        for (var i = 0; i < count; i++) {
            var id = "subnet-%017x".formatted(i);
            cloud.subnets.add(new Subnet(
                    id,
                    "team-%03d-private-with-a-rather-long-name".formatted(i),
                    Places.VPC,
                    "eu-west-1" + "abc".charAt(i % 3),
                    "10.0." + i + ".0/24",
                    i,
                    false,
                    i % 50 == 7 ? "210987654321" : cloud.who.account(),
                    i % 50 == 7));
            cloud.natted.add(id);
        }
    }

    @Test
    void aFewOfManySubnetsAreFoundByWords(FxRobot robot) {
        addSubnets(200);
        robot.interact(() -> model.chooseVpc(Places.VPC));
        var table = robot.lookup("#subnets").queryTableView();
        assertThat(table.getItems()).hasSize(203);

        robot.clickOn("#subnetFilter").write("team eu-west-1b outpost");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table.getItems()).hasSize(2);
        Shown.kept("network-many");
        assertThat(robot.lookup("#subnetCount").queryLabeled().getText())
                .isEqualTo("2 of 203 subnets, 3 chosen (3 not shown)");

        robot.type(KeyCode.DOWN, KeyCode.SPACE);
        assertThat(model.subnets().getValue()).hasSize(4);
        robot.clickOn("#subnetFilter").type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table.getItems()).hasSize(203);
    }

    @Test
    void aFewSubnetsNeedNoFilter(FxRobot robot) {
        robot.interact(() -> model.chooseVpc(Places.VPC));

        assertThat(robot.lookup("#filterBar").query().isVisible()).isFalse();
    }

    @Test
    void linesAreSortedByTheWayOut(FxRobot robot) {
        cloud.natted.add(Places.SUBNET_B);
        cloud.transit.add(Places.SUBNET_A);
        robot.interact(() -> {
            model.chooseVpc(Places.VPC);
            var table = robot.lookup("#subnets").<SubnetLine>queryTableView();
            table.getSortOrder().setAll(List.of(table.getColumns().getLast()));
        });

        assertThat(robot.lookup("#subnets").<SubnetLine>queryTableView().getItems())
                .extracting(SubnetLine::called)
                .containsExactly("private-b", "private-a", "public-a");
        Shown.picture("network-sorted");
    }

    @Test
    void whatStandsBelowTheTableIsOfTheSelectedLineAndCanBeCopied(FxRobot robot) {
        cloud.natted.add(Places.SUBNET_A);
        robot.interact(() -> model.chooseVpc(Places.VPC));
        robot.clickOn("#subnets");
        robot.type(KeyCode.HOME);
        var details = robot.lookup("#subnetDetails").queryAs(TextArea.class);
        assertThat(details.getText()).contains("private-a", "0.0.0.0/0 \u2192 nat-1, in rtb-nat");

        robot.type(KeyCode.DOWN);
        assertThat(details.getText()).startsWith("private-b").contains("com.amazonaws.eu-west-1.ecs-agent");
        robot.type(KeyCode.TAB);
        assertThat(details.isFocused()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(details.getSelectedText()).isEqualTo(details.getText());
    }

    @Test
    void whatCouldNotBeReadIsSaidAndAskedForAgain(FxRobot robot) {
        cloud.natted.add(Places.SUBNET_A);
        cloud.exitProblem = Optional.of(new CloudProblem(
                CloudProblem.Kind.DENIED, "ec2:DescribeRouteTables", "UnauthorizedOperation", "No.", "", null));
        robot.interact(() -> model.chooseVpc(Places.VPC));
        Shown.kept("network-unread");
        assertThat(robot.lookup("ec2:DescribeRouteTables was denied").tryQuery())
                .isPresent();

        cloud.exitProblem = Optional.empty();
        robot.interact(() -> robot.lookup("#retryWays").queryButton().fire());

        assertThat(robot.lookup("#unread").query().isVisible()).isFalse();
        assertThat(robot.lookup("Private with NAT").tryQuery()).isPresent();
    }

    @Test
    void aQuestionIsShownInSightWithTheKeyboardOnIt(FxRobot robot) {
        robot.interact(() -> model.chooseVpc(Places.VPC));
        for (var question : page.model().questions()) {
            robot.interact(() -> page.focus(question));

            var widget = robot.lookup("#" + question.key()).query();
            assertThat(widget.isFocused()).as("%s", question).isTrue();
            var sight = page.root().localToScene(page.root().getLayoutBounds());
            assertThat(sight.contains(widget.localToScene(widget.getLayoutBounds())))
                    .as("%s", question)
                    .isTrue();
        }
    }

    @Test
    void aFieldThatIsStillOnItsWayGetsTheKeyboardWhenItComes(FxRobot robot) {
        robot.interact(() -> {
            background.hold();
            model.chooseVpc(Places.VPC);
            page.focus();
            page.focus(Question.SOURCE_SECURITY_GROUP);
            background.release();
        });

        assertThat(robot.lookup("#sourceSecurityGroup").query().isFocused()).isTrue();
    }

    @Test
    void anAnswerThatWasNotTakenIsExplainedAtItsField(FxRobot robot) {
        robot.interact(() -> {
            model.chooseVpc(Places.VPC);
            model.answer(Question.SUBNETS, List.of("subnet-12345678"));
        });

        assertThat(robot.lookup("#refused-subnets").queryAs(Note.class).getText())
                .isEqualTo("subnet-12345678 was not taken. The answer is not among those that can be chosen here.");
        Shown.kept("network-refused");
        robot.interact(() -> model.toggleSubnet(Places.SUBNET_A));
        assertThat(robot.lookup("#refused-subnets").query().isVisible()).isFalse();
    }
}
