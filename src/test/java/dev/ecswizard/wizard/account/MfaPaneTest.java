package dev.ecswizard.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.LatePane;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.VirtualThreads;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.Shown;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class MfaPaneTest {
    private final MfaModel model = new MfaModel(VirtualThreads.forWindow());
    private final LatePane pane =
            new LatePane(model.question().map(Optional::isPresent), () -> new MfaPane(model).root());

    @Start
    void show(Stage stage) {
        var scene = new Scene(new StackPane(pane), 760, 120);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private CompletableFuture<Optional<String>> ask() throws TimeoutException {
        var code = CompletableFuture.supplyAsync(() -> model.code("ops", "arn:aws:iam::123456789012:mfa/phone"));
        waitUntil(true);
        return code;
    }

    private void waitUntil(boolean isShown) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> pane.isVisible() == isShown);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theCodeIsTypedAndEnterHandsItOver(FxRobot robot) throws Exception {
        assertThat(pane.isVisible()).isFalse();
        var code = ask();
        assertThat(robot.lookup("#mfaQuestion").queryAs(Labeled.class).getText())
                .contains("ops", "arn:aws:iam::123456789012:mfa/phone");

        Shown.kept(pane.getScene(), "mfa-asked");
        robot.write("12345");
        assertThat(robot.lookup("#mfaContinue").query().isDisabled()).isTrue();
        robot.write("6");
        assertThat(robot.lookup("#mfaContinue").query().isDisabled()).isFalse();
        robot.type(KeyCode.ENTER);

        assertThat(code.get(10, TimeUnit.SECONDS)).contains("123456");
        waitUntil(false);
    }

    @Test
    void theNextQuestionBeginsWithAnEmptyField(FxRobot robot) throws Exception {
        var first = ask();
        robot.write("123456").clickOn("#mfaContinue");
        assertThat(first.get(10, TimeUnit.SECONDS)).contains("123456");
        waitUntil(false);

        var second = ask();
        assertThat(robot.lookup("#mfaCode").queryAs(TextField.class).getText()).isEmpty();
        robot.clickOn("#mfaGiveUp");
        assertThat(second.get(10, TimeUnit.SECONDS)).isEmpty();
        waitUntil(false);
    }
}
