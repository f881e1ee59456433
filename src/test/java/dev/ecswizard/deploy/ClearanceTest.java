package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Clearance.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClearanceTest {
    private final ScriptedHoldings scripted = new ScriptedHoldings();
    private final ScriptedStacks stacks = scripted.stacks;
    private final Clearance clearance = new Clearance(scripted.holdings, stacks.pace);
    private final List<Step> steps = new ArrayList<>();

    @BeforeEach
    void aStackWithHosts() {
        stacks.status(0, "CREATE_COMPLETE");
        has("Cluster", "AWS::ECS::Cluster", "web");
        has("AutoScalingGroup", "AWS::AutoScaling::AutoScalingGroup", "web-group");
        has("CapacityProvider", "AWS::ECS::CapacityProvider", "cp-web");
        scripted.hosts = List.of("host-1", "host-2");
    }

    private void has(String logicalId, String type, String physicalId) {
        stacks.resources.add(new StackResource(logicalId, physicalId, type, new StackStatus("CREATE_COMPLETE"), ""));
    }

    @Test
    void hostsAreDrainedTasksEndAndProtectionsGoInThatOrder() {
        scripted.tasks = 3;
        scripted.protectedHosts = 2;
        scripted.isProviderProtecting = true;

        clearance.clear(ScriptedStacks.ID, steps::add);

        assertThat(steps)
                .containsExactly(
                        new Step.Drained(2), new Step.Stopping(3), new Step.Stopping(0), new Step.Released(2, true));
        assertThat(stacks.calls)
                .containsSubsequence(
                        "services", "drain", "stopTasks", "releaseProvider cp-web", "releaseHosts web-group")
                .doesNotContain("delete");
    }

    @Test
    void withoutTasksNothingIsWaitedFor() {
        clearance.clear(ScriptedStacks.ID, steps::add);

        assertThat(steps).containsExactly(new Step.Drained(2), new Step.Released(0, false));
        assertThat(stacks.pace.seconds()).isZero();
    }

    @Test
    void servicesForbidItBeforeAnythingIsChanged() {
        stacks.services.put("web", List.of("arn:aws:ecs:eu-west-1:123456789012:service/web/shop"));

        assertThatThrownBy(() -> clearance.clear(ScriptedStacks.ID, steps::add)).isInstanceOf(ClusterInUse.class);

        assertThat(stacks.calls).containsExactly("resources", "services");
        assertThat(clearance.takeBack()).isZero();
    }

    @Test
    void tasksThatDoNotEndForbidItAfterFourMinutes() {
        scripted.tasks = 1;
        scripted.looksToStop = Integer.MAX_VALUE;

        assertThatThrownBy(() -> clearance.clear(ScriptedStacks.ID, steps::add))
                .isInstanceOf(TasksStay.class)
                .hasMessageContaining("One task has not ended");

        assertThat(stacks.pace.seconds()).isBetween(240.0, 245.0);
        assertThat(stacks.calls).doesNotContain("releaseHosts web-group");
    }

    @Test
    void aProviderThatIsBeingChangedIsWaitedFor() {
        scripted.isProviderProtecting = true;
        scripted.looksToChange = 3;

        clearance.clear(ScriptedStacks.ID, steps::add);

        assertThat(stacks.pace.seconds()).isEqualTo(6);
    }

    @Test
    void givenUpItHasJustTheDrainedHostsTakeTasksAgain() {
        scripted.tasks = 1;
        scripted.looksToStop = Integer.MAX_VALUE;
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> clearance.clear(ScriptedStacks.ID, steps::add))
                .isInstanceOfSatisfying(
                        CloudProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(CloudProblem.Kind.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();

        assertThat(clearance.takeBack()).isEqualTo(2);
        assertThat(stacks.calls).contains("resume host-1,host-2").doesNotContain("releaseHosts web-group");
        assertThat(clearance.takeBack()).isZero();
    }
}
