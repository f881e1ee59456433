package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.ScalingActivity;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.Crossing;
import dev.ecswizard.deploy.Holdings;
import dev.ecswizard.deploy.Proof;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Question;
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

class FinishModelTest {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    private final ByHand background = new ByHand();
    private final FakeStacks stacks = new FakeStacks();
    private final FakeHosts hosts = stacks.hosts;
    private final FakeAnswers answers = new FakeAnswers();
    private final ObjectProperty<Optional<ClusterSpec>> spec =
            new SimpleObjectProperty<>(Optional.of(Specs.standard("web")));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.of(stacks.place()));
    private final ObjectProperty<Optional<Template>> template =
            new SimpleObjectProperty<>(spec.get().map(Template::of));
    private final OfferModel offered = new OfferModel(
            background,
            spec,
            place,
            template,
            new SimpleObjectProperty<>(Optional.empty()),
            new GateModel(ChecksFor.none()));
    private final DeployModel model = new DeployModel(background, new StepPace(), ZoneOffset.UTC, offered, answers);
    private final FinishModel finish = model.finish();

    private void comesUp() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "User Initiated")
                .event("Cluster", "AWS::ECS::Cluster", "CREATE_COMPLETE", "")
                .event("Group", GROUP, "CREATE_COMPLETE", "")
                .status("CREATE_IN_PROGRESS")
                .event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "")
                .status("CREATE_COMPLETE");
    }

    private void wants(int desired, String... members) {
        hosts.group = Optional.of(new HostGroup(
                "physical-Group",
                desired,
                List.of(members).stream()
                        .map(id -> new HostGroup.Member(id, "InService"))
                        .toList()));
    }

    private void joins(String id, int tasks) {
        hosts.registered.add(
                new ContainerInstance(id, "ACTIVE", "", true, tasks, Optional.of(FakeStacks.START.plusSeconds(9))));
    }

    private void deploy() {
        hosts.looks = 3;
        offered.capabilities().set(true);
        model.deploy();
        background.all();
    }

    @Test
    void everyHostJoinsAndStandsInTheLog() {
        comesUp();
        wants(1, "i-1");
        joins("i-1", 0);
        hosts.activities.add(new ScalingActivity(
                "a",
                "physical-Group",
                "Launching a new EC2 instance: i-1",
                "Why.",
                "Successful",
                "",
                FakeStacks.START.plusSeconds(1),
                Optional.of(FakeStacks.START.plusSeconds(2))));
        deploy();

        assertThat(finish.finish().get()).isEqualTo(new Finish.Crossed(new Crossing.Joined(1)));
        assertThat(model.log().shown())
                .extracting(StackEvent::type)
                .contains("Scaling activity", "Container instance", "AWS::ECS::Cluster");
        assertThat(model.log().shown()).extracting(StackEvent::time).isSorted();
    }

    @Test
    void whoSignsInAgainSeesHostsJoinByTheNewCredentials() {
        comesUp();
        wants(1, "i-1");
        joins("i-1", 0);
        deploy();
        var ended = (State.Ended) model.state().get();
        var holdings = ended.run().holdings();
        var expired = new FakeHosts();
        expired.looks = 1;
        var before =
                ended.run().by(new Holdings(holdings.stacks(), holdings.standing(), holdings.occupancy(), expired));
        var other = new FinishModel(background, new StepPace(), model.log(), Notes.none());

        other.follow(new State.Watching(before, ended.progress()));
        hosts.looks = 1;
        other.follow(new State.Watching(ended.run(), ended.progress()));
        other.follow(ended);
        background.all();

        assertThat(other.finish().get()).isEqualTo(new Finish.Crossed(new Crossing.Joined(1)));
    }

    @Test
    void aStackWithoutHostsHasNothingToSay() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "").status("CREATE_COMPLETE");
        deploy();
        assertThat(finish.finish().get()).isEqualTo(new Finish.None());
    }

    @Test
    void aHostThatDoesNotComeIsGivenUpWithItsOwnComplaint() {
        comesUp();
        wants(1, "i-1");
        hosts.activities.add(new ScalingActivity(
                "a",
                "physical-Group",
                "Launching a new EC2 instance: i-1",
                "Why.",
                "Successful",
                "",
                FakeStacks.START,
                Optional.of(FakeStacks.START)));
        hosts.consoles.put("i-1", "x\n[ 1.0] amazon-ecs-agent[1]: level=error msg=\"No way.\"\n");
        deploy();

        var complaint = "amazon-ecs-agent[1]: level=error msg=\"No way.\"";
        assertThat(finish.finish().get())
                .isEqualTo(new Finish.Crossed(new Crossing.Missing(0, 1, Optional.of(complaint))));
        assertThat(finish.seen().get().orElseThrow().consoles())
                .singleElement()
                .satisfies(console -> assertThat(console.complaint()).contains(complaint));

        wants(1, "i-1");
        joins("i-1", 0);
        finish.again();
        background.all();
        assertThat(finish.finish().get()).isEqualTo(new Finish.Crossed(new Crossing.Joined(1)));
    }

    @Test
    void anEmptyGroupIsProvenByOneHostThatIsReleased() {
        comesUp();
        wants(0);
        deploy();
        assertThat(finish.finish().get()).isEqualTo(new Finish.Crossed(new Crossing.Empty()));

        hosts.onChange = () -> {
            hosts.onChange = () -> {};
            wants(1, "i-1");
            joins("i-1", 0);
        };
        finish.prove();
        background.all();
        assertThat(finish.finish().get())
                .isEqualTo(new Finish.Proved(Optional.of(new Crossing.Joined(1)), Optional.of(Proof.Release.RELEASED)));
        assertThat(hosts.changes).containsExactly("want 1", "release i-1");
    }

    @Test
    void aHostThatTasksHaveComeToStays() {
        comesUp();
        wants(0);
        deploy();
        hosts.onChange = () -> {
            wants(1, "i-1");
            joins("i-1", 2);
        };
        finish.prove();
        background.all();
        assertThat(finish.finish().get())
                .isEqualTo(new Finish.Proved(Optional.of(new Crossing.Joined(1)), Optional.of(Proof.Release.BUSY)));
        assertThat(hosts.changes).containsExactly("want 1");
    }

    @Test
    void whoStopsAProofHasItsHostReleased() {
        comesUp();
        wants(0);
        deploy();
        hosts.onChange = () -> {
            hosts.onChange = () -> {};
            hosts.looks = 2;
        };
        finish.prove();
        background.next(2);
        assertThat(finish.finish().get()).isEqualTo(new Finish.Proving());
        wants(1, "i-1");
        finish.stop();
        background.all();
        assertThat(finish.finish().get())
                .isEqualTo(new Finish.Proved(Optional.empty(), Optional.of(Proof.Release.RELEASED)));
        assertThat(hosts.changes).containsExactly("want 1", "release i-1");
    }

    @Test
    void aGroupThatMayNotBeChangedSaysSo() {
        comesUp();
        wants(0);
        deploy();
        var denied = new CloudProblem(
                CloudProblem.Kind.DENIED, "autoscaling:SetDesiredCapacity", "AccessDenied", "No.", "", null);
        hosts.problem = Optional.of(denied);
        finish.prove();
        background.all();
        assertThat(finish.finish().get()).isEqualTo(new Finish.Unproved(denied));
    }

    @Test
    void aFailedFirstAttemptIsRemovedAndLeadsToItsChoice() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "User Initiated")
                .status("CREATE_IN_PROGRESS")
                .event("AutoScalingGroup", GROUP, "CREATE_FAILED", "Received 0 SUCCESS signal(s) out of 2.")
                .event("web", DeployModelTest.STACK, "ROLLBACK_COMPLETE", "")
                .status("ROLLBACK_COMPLETE");
        deploy();
        assertThat(model.fix().fix().getValue()).hasValueSatisfying(fix -> {
            assertThat(fix.question()).isEqualTo(Question.SUBNETS);
            assertThat(fix.removes()).isTrue();
        });

        stacks.event("web", DeployModelTest.STACK, "DELETE_COMPLETE", "").status("DELETE_COMPLETE");
        model.fix().fixAndRetry();
        background.all();
        assertThat(answers.wentTo).containsExactly(Question.SUBNETS);
        assertThat(stacks.calls).contains("delete");
        assertThat(Verdict.of(model.state().get()).status()).contains("is deleted");
    }

    @Test
    void aStackThatOnceCameUpIsNeverRemoved() {
        stacks.event("web", DeployModelTest.STACK, "CREATE_IN_PROGRESS", "User Initiated")
                .event("web", DeployModelTest.STACK, "CREATE_COMPLETE", "")
                .event("web", DeployModelTest.STACK, "UPDATE_IN_PROGRESS", "")
                .event("AutoScalingGroup", GROUP, "UPDATE_FAILED", "Received 0 SUCCESS signal(s) out of 2.")
                .event("web", DeployModelTest.STACK, "UPDATE_ROLLBACK_COMPLETE", "")
                .status("UPDATE_ROLLBACK_COMPLETE");
        deploy();
        assertThat(model.fix().fix().getValue())
                .hasValueSatisfying(fix -> assertThat(fix.removes()).isFalse());
        model.fix().fixAndRetry();
        background.all();
        assertThat(answers.wentTo).containsExactly(Question.SUBNETS);
        assertThat(stacks.calls).doesNotContain("delete");
    }
}
