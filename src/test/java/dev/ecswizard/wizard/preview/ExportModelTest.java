package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.DeployScript;
import dev.ecswizard.template.ParameterFile;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.wizard.SaveModel;
import dev.ecswizard.wizard.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportModelTest {
    private static final ClusterSpec WEB = Specs.standard("web");
    private static final Template TEMPLATE = Template.of(WEB);
    private static final String SCRIPT =
            new DeployScript(Optional.of("ops"), Optional.empty()).text(WEB, TEMPLATE, "web.yaml");

    @TempDir
    private Path folder;

    private final InOrder background = new InOrder();
    private final ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.of(WEB));
    private final ObjectProperty<Optional<Draft>> draft = new SimpleObjectProperty<>(Optional.of(Draft.of(WEB)));
    private final FakePicker picker = new FakePicker();
    private final ExportModel model = new ExportModel(
            background, spec, draft, file -> new DeployCommand(file, Optional.of("ops"), Optional.empty()), picker);

    @Test
    void theTemplateIsWrittenAndBesideItTheParameters() {
        picker.name(folder.resolve("web.yaml"));
        model.template();

        assertThat(picker.suggested).containsExactly("web.yaml");
        assertSaved("web.yaml", "web.parameters.json");
        assertThat(folder.resolve("web.yaml")).content().isEqualTo(TEMPLATE.yaml());
        assertThat(folder.resolve("web.parameters.json")).content().isEqualTo(ParameterFile.of(TEMPLATE));
    }

    @Test
    void theScriptIsWrittenAndBesideItTheTemplateThatItDeploys() {
        picker.name(folder.resolve("go.sh"));
        model.script();

        assertThat(picker.suggested).containsExactly("web.sh");
        assertSaved("go.sh", "go.yaml");
        assertThat(folder.resolve("go.yaml")).content().isEqualTo(TEMPLATE.yaml());
        assertThat(folder.resolve("go.sh"))
                .content()
                .isEqualTo(SCRIPT.replace("web.yaml", "go.yaml"))
                .contains("$here/go.yaml", "--profile ops");
    }

    @Test
    void aScriptThatBearsItsTemplatesNameGetsItsOwn() throws IOException {
        picker.name(Files.writeString(folder.resolve("web.yaml"), "old"));
        model.script();
        assertAsked("web.yaml");
        model.saving().replace();
        assertSaved("web.sh", "web.yaml");
    }

    @Test
    void theParameterFileIsWrittenAlone() {
        picker.name(folder.resolve("values"));
        model.parameters();

        assertThat(picker.suggested).containsExactly("web.parameters.json");
        assertSaved("values.json");
    }

    @Test
    void allFilesAreWrittenIntoAFolder() throws Exception {
        picker.name(folder);
        model.all();

        assertSaved("web.yaml", "web.parameters.json", "web.sh", "web.ecscluster");
        assertThat(folder.resolve("web.yaml")).content().isEqualTo(TEMPLATE.yaml());
        assertThat(folder.resolve("web.parameters.json")).content().isEqualTo(ParameterFile.of(TEMPLATE));
        assertThat(folder.resolve("web.sh")).content().isEqualTo(SCRIPT);
        assertThat(ClusterFile.read(folder.resolve("web.ecscluster"))).isEqualTo(WEB);
    }

    @Test
    void whatIsThereInTheFolderIsAskedAboutOnceAndWithoutWhatIsTheSameAnyway() throws IOException {
        Files.writeString(folder.resolve("web.yaml"), "mine");
        Files.writeString(folder.resolve("web.parameters.json"), ParameterFile.of(TEMPLATE));
        Files.writeString(folder.resolve("web.ecscluster"), "mine");
        picker.name(folder);
        model.all();
        assertAsked("web.yaml", "web.ecscluster");
        assertThat(folder.resolve("web.sh")).doesNotExist();

        model.saving().leave();
        model.saving().replace();
        assertThat(folder.resolve("web.yaml")).hasContent("mine");

        model.all();
        model.saving().replace();
        assertThat(folder.resolve("web.yaml")).content().isEqualTo(TEMPLATE.yaml());
        assertThat(folder.resolve("web.sh")).exists();
    }

    @Test
    void aFileBesideTheNamedOneIsReplacedOnlyAfterAsking() throws IOException {
        var parameters = Files.writeString(folder.resolve("web.parameters.json"), "mine");
        picker.name(folder.resolve("web.yaml"));
        model.template();
        assertAsked("web.parameters.json");
        assertThat(folder.resolve("web.yaml")).doesNotExist();

        model.saving().replace();
        assertThat(parameters).content().contains("ParameterKey");
        assertThat(folder.resolve("web.yaml")).exists();
    }

    @Test
    void theFileThatTheDialogAskedAboutIsReplaced() throws IOException {
        var file = Files.writeString(folder.resolve("web.yaml"), "old");
        picker.name(file);
        model.template();
        assertThat(file).content().isEqualTo(TEMPLATE.yaml());
    }

    @Test
    void aFileThatComesWhileNobodyLooksIsNotReplaced() throws IOException {
        Files.writeString(folder.resolve("web.yaml"), "old");
        picker.name(folder);
        model.all();
        assertAsked("web.yaml");

        Files.writeString(folder.resolve("web.sh"), "new");
        model.saving().replace();
        assertFailed("web.sh is there already");
        assertThat(folder.resolve("web.yaml")).hasContent("old");
    }

    @Test
    void aNameWithoutEndingGetsOneAndIsAskedAboutAnew() throws IOException {
        Files.writeString(folder.resolve("web.ecscluster"), "mine");
        picker.name(folder.resolve("web"));
        model.clusterFile();
        assertAsked("web.ecscluster");
    }

    @Test
    void aClusterFileHoldsEveryChoiceEvenWhereThereIsNoTemplate() throws Exception {
        var shop = Specs.tooLarge("shop");
        spec.set(Optional.of(shop));
        draft.set(Optional.of(Draft.of(shop)));
        picker.name(folder.resolve("web.ecscluster"));
        model.template();
        model.script();
        model.parameters();
        model.all();
        assertThat(picker.suggested).isEmpty();

        model.clusterFile();
        assertThat(ClusterFile.read(folder.resolve("web.ecscluster"))).isEqualTo(shop);
    }

    @Test
    void whoNamesNoFileSavesNothing() {
        model.template();
        model.all();
        assertThat(picker.suggested).hasSize(2);
        assertThat(model.saving().state().get()).isEqualTo(new SaveModel.Nothing());
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        picker.name(folder.resolve("nowhere").resolve("web.yaml"));
        model.template();
        assertFailed("there is no folder " + folder.resolve("nowhere"));
    }

    @Test
    void aFolderOfTheSameNameIsSaidBeforeAnythingIsAsked() throws IOException {
        Files.createDirectory(folder.resolve("web.sh"));
        Files.writeString(folder.resolve("web.yaml"), "mine");
        picker.name(folder);
        model.all();
        assertFailed(folder.resolve("web.sh") + " is there and is no file");
    }

    @Test
    void theCommandNamesTheFileThatTheTemplateWasSavedInLast() {
        assertThat(model.command()).contains("--template-file web.yaml", "--profile ops");
        picker.name(folder.resolve("web.sh"));
        model.script();
        assertThat(model.command()).contains(folder.resolve("web.yaml").toString());
        picker.name(folder.resolve("web.ecscluster"));
        model.clusterFile();
        assertThat(model.command()).contains(folder.resolve("web.yaml").toString());

        draft.set(Optional.of(Draft.of(Specs.standard("shop"))));
        assertThat(model.command()).contains("--template-file shop.yaml");
        assertThat(model.saving().state().get()).isEqualTo(new SaveModel.Nothing());
    }

    @Test
    void whatWasSavedOfOtherChoicesIsNotNamed() {
        picker.name(folder.resolve("web.yaml"));
        background.hold();
        model.template();
        draft.set(Optional.of(Draft.of(Specs.standard("shop"))));
        background.release();

        assertSaved("web.yaml", "web.parameters.json");
        assertThat(model.command()).contains("--template-file shop.yaml");
    }

    @Test
    void nothingElseIsSavedWhileTheDiskIsAtWork() {
        picker.name(folder.resolve("web.yaml"));
        background.hold();
        model.template();
        model.clusterFile();
        background.release();
        assertSaved("web.yaml", "web.parameters.json");
        assertThat(folder.resolve("web.ecscluster")).doesNotExist();
    }

    private void assertSaved(String... names) {
        assertThat(model.saving().state().get()).isEqualTo(new SaveModel.Saved(files(names)));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(names);
    }

    private void assertAsked(String... names) {
        assertThat(model.saving().state().get()).isEqualTo(new SaveModel.Asking(files(names)));
    }

    private void assertFailed(String words) {
        assertThat(model.saving().state().get())
                .isInstanceOfSatisfying(
                        SaveModel.Failed.class,
                        failed -> assertThat(failed.why()).contains(words));
    }

    private List<Path> files(String... names) {
        return List.of(names).stream().map(folder::resolve).toList();
    }
}
