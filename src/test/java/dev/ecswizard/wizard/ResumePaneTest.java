package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.ui.Heard;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.WindowExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
class ResumePaneTest {
    @TempDir
    private static Path folder;

    private final List<FakeAnswer> answers = FakeAnswer.three();
    private final WizardModel pages = new WizardModel(answers);
    private WalkFile file;
    private Heard heard;

    @Start
    void show(Stage stage) {
        var nothing = new SimpleObjectProperty<Optional<String>>(Optional.empty());
        var left = new Walk(Specs.standard("web"), 2);
        file = new WalkFile(folder.resolve("w" + System.identityHashCode(this)));
        file.keep(Optional.of(left));
        var model = new ResumeModel(
                new InOrder(),
                file,
                file.read(),
                new ResumeModel.Answers(
                        pages,
                        nothing,
                        new SimpleObjectProperty<>(Optional.empty()),
                        new SimpleObjectProperty<>(Optional.empty()),
                        new SimpleObjectProperty<>(Optional.empty())));
        var dropped = new Dropped();
        var files = new OpenModel(
                new InOrder(), Shown.noFiles(), pages, 2, new SimpleObjectProperty<>(Optional.empty()), dropped);
        var frame = new Wizard(
                pages,
                answers.stream().map(FakePage::new).toList(),
                nothing,
                dropped,
                new Pane(),
                files,
                new ResumePane(model).root(),
                ChecksFor.none(),
                new Pane());
        var scene = new Scene(frame.root(), 1000, 700);
        Theme.dress(scene);
        heard = new Heard(scene);
        stage.setScene(scene);
        stage.show();
        frame.focus();
    }

    @Test
    void whatIsLeftOfAnEarlierWalkIsOfferedAndGoneOnWith(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> heard.said().contains("Your answers for web in eu-west-1 are still here."));
        assertThat(robot.lookup("#resumeText").queryAs(Label.class).getText())
                .isEqualTo("Your answers for web in eu-west-1 are still here.");
        Shown.kept("resume-offered");

        robot.push(KeyCode.ALT, KeyCode.G);
        assertThat(robot.lookup("#left").query().isVisible()).isFalse();
        assertThat(pages.current().get()).isEqualTo(2);
        assertThat(file.read()).isPresent();
    }

    @Test
    void whatIsDismissedIsForgotten(FxRobot robot) {
        robot.clickOn("#dismissResume");
        assertThat(robot.lookup("#left").query().isVisible()).isFalse();
        assertThat(pages.current().get()).isZero();
        assertThat(file.read()).isEmpty();
    }
}
