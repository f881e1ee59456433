package dev.ecswizard.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AccountPageTest {
    private final InOrder background = new InOrder();
    private final FakeCloud ops = new FakeCloud("ops");
    private final FakeCloud lab = new FakeCloud("lab");
    private final List<String> copied = new ArrayList<>();
    private AccountModel model;

    @Start
    void show(Stage stage) {
        model = new AccountModel(
                background,
                () -> new AccountModel.Offer(List.of(ops, lab), Optional.of(ops), List.of()),
                (_, _) -> Optional.empty(),
                Optional.empty(),
                new Dropped());
        var actions = new ActionsModel(background, model);
        Shown.in(stage, List.of(new AccountPage(model, actions, copied::add)));
    }

    @Test
    void typingFindsARegion(FxRobot robot) {
        robot.clickOn("#region").type(KeyCode.ESCAPE).write("us-");

        assertThat(model.region().getValue()).contains("us-east-1");
        Shown.picture("account");
    }

    @Test
    void theWidgetsReachTheModel(FxRobot robot) {
        robot.clickOn("#profile").type(KeyCode.DOWN, KeyCode.ENTER);

        assertThat(model.profile().getValue()).contains(lab);
        assertThat(robot.lookup("#profile").queryAs(ComboBox.class).getValue()).isNotNull();
    }

    @Test
    void anExpiredSessionShowsItsRemedyAndRetryMendsIt(FxRobot robot) {
        ops.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.EXPIRED, "aws sso login --profile ops"));
        robot.interact(model::reconnect);
        Shown.picture("account-expired");

        robot.clickOn(".copy");
        assertThat(copied).containsExactly("aws sso login --profile ops");

        ops.problem = Optional.empty();
        robot.clickOn("#retry");
        assertThat(robot.lookup("#next").queryAs(Button.class).isDisabled()).isFalse();
        assertThat(model.place().getValue()).isPresent();
    }
}
