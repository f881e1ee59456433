package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionTest {
    private static final DeletionExtent WHOLE = new DeletionExtent.Whole();

    private final ScriptedHoldings scripted = new ScriptedHoldings();
    private final ScriptedStacks stacks = scripted.stacks;
    private final Deletion deletion = new Deletion(scripted.holdings, stacks.pace);

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
        assertThatThrownBy(() -> deletion.delete(ScriptedStacks.ID, WHOLE, _ -> {}))
                .isInstanceOfSatisfying(
                        ClusterInUse.class,
                        inUse -> assertThat(inUse.services()).containsExactly("api", "shop"))
                .hasMessageContaining("api, shop");
        assertThat(stacks.calls).doesNotContain("delete");
    }

    @Test
    void anEmptyClusterGoesAndIsFollowedToTheEnd() {
        assertThat(deletion.delete(ScriptedStacks.ID, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
        assertThat(stacks.calls).startsWith("resources", "services", "events", "delete");
    }

    @Test
    void notKnowingWhetherThereAreServicesForbidsItToo() {
        stacks.fault(0, 1e6, "services", Kind.DENIED);
        assertThatThrownBy(() -> deletion.delete(ScriptedStacks.ID, WHOLE, _ -> {}))
                .isInstanceOf(CloudProblem.class);
        assertThat(stacks.calls).doesNotContain("delete");
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameToken() {
        stacks.fault(0, 2, "delete", Kind.UNREACHABLE);
        assertThat(deletion.delete(ScriptedStacks.ID, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
        assertThat(stacks.deletionTokens).hasSize(3);
        assertThat(stacks.deletionTokens.stream().distinct()).hasSize(1);
    }

    @Test
    void theTollNamesWhatGoesAndWhatStandsAgainstIt() {
        var skipped = new StackResource("Kept", "kept", "AWS::Logs::LogGroup", new StackStatus("DELETE_SKIPPED"), "");
        var gone = new StackResource("Gone", "gone", "AWS::Logs::LogGroup", new StackStatus("DELETE_COMPLETE"), "");
        stacks.resources.addAll(List.of(skipped, gone));
        stacks.services.put("web-cluster", List.of("arn:aws:ecs:eu-west-1:123456789012:service/web-cluster/shop"));
        scripted.tasks = 4;
        scripted.isProtected = true;

        var toll = deletion.toll(ScriptedStacks.ID);

        assertThat(toll)
                .isEqualTo(new Toll(
                        Optional.of(new StackStatus("CREATE_COMPLETE")),
                        stacks.resources.subList(0, 2),
                        List.of("shop"),
                        4,
                        true));
        assertThat(toll.isPayable()).isFalse();
        assertThat(toll.resisting()).isEmpty();
    }

    @Test
    void whatResistedIsToldOfAStackWhoseDeletionFailed() {
        var stuck = new StackResource(
                "Group", "sg-1", "AWS::EC2::SecurityGroup", new StackStatus("DELETE_FAILED"), "in use");
        stacks.resources.add(stuck);
        assertThat(deletion.toll(ScriptedStacks.ID).resisting()).isEmpty();

        stacks.status(0, "DELETE_FAILED");

        assertThat(deletion.toll(ScriptedStacks.ID).resisting()).containsExactly(stuck);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeletionThatFailedBeforeIsNotTheOutcomeOfTheNextOne(boolean bearsTokens) {
        stacks.token = bearsTokens ? "before" : "";
        stacks.status(0, "DELETE_FAILED")
                .event(-9, "web", "DELETE_IN_PROGRESS")
                .event(-8, "Cluster", "DELETE_FAILED", "in use")
                .event(-7, "web", "DELETE_FAILED");
        stacks.onDelete = () -> {
            stacks.token = bearsTokens ? stacks.deletionTokens.getLast() : "";
            stacks.event(2, "web", "DELETE_IN_PROGRESS")
                    .status(4, "DELETE_IN_PROGRESS")
                    .event(9, "web", "DELETE_COMPLETE")
                    .status(9, "DELETE_COMPLETE");
        };

        assertThat(deletion.delete(ScriptedStacks.ID, WHOLE, _ -> {})).isInstanceOf(Outcome.Deleted.class);
    }

    @Test
    void theExtentIsPassedOn() {
        var extent = new DeletionExtent.Retaining(List.of("Group"));

        deletion.delete(ScriptedStacks.ID, extent, _ -> {});

        assertThat(scripted.extents).containsExactly(extent);
    }
}
