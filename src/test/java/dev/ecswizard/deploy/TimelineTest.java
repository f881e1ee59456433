package dev.ecswizard.deploy;

import static dev.ecswizard.deploy.Timeline.Kind.HOSTS;
import static dev.ecswizard.deploy.Timeline.Kind.LEAVING;
import static dev.ecswizard.deploy.Timeline.Kind.OTHERS;
import static dev.ecswizard.deploy.Timeline.Kind.SETTLING;
import static dev.ecswizard.deploy.Timeline.Kind.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ID = "arn:stack";
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    private final List<StackEvent> events = new ArrayList<>();

    private TimelineTest stack(int second, String status) {
        return add(second, "web", ID, "AWS::CloudFormation::Stack", status, "");
    }

    private TimelineTest role(int second, String status, String reason) {
        return add(second, "Role", "role", "AWS::IAM::Role", status, reason);
    }

    private TimelineTest group(int second, String status, String reason) {
        return add(second, "Group", "group", GROUP, status, reason);
    }

    private TimelineTest add(int second, String id, String physical, String type, String status, String reason) {
        events.add(new StackEvent(
                "e" + events.size(),
                START.plusSeconds(second),
                ID,
                id,
                physical,
                type,
                new StackStatus(status),
                reason));
        return this;
    }

    private Timeline timeline() {
        return Timeline.of(events, List.of());
    }

    /// Such as `OTHERS 0-5, WORKING 5-`.
    private String spans(String logicalId) {
        return timeline().bars().stream()
                .filter(bar -> bar.logicalId().equals(logicalId))
                .flatMap(bar -> bar.spans().stream())
                .map(span -> span.kind() + " " + second(span.from()) + "-"
                        + span.to().map(to -> String.valueOf(second(to))).orElse(""))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static long second(Instant time) {
        return Duration.between(START, time).toSeconds();
    }

    @Test
    void waitingForOthersAndForHostsIsToldFromWorking() {
        stack(0, "CREATE_IN_PROGRESS")
                .role(1, "CREATE_IN_PROGRESS", "")
                .role(2, "CREATE_IN_PROGRESS", "Resource creation Initiated")
                .role(9, "CREATE_IN_PROGRESS", "Eventual consistency check initiated")
                .role(12, "CREATE_COMPLETE", "")
                .group(12, "CREATE_IN_PROGRESS", "")
                .group(14, "CREATE_IN_PROGRESS", "Resource creation Initiated")
                .group(60, "CREATE_IN_PROGRESS", "Received SUCCESS signal with UniqueId i-1");
        assertThat(spans("Role")).isEqualTo("OTHERS 0-1, WORKING 1-9, SETTLING 9-12");
        assertThat(spans("Group")).isEqualTo("OTHERS 0-12, WORKING 12-14, HOSTS 14-");
        assertThat(timeline().bars().getLast().now()).contains(HOSTS);
        assertThat(timeline().end()).isEmpty();
        assertThat(List.of(OTHERS, HOSTS, SETTLING)).allMatch(Timeline.Kind::isWaiting);
        assertThat(List.of(WORKING, LEAVING)).noneMatch(Timeline.Kind::isWaiting);
    }

    @Test
    void whatIsStillToComeWaits() {
        stack(0, "CREATE_IN_PROGRESS").role(1, "CREATE_IN_PROGRESS", "");
        var expected = List.of(new TemplateResource("Group", GROUP), new TemplateResource("Role", "AWS::IAM::Role"));
        assertThat(Timeline.of(events, expected).bars())
                .extracting(Timeline.Bar::logicalId)
                .containsExactly("Role", "Group");
        assertThat(Timeline.of(events, expected).bars().getLast().now()).contains(OTHERS);
    }

    @Test
    void aFailureAndWhatIsTakenBackEndWithTheStack() {
        stack(0, "CREATE_IN_PROGRESS")
                .role(0, "CREATE_IN_PROGRESS", "")
                .role(5, "CREATE_FAILED", "no")
                .stack(6, "ROLLBACK_IN_PROGRESS")
                .role(7, "DELETE_IN_PROGRESS", "")
                .stack(10, "ROLLBACK_COMPLETE");
        assertThat(spans("Role")).isEqualTo("WORKING 0-5, LEAVING 7-10");
        assertThat(timeline().bars().getFirst().hasFailed()).isTrue();
        assertThat(timeline().end()).contains(START.plusSeconds(10));
    }

    @Test
    void onlyTheLastOperationIsShownWithWhatBelongsToIt() {
        stack(0, "CREATE_IN_PROGRESS")
                .role(1, "CREATE_IN_PROGRESS", "")
                .role(2, "CREATE_COMPLETE", "")
                .stack(3, "CREATE_COMPLETE")
                .stack(100, "UPDATE_IN_PROGRESS")
                .group(101, "UPDATE_IN_PROGRESS", "Rolling update initiated.")
                .group(103, "UPDATE_IN_PROGRESS", "Terminating instance(s) [i-1]; replacing with 1 new instance(s).");
        assertThat(timeline().start()).isEqualTo(START.plusSeconds(100));
        assertThat(spans("Role")).isEmpty();
        assertThat(spans("Group")).isEqualTo("OTHERS 100-101, WORKING 101-103, HOSTS 103-");

        stack(110, "DELETE_IN_PROGRESS").group(111, "DELETE_IN_PROGRESS", "");
        assertThat(timeline().start()).isEqualTo(START.plusSeconds(100));
        assertThat(spans("Group")).isEqualTo("OTHERS 100-101, WORKING 101-103, HOSTS 103-111, LEAVING 111-");
    }

    @Test
    void withoutEventsThereIsNothing() {
        assertThat(timeline().bars()).isEmpty();
    }
}
