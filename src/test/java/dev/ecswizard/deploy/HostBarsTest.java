package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.ScalingActivity;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostBarsTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final HostTarget TARGET = new HostTarget("arn:stack", "web", "web-group");

    private final List<ScalingActivity> activities = new ArrayList<>();
    private final List<ContainerInstance> joined = new ArrayList<>();

    private static Instant second(int second) {
        return START.plusSeconds(second);
    }

    private HostBarsTest activity(String description, String status, int from, int to) {
        activities.add(new ScalingActivity(
                "a" + activities.size(),
                "web-group",
                description,
                "",
                status,
                "",
                second(from),
                to < 0 ? Optional.empty() : Optional.of(second(to))));
        return this;
    }

    private HostBarsTest joined(String id, int at) {
        joined.add(new ContainerInstance(id, "ACTIVE", "", true, 0, Optional.of(second(at))));
        return this;
    }

    private HostsSeen seen() {
        return new HostsSeen(TARGET, 2, joined, activities, List.of(), Optional.empty(), Optional.empty());
    }

    /// Such as `i-1 JOIN_COMPLETE: WORKING 0-5, JOINING 5-`.
    private List<String> bars() {
        return HostBars.of(seen(), START).stream()
                .map(bar -> bar.logicalId() + " " + bar.status().orElseThrow() + ": "
                        + bar.spans().stream()
                                .map(span -> span.kind() + " " + at(span.from()) + "-"
                                        + span.to().map(HostBarsTest::at).orElse(""))
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static String at(Instant time) {
        return String.valueOf(Duration.between(START, time).toSeconds());
    }

    @Test
    void aHostIsLaunchedAndWaitsForItsAgent() {
        activity("Launching a new EC2 instance: i-1", "InProgress", 10, -1);
        assertThat(bars()).containsExactly("i-1 LAUNCH_IN_PROGRESS: WORKING 10-");

        activities.clear();
        activity("Launching a new EC2 instance: i-1", "Successful", 10, 15);
        assertThat(bars()).containsExactly("i-1 LAUNCH_COMPLETE: WORKING 10-15, JOINING 15-");

        joined("i-1", 40);
        assertThat(bars()).containsExactly("i-1 JOIN_COMPLETE: WORKING 10-15, JOINING 15-40");
    }

    @Test
    void aHostThatGoesWaitsForNothing() {
        activity("Launching a new EC2 instance: i-1", "Successful", 10, 15)
                .activity("Terminating EC2 instance: i-1", "Successful", 50, 60);
        assertThat(bars()).containsExactly("i-1 TERMINATE_COMPLETE: WORKING 10-15, LEAVING 50-60");
    }

    @Test
    void whatNoHostCameOfStandsUnderTheGroup() {
        activity("Launching a new EC2 instance.  Status Reason: No room", "Failed", 10, 11)
                .activity("Launching a new EC2 instance.  Status Reason: No room", "Failed", 70, 71);
        assertThat(bars()).containsExactly("web-group LAUNCH_FAILED: WORKING 10-11, WORKING 70-71");
        assertThat(HostBars.of(seen(), START).getFirst().hasFailed()).isTrue();
    }

    @Test
    void whatWasBeforeTheOperationIsNotOfIt() {
        activity("Launching a new EC2 instance: i-1", "Successful", -90, -80);
        assertThat(bars()).isEmpty();
    }

    @Test
    void hostsStandWhereTheyBegan() {
        var events = List.of(
                event(0, "web", "arn:stack", "CREATE_IN_PROGRESS"),
                event(1, "Group", "web-group", "CREATE_IN_PROGRESS"),
                event(20, "Policy", "policy", "CREATE_IN_PROGRESS"));
        activity("Launching a new EC2 instance: i-1", "Successful", 10, 15);
        var timeline = Timeline.of(events, List.of(new TemplateResource("Last", "AWS::ECS::Cluster")))
                .with(seen());
        assertThat(timeline.bars())
                .extracting(Timeline.Bar::logicalId)
                .containsExactly("Group", "i-1", "Policy", "Last");
    }

    private static StackEvent event(int second, String id, String physical, String status) {
        return new StackEvent(
                id + second,
                second(second),
                "arn:stack",
                id,
                physical,
                "AWS::ECS::Cluster",
                new StackStatus(status),
                "");
    }
}
