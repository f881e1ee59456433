package dev.ecswizard.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.InOrder;
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
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class NetworkPageTest {
    private final FakeCloud cloud = Places.cloud();
    private final InOrder background = new InOrder();
    private final List<String> copied = new ArrayList<>();
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.STANDARD);
    private NetworkModel model;

    @Start
    void show(Stage stage) {
        model = new NetworkModel(
                background,
                new SimpleObjectProperty<>(Places.in(cloud, "eu-west-1")),
                new SimpleObjectProperty<>(Optional.of(cloud)),
                recipe,
                new Dropped());
        Shown.in(stage, List.of(new NetworkPage(model, copied::add)));
    }

    @Test
    void theWidgetsReachTheModelByKeyboardAlone(FxRobot robot) {
        Shown.picture("network-empty");
        robot.write("prod").type(KeyCode.TAB).type(KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE);
        robot.type(KeyCode.TAB).write("load");

        assertThat(model.chosen().getValue())
                .hasValueSatisfying(
                        network -> assertThat(network.subnets()).containsExactly(Places.SUBNET_A, Places.SUBNET_B));
        assertThat(model.sourceSecurityGroup().getValue()).contains(Places.GROUP);
        Shown.picture("network");
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
        Shown.picture("network-unknown");
        assertThat(robot.lookup("#groupWarning").query().isVisible()).isTrue();
        assertThat(robot.lookup("Not found here").tryQuery()).isPresent();
        robot.interact(() -> model.toggleSubnet("subnet-ffffffff"));
        assertThat(robot.lookup("#zoneWarning").query().isVisible()).isTrue();
        Shown.picture("network-warnings");
    }

    @Test
    void aFailedListHasAWayToRetry(FxRobot robot) {
        cloud.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
        robot.interact(() -> model.inventory().vpcs().retry());
        Shown.picture("network-denied");

        cloud.problem = Optional.empty();
        robot.clickOn("#retry");

        assertThat(model.inventory().vpcs().value().getValue()).isPresent();
    }

    @Test
    void loadingIsShownAndCanBeCancelled(FxRobot robot) {
        background.hold();
        robot.interact(() -> model.inventory().vpcs().retry());
        Shown.picture("network-loading");

        robot.clickOn("Cancel");
        Shown.picture("network-cancelled");
        robot.interact(background::release);
        assertThat(model.inventory().vpcs().value().getValue()).isEmpty();

        robot.clickOn("Retry");
        assertThat(model.inventory().vpcs().value().getValue()).isPresent();
    }

    @Test
    void theCommandForANewGroupCanBeCopied(FxRobot robot) {
        robot.interact(() -> model.chooseVpc(Places.VPC));

        robot.clickOn("#createGroup .copy");

        assertThat(copied).hasSize(1).first().asString().startsWith("aws ec2 create-security-group");
    }

    @Test
    void publicAddressesAreChosenUnlessTheRecipeIsTheClassicOne(FxRobot robot) {
        cloud.open.add(Places.SUBNET_A);
        robot.interact(() -> {
            model.chooseVpc(Places.VPC);
            model.toggleSubnet(Places.SUBNET_A);
            model.chooseSourceSecurityGroup(Places.GROUP);
        });
        robot.interact(
                () -> robot.lookup(".page-scroll").queryAs(ScrollPane.class).setVvalue(1));
        Shown.picture("network-addresses");
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
        Shown.picture("network-addresses-lacking");

        robot.interact(() -> recipe.set(Recipe.CLASSIC));
        assertThat(robot.lookup("#publicAddresses").query().isVisible()).isFalse();
    }
}
