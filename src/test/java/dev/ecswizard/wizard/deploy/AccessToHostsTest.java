package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.deploy.Crossing;
import dev.ecswizard.deploy.Logbook;
import dev.ecswizard.deploy.Proof;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Template;
import dev.ecswizard.wizard.ChecksFor;
import dev.ecswizard.wizard.FakeAnswers;
import dev.ecswizard.wizard.FakeHosts;
import dev.ecswizard.wizard.FakeStacks;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Specs;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/// Credentials expire when the stack is complete and only its hosts are awaited, or one that is to prove that hosts
/// join.
class AccessToHostsTest {
    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final FakeEntrance entrance = new FakeEntrance(stacks);
    private final DeployModel model;

    AccessToHostsTest() {
        ObjectProperty<Optional<ClusterSpec>> spec = new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
        ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
        ObjectProperty<Optional<Template>> template =
                new SimpleObjectProperty<>(spec.get().map(Template::of));
        ObjectProperty<Optional<String>> obstacle = new SimpleObjectProperty<>(Optional.empty());
        var offered = new OfferModel(background, spec, place, template, obstacle, new GateModel(ChecksFor.none()));
        model = new DeployModel(
                background,
                new StepPace(),
                ZoneOffset.UTC,
                offered,
                new FakeAnswers(),
                new Notes(new Logbook(Optional.empty()), entrance));
    }

    /// Up to the end of the stack; from then on nothing is seen in so many looks.
    private void isComplete(int expired) {
        stacks.hosts.group = Optional.of(new HostGroup("Group", 1, List.of(new HostGroup.Member("i-1", "InService"))));
        stacks.hosts.looks = 0;
        complete(expired);
    }

    private void complete(int expired) {
        stacks.event("Cluster", "AWS::ECS::Cluster", "CREATE_COMPLETE", "")
                .event("Group", "AWS::AutoScaling::AutoScalingGroup", "CREATE_COMPLETE", "")
                .event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "")
                .status("CREATE_COMPLETE");
        model.offered().capabilities().set(true);
        model.deploy();
        while (!(model.state().get() instanceof State.Ended)) {
            stacks.hosts.expired = expired;
            assertThat(background.next()).isTrue();
        }
    }

    private static void joins(FakeHosts hosts) {
        hosts.registered.add(
                new ContainerInstance("i-1", "ACTIVE", "", true, 0, Optional.of(FakeStacks.START.plusSeconds(9))));
    }

    private Finish finish() {
        return model.finish().finish().get();
    }

    @Test
    void signingInAgainIsOfferedAndLeadsToTheFinishLine() {
        isComplete(100);
        // what is left of the watch beside the stack, and one look
        background.next(2);
        assertThat(model.access().isWanted().getValue()).isTrue();
        assertThat(finish()).isInstanceOf(Finish.Waiting.class);

        var renewed = new FakeHosts();
        renewed.group = stacks.hosts.group;
        joins(renewed);
        entrance.hosts = Optional.of(renewed);
        model.access().signIn();
        assertThat(entrance.opened).containsExactly("profile:ops");
        assertThat(model.access().isWanted().getValue()).isFalse();
        assertThat(finish()).isInstanceOf(Finish.Waiting.class);
        background.all();
        assertThat(finish()).isEqualTo(new Finish.Crossed(new Crossing.Joined(1)));
        assertThat(model.state().get()).isInstanceOf(State.Ended.class);
        assertThat(stacks.changeSets.executed).hasSize(1);
    }

    /// Up to where a host was started for a proof; from then on nothing is seen.
    private void isProving() {
        stacks.hosts.group = Optional.of(new HostGroup("Group", 0, List.of()));
        stacks.hosts.looks = 0;
        complete(0);
        background.all();
        assertThat(finish()).isEqualTo(new Finish.Crossed(new Crossing.Empty()));
        stacks.hosts.onChange = () -> {
            stacks.hosts.expired = 100;
            stacks.hosts.refusals = 20;
        };
        model.finish().prove();
        assertThat(model.access().isWanted().getValue()).isFalse();
        background.next();
    }

    private FakeHosts renewed() {
        var renewed = new FakeHosts();
        renewed.group = Optional.of(new HostGroup("Group", 1, List.of(new HostGroup.Member("i-1", "InService"))));
        joins(renewed);
        entrance.hosts = Optional.of(renewed);
        return renewed;
    }

    @Test
    void aProofGoesOnByTheNewCredentialsAndReleasesItsHost() {
        isProving();
        assertThat(model.access().isWanted().getValue()).isTrue();
        assertThat(finish()).isEqualTo(new Finish.Proving());

        var renewed = renewed();
        model.access().signIn();
        assertThat(model.access().isWanted().getValue()).isFalse();
        assertThat(finish()).isEqualTo(new Finish.Proving());
        background.all();
        assertThat(finish())
                .isEqualTo(new Finish.Proved(Optional.of(new Crossing.Joined(1)), Optional.of(Proof.Release.RELEASED)));
        assertThat(stacks.hosts.changes).containsExactly("want 1");
        assertThat(renewed.changes).containsExactly("release i-1");
    }

    @Test
    void whoStopsAProofWithoutCredentialsHasItsHostReleasedByTheNewOnes() {
        isProving();
        stacks.hosts.refusals = 20;
        model.finish().stop();
        background.next();
        assertThat(model.access().isWanted().getValue()).isTrue();
        assertThat(finish()).isEqualTo(new Finish.Releasing());

        var renewed = renewed();
        model.access().signIn();
        background.all();
        assertThat(finish()).isEqualTo(new Finish.Proved(Optional.empty(), Optional.of(Proof.Release.RELEASED)));
        assertThat(renewed.changes).containsExactly("release i-1");
    }

    @Test
    void whatTookTheHostAwayMeanwhileSaysNothingOfJoining() {
        isProving();
        renewed().group = Optional.of(new HostGroup("Group", 0, List.of()));
        model.access().signIn();
        background.all();
        assertThat(finish()).isEqualTo(new Finish.Crossed(new Crossing.Empty()));
    }

    @Test
    void hoursWithoutCredentialsSayNothingOfHosts() {
        joins(stacks.hosts);
        isComplete(5_000);
        for (var i = 0; i < 5_000; i++) {
            background.next();
            assertThat(finish()).isInstanceOf(Finish.Waiting.class);
        }
        background.all();
        assertThat(finish()).isEqualTo(new Finish.Crossed(new Crossing.Joined(1)));
        assertThat(model.access().isWanted().getValue()).isFalse();
    }

    @Test
    void aHostThatDoesNotComeAsksNobodyToSignIn() {
        isComplete(0);
        background.all();
        assertThat(finish()).isInstanceOf(Finish.Crossed.class);
        assertThat(model.access().isWanted().getValue()).isFalse();
    }
}
