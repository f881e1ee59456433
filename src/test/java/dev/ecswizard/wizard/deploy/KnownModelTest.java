package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.ResourceChange.Action;
import dev.ecswizard.cloud.ResourceChange.Detail;
import dev.ecswizard.cloud.ResourceChange.Replacement;
import dev.ecswizard.deploy.Known;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Fleet;
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
import java.util.TreeMap;
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
    private final FakeAnswers answers = new FakeAnswers();
    private final DeployModel model = new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, answers);
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

    /// The change set is carried out, and the stack is then as said.
    private void becomes(String size, String most, String template) {
        stacks.template = template;
        stacks.parameters = new TreeMap<>(Template.of(chosen).parameters());
        stacks.parameters.putAll(Map.of("ClusterSize", size, "ClusterMaxSize", most));
        stacks.tags = chosen.cluster().stackTags();
        stacks.event("web", DeployModelTest.STACK, "UPDATE_IN_PROGRESS", "")
                .event("web", DeployModelTest.STACK, "UPDATE_COMPLETE", "")
                .status("UPDATE_COMPLETE");
        model.execute();
        background.all();
        assertThat(model.state().get()).isInstanceOf(State.Ended.class);
    }

    private ClusterSpec sized(int size, int most) {
        var compute = chosen.compute();
        return new ClusterSpec(
                chosen.region(),
                chosen.cluster(),
                chosen.network(),
                new Compute(
                        compute.instanceType(),
                        compute.architecture(),
                        new Fleet.Fixed(size, most),
                        compute.keyName(),
                        compute.images()));
    }

    private void scaleTo(String size, String most) {
        known.ask();
        known.size().set(size);
        known.most().set(most);
        stacks.changeSets.changes = List.of(modified("Group", GROUP, "Properties/DesiredCapacity"));
        known.scale();
        background.all();
    }

    @Test
    void thePagesHoldTheNewSizesOnceTheStackHasThemTheLargerMaximumFirst() {
        scaleTo("5", "7");
        assertThat(answers.used).isEmpty();
        becomes("5", "7", Template.of(chosen).yaml());
        assertThat(answers.used).containsExactly("CLUSTER_MAX_SIZE 7", "CLUSTER_SIZE 5");
        assertThat(answers.wentTo).isEmpty();
        assertThat(model.isMade().getValue()).isFalse();

        spec.set(Optional.of(sized(5, 7)));
        assertThat(model.isMade().getValue()).isTrue();
        // what the pages said before is another stack than the one that is there
        spec.set(Optional.of(chosen));
        assertThat(model.isMade().getValue()).isFalse();
    }

    @Test
    void theSmallerMaximumComesLast() {
        spec.set(Optional.of(sized(5, 7)));
        scaleTo("1", "3");
        becomes("1", "3", Template.of(chosen).yaml());
        assertThat(answers.used).containsExactly("CLUSTER_SIZE 1", "CLUSTER_MAX_SIZE 3");
    }

    @Test
    void whatWasNotCarriedOutLeavesThePages() {
        scaleTo("3", "4");
        model.discard();
        background.all();
        model.offered().capabilities().set(true);
        model.deploy();
        background.all();
        becomes("3", "4", Template.of(chosen).yaml());
        assertThat(answers.used).isEmpty();
    }

    @Test
    void pagesThatAreAboutAnotherStackAreFilledOnceTheyAreAboutThisOneAgain() {
        scaleTo("3", "4");
        spec.set(Optional.of(Specs.standard("shop")));
        background.all();
        spec.set(Optional.of(chosen));
        scaleTo("3", "4");
        model.execute();
        background.next(1);
        spec.set(Optional.empty());
        becomes("3", "4", Template.of(chosen).yaml());
        assertThat(answers.used).isEmpty();

        spec.set(Optional.of(chosen));
        assertThat(answers.used).containsExactly("CLUSTER_SIZE 3");
    }

    @Test
    void thePagesHoldTheNewImageOnceTheStackHasIt() {
        var image = chosen.compute().images().get("eu-west-1");
        var renewed = Template.of(chosen).yaml().replace(image, "ami-0fffffffffffffff0");
        stacks.images = Map.of(
                Architecture.X86_64,
                new Image("ami-0fffffffffffffff0", "newest", FakeStacks.START, Architecture.X86_64));
        known.renew();
        background.all();
        assertThat(stacks.changeSets.requests.getFirst().template()).contains(renewed);

        becomes("2", "4", renewed);
        assertThat(answers.used)
                .containsExactly("IMAGES eu-west-1 ami-0fffffffffffffff0 us-east-1 ami-0b1b2c3d4e5f60718");
    }

    @Test
    void anotherStackNameHasNoShortPaths() {
        spec.set(Optional.of(Specs.standard("shop")));
        assertThat(known.offer().getValue()).isEmpty();
    }
}
