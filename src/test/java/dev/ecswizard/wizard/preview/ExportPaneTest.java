package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.WindowExtension;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;

@ExtendWith(WindowExtension.class)
class ExportPaneTest {
    @TempDir
    private Path folder;

    private final ObjectProperty<Optional<ClusterSpec>> spec =
            new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
    private final FakePicker picker = new FakePicker();
    private final List<String> copied = new ArrayList<>();
    private ExportModel model;

    @Start
    void show(Stage stage) {
        var preview = new PreviewModel(
                new InOrder(),
                spec,
                ChecksFor.none(),
                new FakeAnswers(),
                file -> new DeployCommand(file, Optional.empty(), Optional.empty()),
                picker);
        model = preview.exporting();
        Shown.in(stage, List.of(new PreviewPage(preview, new FakeAnswers(), _ -> {}, copied::add)));
    }

    @Test
    void withoutChoicesThereIsNothingToTakeAway(FxRobot robot) {
        picker.name(folder.resolve("web.yaml"));
        robot.interact(() -> spec.set(Optional.empty()));
        for (var id : List.of("#exportMenu", "#saveClusterFile", "#copyTemplate", "#copyCommand")) {
            assertThat(robot.lookup(id).query().isDisabled()).as(id).isTrue();
        }
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void bothTextsCanBeCopied(FxRobot robot) {
        assertThat(robot.lookup("#copyCommand").queryButton().getTooltip().getText())
                .contains("HostsKeptDuringUpdate");
        robot.clickOn("#copyTemplate").clickOn("#copyCommand");
        assertThat(copied).containsExactly(model.templateText(), model.command());
    }

    @Test
    void theMenuTellsWhatThereIsAndItsKeys(FxRobot robot) {
        robot.clickOn("#exportMenu");
        assertThat(robot.lookup(".menu-item").queryAll()).hasSize(4);
        Shown.keptAround(".menu-item", "export-menu");
        picker.name(folder.resolve("web.sh"));
        robot.clickOn("#saveScript");
        assertThat(said(robot, "#saved")).contains(folder.resolve("web.sh").toString(), "web.yaml");
    }

    @Test
    void theKeyboardSavesTheTemplateFromAnywhereOnThePage(FxRobot robot) {
        picker.name(folder.resolve("web.yaml"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(folder.resolve("web.yaml"))
                .content()
                .isEqualTo(Template.of(spec.get().orElseThrow()).yaml());
        assertThat(picker.suggested).containsExactly("web.yaml");
    }

    @Test
    void theKeyboardSavesNothingFromAnotherPage(FxRobot robot) {
        picker.name(folder.resolve("web.yaml"));
        robot.interact(() -> robot.lookup("#page")
                .queryAs(Pane.class)
                .getChildren()
                .getFirst()
                .setVisible(false));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(picker.suggested).isEmpty();
    }

    @Test
    void theKeyboardSavesAllIntoAFolder(FxRobot robot) {
        picker.name(folder);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        assertThat(said(robot, "#saved"))
                .isEqualTo(
                        "Saved %s and, beside it, web.parameters.json, web.sh, web.ecscluster",
                        folder.resolve("web.yaml"));
    }

    @Test
    void whatIsThereIsAskedAboutAndTheKeyboardGoesBackToWhereItWas(FxRobot robot) throws IOException {
        picker.name(folder);
        Files.writeString(folder.resolve("web.yaml"), "mine");
        Files.writeString(folder.resolve("web.ecscluster"), "mine");
        var before = focused();

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        assertThat(said(robot, "#questionText"))
                .isEqualTo("In %s there are already web.yaml, web.ecscluster. Replace them?", folder);
        assertThat(focused()).isSameAs(robot.lookup("#leave").query());
        robot.push(KeyCode.ESCAPE);
        assertThat(focused()).isSameAs(before);
        assertThat(said(robot, "#questionText")).isEmpty();
        assertThat(folder.resolve("web.yaml")).hasContent("mine");

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S).clickOn("#replace");
        assertThat(folder.resolve("web.ecscluster")).content().startsWith("version: 1");
        assertThat(focused()).isSameAs(before);
    }

    @Test
    void aSingleFileIsAskedAboutByItsWholeName(FxRobot robot) throws IOException {
        var there = Files.writeString(folder.resolve("web.parameters.json"), "mine");
        picker.name(folder.resolve("web.yaml"));
        robot.clickOn("#exportMenu").clickOn("#save");
        assertThat(said(robot, "#questionText")).isEqualTo(there + " is there already. Replace it?");
        robot.clickOn("#leave");
        assertThat(focused()).isSameAs(robot.lookup("#exportMenu").query());
    }

    @Test
    void aClusterFileIsSaved(FxRobot robot) {
        picker.name(folder.resolve("web.ecscluster"));
        robot.clickOn("#saveClusterFile");
        assertThat(said(robot, "#saved")).isEqualTo("Saved " + folder.resolve("web.ecscluster"));
    }

    @Test
    void whatCanNotBeSavedIsSaid(FxRobot robot) {
        picker.name(folder.resolve("nowhere").resolve("web.json"));
        robot.clickOn("#exportMenu").clickOn("#saveParameters");
        assertThat(said(robot, "#failed"))
                .isEqualTo("Nothing was saved: there is no folder %s.", folder.resolve("nowhere"));
        // with a folder in it that is another on each machine, so that it is not kept
        Shown.picture("preview-not-saved");
    }

    /// In a folder whose name is the same on every machine.
    @Test
    void whatIsAskedAndSaidAboutSavingIsPictured(FxRobot robot) throws IOException {
        var here = Files.createDirectories(Path.of("target", "saved"));
        Files.writeString(here.resolve("web.yaml"), "mine");
        for (var name : List.of("web.parameters.json", "web.sh", "web.ecscluster")) {
            Files.deleteIfExists(here.resolve(name));
        }
        picker.name(here);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        Shown.kept("preview-replace");
        robot.clickOn("#replace");
        Shown.kept("preview-saved");
    }

    private static String said(FxRobot robot, String note) {
        return robot.lookup(note + " .label").queryAs(Label.class).getText();
    }

    private static Node focused() {
        return FxToolkit.toolkitContext().getRegisteredStage().getScene().getFocusOwner();
    }
}
