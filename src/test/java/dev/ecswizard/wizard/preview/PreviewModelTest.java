package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.ParameterFile;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
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

class PreviewModelTest {
    private static final ClusterSpec WEB = Specs.standard("web");

    @TempDir
    private Path folder;

    private final InOrder background = new InOrder();
    private final FakeStacks stacks = new FakeStacks();
    private final ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.of(WEB));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private Optional<String> named = Optional.of("web.yaml");
    private String suggested = "";

    private final FilePicker picker = new FilePicker() {
        @Override
        public Optional<Path> toOpen(String description, String extension) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Path> toSave(String description, String extension, String name) {
            suggested = name;
            return named.map(folder::resolve);
        }
    };
    private final PreviewModel model = new PreviewModel(
            background, spec, place, file -> new DeployCommand(file, Optional.of("ops"), Optional.empty()), picker);

    @Test
    void theTemplateIsThereWithoutAnAccount() {
        model.reached();

        assertThat(model.chosen().getValue()).contains(Template.of(WEB));
        assertThat(model.missing().getValue()).isEmpty();
        assertThat(model.hasAccount().getValue()).isFalse();
        assertThat(model.validation().state().get()).isInstanceOf(Load.Idle.class);
    }

    @Test
    void withoutEveryAnswerThereIsNone() {
        spec.set(Optional.empty());
        assertThat(model.chosen().getValue()).isEmpty();
        assertThat(model.missing().getValue()).isPresent();
        assertThat(model.summary().getValue()).isEmpty();
    }

    @Test
    void whatCanNotBeMadeIsSaidInWords() {
        spec.set(Optional.of(Specs.tooLarge("web")));
        assertThat(model.draft().value().getValue())
                .get()
                .isInstanceOfSatisfying(
                        Draft.Refused.class,
                        refused -> assertThat(refused.why()).contains("51200 at most"));
        assertThat(model.missing().getValue()).isPresent();
    }

    @Test
    void everyParameterOfTheProductionRecipeIsShown() {
        spec.set(Optional.of(Specs.of("web", Recipe.PRODUCTION)));

        var made = (Draft.Made) model.draft().value().getValue().orElseThrow();
        assertThat(PreviewModel.parameters(made))
                .contains(
                        new PreviewModel.Parameter("KeyName", "ops", false),
                        new PreviewModel.Parameter("ClusterMinSize", "0", true),
                        new PreviewModel.Parameter("HostsKeptDuringUpdate", "0", true),
                        new PreviewModel.Parameter("ProtectBusyInstances", "DISABLED", true))
                .doesNotContain(new PreviewModel.Parameter("KeyName", "", true));
        assertThat(made.template().capabilities()).containsExactly("CAPABILITY_IAM");
    }

    @Test
    void cloudFormationIsAskedOnceThePersonIsHereAndThereIsAnAccount() {
        place.set(Optional.of(stacks.place()));
        assertThat(stacks.calls).isEmpty();

        model.reached();
        model.reached();
        assertThat(stacks.calls).containsExactly("validate");
        assertThat(model.validation().value().getValue()).contains(stacks.validation);
    }

    @Test
    void anAccountThatComesLaterIsAskedThen() {
        model.reached();
        place.set(Optional.of(stacks.place()));
        assertThat(model.validation().value().getValue()).isPresent();
    }

    @Test
    void anotherTemplateIsAskedAboutWhenThePersonComesAgain() {
        place.set(Optional.of(stacks.place()));
        model.reached();
        spec.set(Optional.of(Specs.standard("shop")));
        assertThat(model.validation().state().get()).isInstanceOf(Load.Idle.class);

        model.reached();
        assertThat(stacks.calls).containsExactly("validate", "validate");
    }

    @Test
    void aRefusalIsKeptAndCanBeAskedAgain() {
        stacks.problems.put("validate", FakeStacks.problem(CloudProblem.Kind.REFUSED, "ValidationError", "No."));
        place.set(Optional.of(stacks.place()));
        model.reached();
        assertThat(model.validation().state().get()).isInstanceOf(Load.Failed.class);

        stacks.problems.clear();
        model.validation().retry();
        assertThat(model.validation().value().getValue()).isPresent();
    }

    @Test
    void savingWritesTheTemplateAndBesideItTheParameters() throws IOException {
        model.exporting().template();

        var file = folder.resolve("web.yaml");
        var parameters = folder.resolve("web.parameters.json");
        assertThat(suggested).isEqualTo("web.yaml");
        assertThat(model.exporting().saving().state().get()).isEqualTo(new SaveModel.Saved(List.of(file, parameters)));
        assertThat(Files.readString(file)).isEqualTo(Template.of(WEB).yaml());
        assertThat(Files.readString(parameters)).isEqualTo(ParameterFile.of(Template.of(WEB)));
    }

    @Test
    void aParameterFileThatIsThereIsReplacedOnlyAfterAsking() throws IOException {
        var parameters = Files.writeString(folder.resolve("web.parameters.json"), "mine");

        model.exporting().template();
        assertThat(model.exporting().saving().state().get()).isEqualTo(new SaveModel.Asking(List.of(parameters)));
        assertThat(folder.resolve("web.yaml")).doesNotExist();

        model.exporting().saving().leave();
        model.exporting().saving().replace();
        assertThat(parameters).hasContent("mine");

        model.exporting().template();
        model.exporting().saving().replace();
        assertThat(parameters).content().contains("ParameterKey");
        assertThat(folder.resolve("web.yaml")).exists();
    }

    @Test
    void theTemplateThatTheDialogAskedAboutIsReplaced() throws IOException {
        var file = Files.writeString(folder.resolve("web.yaml"), "old");
        model.exporting().template();
        assertThat(file).hasContent(Template.of(WEB).yaml());
    }

    @Test
    void aNameWithoutExtensionGetsOneAndIsAskedAboutAnew() throws IOException {
        Files.writeString(folder.resolve("web.ecscluster"), "mine");
        named = Optional.of("web");
        model.exporting().clusterFile();
        assertThat(model.exporting().saving().state().get()).isInstanceOf(SaveModel.Asking.class);
    }

    @Test
    void aClusterFileHoldsEveryChoiceEvenWhereThereIsNoTemplate() throws Exception {
        named = Optional.of("web.ecscluster");
        model.exporting().clusterFile();
        assertThat(ClusterFile.read(folder.resolve("web.ecscluster"))).isEqualTo(WEB);

        spec.set(Optional.of(Specs.tooLarge("shop")));
        model.exporting().clusterFile();
        assertThat(folder.resolve("web.ecscluster")).content().contains("stackName: shop");
    }

    @Test
    void whoNamesNoFileSavesNothing() {
        named = Optional.empty();
        model.exporting().template();
        assertThat(folder).isEmptyDirectory();
        assertThat(model.exporting().saving().state().get()).isInstanceOf(SaveModel.Nothing.class);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        named = Optional.of("nowhere/web.yaml");
        model.exporting().template();
        assertThat(model.exporting().saving().state().get())
                .isInstanceOfSatisfying(
                        SaveModel.Failed.class,
                        failed -> assertThat(failed.why()).contains("nowhere"));
    }

    @Test
    void theCommandNamesTheFileThatWasSavedLast() {
        assertThat(model.exporting().command()).contains("--template-file web.yaml", "--profile ops");
        model.exporting().template();
        assertThat(model.exporting().command())
                .contains(folder.resolve("web.yaml").toString());

        spec.set(Optional.of(Specs.standard("shop")));
        assertThat(model.exporting().command()).contains("--template-file shop.yaml");
        assertThat(model.exporting().saving().state().get()).isInstanceOf(SaveModel.Nothing.class);
    }

    @Test
    void everyParameterOfTheTemplateIsListed() {
        var made = (Draft.Made) model.draft().value().getValue().orElseThrow();
        assertThat(PreviewModel.parameters(made))
                .extracting(PreviewModel.Parameter::name)
                .containsExactlyInAnyOrder(
                        "InstanceType",
                        "ClusterSize",
                        "ClusterMaxSize",
                        "Subnets",
                        "SourceSecurityGroup",
                        "VpcId",
                        "KeyName")
                .allSatisfy(name -> assertThat(made.template().yaml()).contains("\n  " + name + ":\n"));
    }
}
