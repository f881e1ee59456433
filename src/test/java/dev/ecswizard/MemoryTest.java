package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.deploy.Journals;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.ui.Hand;
import dev.ecswizard.ui.Placement;
import dev.ecswizard.ui.Settings;
import dev.ecswizard.ui.SystemFilePicker;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real window, opened by somebody who has used it before.
class MemoryTest {
    private final FxRobot robot = new Hand();

    @TempDir
    private Path folder;

    private Stage stage;
    private Application app;

    private Settings settings() {
        return new Settings(folder.resolve("settings.properties"));
    }

    private void open() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        app = FxToolkit.setupApplication(() -> new App(
                new Start(Optional.empty(), true, Optional.empty(), Optional.empty(), Optional.empty()),
                Sandbox.Options.DEFAULT,
                SystemFilePicker::new,
                settings(),
                new Journals(folder.resolve("journals"), InstantSource.system())));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void theWindowIsWhereItWasAndTheAnswersAreOffered() throws IOException, TimeoutException {
        settings().remember(new Placement(40, 30, 900, 640, false));
        Files.writeString(
                folder.resolve("unfinished.ecscluster"),
                "# pages answered: 2\n" + ClusterFile.write(Specs.standard("shop")));
        open();
        assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()))
                .containsExactly(40.0, 30.0, 900.0, 640.0);
        assertThat(robot.lookup("Your answers for shop in eu-west-1 are still here.")
                        .tryQuery())
                .isPresent();
        Shown.picture("resume");
        robot.clickOn("#resume");
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> robot.lookup("#vpcId")
                        .tryQuery()
                        .filter(MemoryTest::isShown)
                        .isPresent());
        assertThat(robot.lookup("#resume").tryQuery().filter(MemoryTest::isShown))
                .isEmpty();
    }

    @Test
    void whatCanNotBeReadLeavesTheAppAsItIsAtFirst() throws IOException, TimeoutException {
        Files.createDirectory(folder.resolve("settings.properties"));
        Files.writeString(folder.resolve("unfinished.ecscluster"), "\0");
        open();
        assertThat(stage.isShowing()).isTrue();
        assertThat(robot.lookup("#resume").tryQuery().filter(MemoryTest::isShown))
                .isEmpty();
    }

    @Test
    void whereTheWindowWasIsKeptWhenItIsClosed() throws Exception {
        open();
        robot.interact(() -> {
            stage.setX(12);
            stage.setY(34);
        });
        robot.interact(stage::hide);
        app.stop();
        assertThat(settings().placement())
                .get()
                .satisfies(place -> assertThat(List.of(place.x(), place.y())).containsExactly(12, 34));
    }

    private static boolean isShown(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
