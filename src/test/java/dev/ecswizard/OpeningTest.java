package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.Hand;
import dev.ecswizard.ui.YamlView;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Cluster files in the real window.
class OpeningTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new Hand();
    private Optional<Path> picked = Optional.empty();

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    private void start(Optional<Path> file) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(() -> new App(
                new Start(file, true, Optional.empty(), Optional.empty(), Optional.empty()),
                Sandbox.Options.DEFAULT,
                _ -> new Picker(),
                Fresh.settings(),
                Fresh.journals()));
    }

    private final class Picker implements FilePicker {
        @Override
        public Optional<Path> toOpen(String description, String extension) {
            return picked;
        }

        @Override
        public Optional<Path> toSave(String description, String extension, String suggested) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Path> toFolder(String title) {
            throw new UnsupportedOperationException();
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void waitFor(String words) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> robot.lookup(words).tryQuery().filter(Node::isVisible).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void waitForTemplateOf(ClusterSpec spec) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> robot.lookup("#template")
                        .tryQueryAs(YamlView.class)
                        .filter(view -> view.getText().equals(Template.of(spec).yaml()))
                        .isPresent());
    }

    @Test
    void theFileOfTheCommandLineIsShownAtThePreview() throws IOException, TimeoutException {
        var spec = Specs.of("web", Recipe.CLASSIC);

        start(Optional.of(file("web.ecscluster", ClusterFile.write(spec))));

        waitForTemplateOf(spec);
        Shown.picture("opened");
        robot.clickOn("Network");
        waitFor("vpc-0a1b2c3d4e5f60718 was not found in this account");
        Shown.picture("opened-network");
    }

    @Test
    void anInvalidFileIsRefusedInWordsAndTheWizardGoesOn() throws IOException, TimeoutException {
        var text = ClusterFile.write(Specs.standard("web")).replace("clusterSize: 2", "clusterSize: 0");

        start(Optional.of(file("bad.ecscluster", text)));

        waitFor("bad.ecscluster can not be opened");
        assertThat(robot.lookup(".dialog-pane .content").queryLabeled().getText())
                .startsWith(folder.resolve("bad.ecscluster") + ", line ")
                .contains("clusterSize: 0: ");
        robot.clickOn("Back to the wizard");
        waitFor("#region");
        robot.clickOn("#next");
        waitFor("#stackName");
    }

    @Test
    void theShortcutOpensAFileAndAsksBeforeItReplacesAnswers() throws IOException, TimeoutException {
        var spec = Specs.standard("from-file");
        picked = Optional.of(file("web.ecscluster", ClusterFile.write(spec)));
        start(Optional.empty());
        waitFor("#region");
        robot.type(KeyCode.ENTER);
        waitFor("#stackName");
        robot.write("mine");

        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        waitFor("#replacing");
        Shown.picture("open-asking");
        assertThat(robot.lookup("#keepAnswers").query().isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#replacing").query().isVisible()).isFalse();
        assertThat(robot.lookup("#stackName").queryAs(TextInputControl.class).getText())
                .isEqualTo("mine");

        robot.clickOn("#openFile");
        waitFor("#replacing");
        robot.clickOn("#replaceAnswers");
        waitForTemplateOf(spec);
    }
}
