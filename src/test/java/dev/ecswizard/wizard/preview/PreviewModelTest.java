package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.ChecksModel;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Shown;
import dev.ecswizard.wizard.Specs;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class PreviewModelTest {
    private static final ClusterSpec WEB = Specs.standard("web");

    private final InOrder background = new InOrder();
    private final FakeStacks stacks = new FakeStacks();
    private final ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.of(WEB));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final ChecksFor checks = new ChecksFor(spec, place);
    private final PreviewModel model = new PreviewModel(
            background,
            spec,
            checks.model,
            new FakeAnswers(),
            file -> new DeployCommand(file, Optional.empty(), Optional.empty()),
            Shown.noFiles());

    @Test
    void theTemplateIsThereWithoutAnAccount() {
        model.reached();

        assertThat(model.chosen().getValue()).contains(Template.of(WEB));
        assertThat(model.missing().getValue()).isEmpty();
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
    void whoComesAfterALongWhileIsToldHowThingsStandNow() {
        place.set(Optional.of(stacks.place()));
        model.reached();
        assertThat(checks.surveys).containsExactly("web");

        checks.now = checks.now.plus(ChecksModel.OLD);
        model.reached();
        assertThat(checks.surveys).containsExactly("web", "web");
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
