package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.ui.Hand;
import dev.ecswizard.ui.SystemFilePicker;
import dev.ecswizard.wizard.Shown;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on the real sandbox, over HTTP.
class AppTest {
    private final FxRobot robot = new Hand();
    private Stage stage;

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(() -> new App(
                new Start(Optional.empty(), true, Optional.empty(), Optional.empty(), Optional.empty()),
                Sandbox.Options.DEFAULT,
                SystemFilePicker::new,
                Fresh.settings(),
                Fresh.journals()));
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    private void waitUntilNextIsEnabled() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> robot.lookup("#next")
                        .tryQuery()
                        .filter(Node::isVisible)
                        .filter(next -> !next.isDisabled())
                        .isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private int rows() {
        return robot.lookup("#subnets")
                .tryQuery()
                .map(table -> ((TableView<?>) table).getItems().size())
                .orElse(0);
    }

    @Test
    void accountClusterAndNetworkAreAnsweredByKeyboardAlone() throws TimeoutException {
        assertThat(stage.getTitle()).startsWith("ECS Cluster Wizard");
        waitUntilNextIsEnabled();
        assertThat(robot.lookup("Sandbox: nothing here is real").tryQuery()).isPresent();
        ComboBox<?> region = robot.lookup("#region").queryComboBox();
        assertThat(region.getItems().size()).isGreaterThanOrEqualTo(15);
        Shown.picture("walk-1-account");

        robot.type(KeyCode.ENTER);
        robot.write("web");
        waitUntilNextIsEnabled();
        Shown.picture("walk-2-cluster");

        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> robot.lookup("#vpcId").tryQuery().isPresent());
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> robot.lookup("#vpcId").query().isFocused());
        robot.type(KeyCode.DOWN);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> rows() > 0);
        WaitForAsyncUtils.waitForFxEvents();
        Shown.picture("walk-3-network");
    }
}
