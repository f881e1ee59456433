package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.ResourceChange.Action;
import dev.ecswizard.cloud.ResourceChange.Detail;
import dev.ecswizard.cloud.ResourceChange.Replacement;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Specs;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnownModelTest {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final ClusterSpec chosen = Specs.standard("web");
    private final ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.of(chosen));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
    private final OfferModel offered = new OfferModel(
            background,
            spec,
            place,
            new SimpleObjectProperty<>(Optional.of(Template.of(chosen))),
            new SimpleObjectProperty<>(Optional.empty()),
            new GateModel(ChecksFor.none()));
    private final DeployModel model =
            new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, new FakeAnswers());
    private final KnownModel known = model.known();

    @BeforeEach
    void know() {
        assertThat(known.offer().getValue()).isEmpty();
        stacks.status("CREATE_COMPLETE");
        offered.known()
                .set(Optional.of(new Known(
                        FakeStacks.ID,
                        "web",
                        Template.of(chosen).yaml(),
                        Map.of("ClusterSize", "2", "ClusterMaxSize", "4", "VpcId", "vpc-1"),
                        Map.of())));
    }

    private static ResourceChange modified(String id, String type, String path) {
        var detail = new Detail("Properties", path, "2", "3", Replacement.NEVER, true, "");
        return new ResourceChange(
                Action.MODIFY, id, "physical", type, Replacement.NEVER, false, List.of("Properties"), List.of(detail));
    }

    private void scaleTo(String size) {
        known.ask();
        known.size().set(size);
        known.scale();
        background.all();
    }

    @Test
    void itBeginsWithTheSizesOfTheStackAndSendsNothingElse() {
        known.ask();
        assertThat(known.size().get() + " " + known.most().get()).isEqualTo("2 4");
        stacks.changeSets.changes = List.of(modified("Group", GROUP, "Properties/DesiredCapacity"));
        scaleTo("3");
        var request = stacks.changeSets.requests.getFirst();
        assertThat(request.template()).isEmpty();
        assertThat(request.parameters())
                .isEqualTo(Map.of(
                        "ClusterSize", Optional.of("3"),
                        "ClusterMaxSize", Optional.of("4"),
                        "VpcId", Optional.empty()));
        assertThat(model.state().get()).isInstanceOf(State.Reviewing.class);
        assertThat(known.offer().getValue()).isEmpty();
    }

    @Test
    void moreThanSizesStopsItAndIsTold() {
        stacks.changeSets.changes = List.of(
                modified("Group", GROUP, "Properties/DesiredCapacity"),
                modified("LaunchTemplate", "AWS::EC2::LaunchTemplate", "Properties/LaunchTemplateData/ImageId"));
        scaleTo("3");
        assertThat(Verdict.of(model.state().get()).cause())
                .get()
                .asString()
                .contains("Changing the size alone would do more: LaunchTemplate (ImageId) \u2013 Changed.")
                .contains("Nothing was changed");
        assertThat(stacks.changeSets.pending).isEmpty();
        assertThat(stacks.changeSets.executed).isEmpty();
    }

    @Test
    void sizesThatCanNotBeAreRefusedBeforeAnythingIsSent() {
        known.ask();
        known.size().set("4");
        assertThat(known.problem().getValue()).isPresent();
        known.scale();
        known.size().set("many");
        assertThat(known.problem().getValue()).contains("Sizes are whole numbers.");
        known.scale();
        assertThat(stacks.changeSets.requests).isEmpty();
        known.leave();
        assertThat(known.isScaling().get()).isFalse();
    }

    @Test
    void anotherStackNameHasNoShortPaths() {
        spec.set(Optional.of(Specs.standard("shop")));
        assertThat(known.offer().getValue()).isEmpty();
    }
}
