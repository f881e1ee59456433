package dev.ecswizard.wizard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Load;
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
    private final PreviewModel model = new PreviewModel(
            background,
            spec,
            place,
            file -> new DeployCommand(file, Optional.empty(), Optional.empty()),
            Shown.noFiles());

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
