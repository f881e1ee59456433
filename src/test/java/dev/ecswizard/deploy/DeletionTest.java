package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionTest {
    private final ScriptedStacks stacks = new ScriptedStacks();
    private final Deletion deletion = new Deletion(stacks, stacks.pace);

    @BeforeEach
    void aStackWithACluster() {
        stacks.status(0, "CREATE_COMPLETE");
        var complete = new StackStatus("CREATE_COMPLETE");
        stacks.resources.add(new StackResource("Role", "web-role", "AWS::IAM::Role", complete, ""));
        stacks.resources.add(new StackResource("Cluster", "web-cluster", "AWS::ECS::Cluster", complete, ""));
        stacks.onDelete = () -> stacks.status(0.5, "DELETE_IN_PROGRESS").status(9, "DELETE_COMPLETE");
    }

    @Test
    void servicesForbidItAndAreNamed() {
        stacks.services.put(
                "web-cluster",
                List.of(
                        "arn:aws:ecs:eu-west-1:123456789012:service/web-cluster/shop",
                        "arn:aws:ecs:eu-west-1:123456789012:service/web-cluster/api"));
        assertThatThrownBy(() -> deletion.delete(ScriptedStacks.ID, _ -> {}))
                .isInstanceOfSatisfying(
                        ClusterInUse.class,
                        inUse -> assertThat(inUse.services()).containsExactly("api", "shop"))
                .hasMessageContaining("api, shop");
        assertThat(stacks.calls).doesNotContain("delete");
    }

    @Test
    void anEmptyClusterGoesAndIsFollowedToTheEnd() {
        assertThat(deletion.delete(ScriptedStacks.ID, _ -> {})).isInstanceOf(Outcome.Deleted.class);
        assertThat(stacks.calls).startsWith("resources", "services", "delete");
    }

    @Test
    void notKnowingWhetherThereAreServicesForbidsItToo() {
        stacks.fault(0, 1e6, "services", Kind.DENIED);
        assertThatThrownBy(() -> deletion.delete(ScriptedStacks.ID, _ -> {})).isInstanceOf(CloudProblem.class);
        assertThat(stacks.calls).doesNotContain("delete");
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameToken() {
        stacks.fault(0, 2, "delete", Kind.UNREACHABLE);
        assertThat(deletion.delete(ScriptedStacks.ID, _ -> {})).isInstanceOf(Outcome.Deleted.class);
        assertThat(stacks.deletionTokens).hasSize(3);
        assertThat(stacks.deletionTokens.stream().distinct()).hasSize(1);
    }
}
