package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.ui.Hand;
import dev.ecswizard.ui.SystemFilePicker;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What becomes of an exception that nobody catches.
class UnforeseenTest {
    private final FxRobot robot = new Hand();
    private final BlockingQueue<LogRecord> logged = new LinkedBlockingQueue<>();
    // held, since the log manager holds loggers weakly
    private final Logger logger = Logger.getLogger(App.class.getName());
    private final Listener listener = new Listener(logged);
    private Thread.UncaughtExceptionHandler before;

    private static final class Listener extends Handler {
        private final BlockingQueue<LogRecord> logged;

        Listener(BlockingQueue<LogRecord> logged) {
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() throws TimeoutException {
        before = Thread.getDefaultUncaughtExceptionHandler();
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(() -> new App(
                new Start(Optional.empty(), true, Optional.empty(), Optional.empty(), Optional.empty()),
                Sandbox.Options.DEFAULT,
                SystemFilePicker::new,
                Fresh.settings(),
                Fresh.journals()));
        logger.addHandler(listener);
    }

    @AfterEach
    void close() throws TimeoutException {
        logger.removeHandler(listener);
        Thread.setDefaultUncaughtExceptionHandler(before);
        FxToolkit.cleanupStages();
    }

    private void waitFor(String query) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void itIsToldWithDetailsAndLoggedAndEveryAnswerStays() throws Exception {
        waitFor("#region");
        robot.type(KeyCode.ENTER);
        waitFor("#stackName");
        robot.write("mine");
        var problem = new IllegalStateException("a tail of a comet");

        Platform.runLater(() -> {
            throw problem;
        });

        waitFor("Something went wrong that we did not foresee");
        assertThat(logged.poll(10, TimeUnit.SECONDS).getThrown()).isSameAs(problem);
        assertThat(robot.lookup("#errorDetails").queryAs(TextInputControl.class).getText())
                .contains("a tail of a comet", "UnforeseenTest");

        robot.clickOn("Back to the wizard");
        assertThat(robot.lookup("Something went wrong that we did not foresee").tryQuery())
                .isEmpty();
        assertThat(robot.lookup("#stackName").queryAs(TextInputControl.class).getText())
                .isEqualTo("mine");
        robot.clickOn("#stackName").type(KeyCode.END).write("2");
        assertThat(robot.lookup("#stackName").queryAs(TextInputControl.class).getText())
                .isEqualTo("mine2");
    }
}
