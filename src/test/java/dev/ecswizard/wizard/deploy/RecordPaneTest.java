package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Theme;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class RecordPaneTest {
    /// Shown in the pictures, so that it has the same name everywhere.
    private static final Path FILE = Path.of("target", "record", "web.log");

    private final FakeStacks stacks = new FakeStacks();
    private final NamingPicker picker = new NamingPicker();

    @Start
    void show(Stage stage) {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "").status("CREATE_IN_PROGRESS");
        var run = new Run(
                FakeStacks.ID,
                "web",
                "123456789012",
                "eu-west-1",
                Holdings.in(stacks.place().cloud(), "eu-west-1"),
                Optional.empty(),
                0,
                Aim.COMPLETION,
                FakeStacks.START);
        var state = new SimpleObjectProperty<State>(new State.Watching(run, Optional.empty()));
        var model =
                new RecordModel(new ByHand(), picker, InstantSource.fixed(FakeStacks.START), state, Optional::empty);
        var pane = new RecordPane(model);
        var root = new VBox(pane.menu(), pane.root());
        root.getStyleClass().addAll("page", "run");
        var scene = new Scene(root, 760, 220);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyIfThePersonSaysSo(FxRobot robot) throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, "old");
        picker.named = Optional.of(FILE.resolveSibling("web"));
        robot.clickOn("#record").clickOn("#recordText");
        assertThat(robot.lookup("#keepRecord").query().isFocused()).isTrue();
        Shown.kept("record-asked");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#question").query().isVisible()).isFalse();
        assertThat(FILE).content().isEqualTo("old");

        robot.clickOn("#record").clickOn("#recordText").clickOn("#replaceRecord");
        assertThat(robot.lookup("#recordSaved").queryAs(Note.class).getText()).contains("web.log");
        assertThat(FILE).content().isNotEqualTo("old");
        Shown.kept("record-saved");
    }
}
