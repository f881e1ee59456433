package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.GroupSizes;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.StackSummary;
import dev.ecswizard.cloud.Stacks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/// A stack of 500 resources that never ends and says what AWS would say, so and so many events a second. An answer is
/// made when it is asked for, of texts of its own, as a reader of XML makes it.
///
/// @param visible how many events there are by now
record Flood(IntSupplier visible) implements Stacks {
    static final String ID = "arn:aws:cloudformation:eu-west-1:123456789012:stack/flood/5b0b0b50-1c2d-11ef-9d4c-0a58a9feac02";
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final int PAGE = 100;
    private static final int RESOURCES = 500;
    private static final List<String> TYPES = List.of(
            "AWS::AutoScaling::AutoScalingGroup", "AWS::ECS::Cluster", "AWS::IAM::Role", "AWS::EC2::SecurityGroup", "AWS::Logs::LogGroup");
    private static final List<String> STATUSES =
            List.of("UPDATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "UPDATE_COMPLETE", "UPDATE_FAILED", "DELETE_COMPLETE");

    private static StackEvent event(int i) {
        var time = START.plusNanos(i * 100_000L);
        var resource = i / STATUSES.size() % RESOURCES;
        var status = STATUSES.get(i % STATUSES.size());
        var name = "Resource" + resource;
        return new StackEvent(
                name + "-" + status + "-" + time,
                time,
                fresh(ID),
                name,
                "flood-" + name + "-1A2B3C4D5E6F7",
                fresh(TYPES.get(resource % TYPES.size())),
                new StackStatus(fresh(status)),
                reason(i));
    }

    /// One in ten says what no other says.
    private static String reason(int i) {
        return switch (i % 10) {
            case 1, 6 -> fresh("Resource creation Initiated");
            case 3 -> fresh("Resource handler returned message: \"Rate exceeded\" (HandlerErrorCode: Throttling)");
            case 5 -> "Received SUCCESS signal with UniqueId i-" + Long.toHexString(0xabcdef000000000L + i);
            default -> "";
        };
    }

    private static String fresh(String text) {
        return String.valueOf(text.toCharArray());
    }

    @Override
    public Optional<Stack> find(String nameOrId) {
        return Optional.of(new Stack(
                ID, "flood", new StackStatus("UPDATE_IN_PROGRESS"), "", START, Map.of(), Map.of(), List.of()));
    }

    @Override
    public EventPage events(String stackId, Optional<String> page) {
        var end = page.map(Integer::parseInt).orElseGet(visible::getAsInt);
        var first = Math.max(0, end - PAGE);
        var events = new ArrayList<StackEvent>();
        for (var i = end - 1; i >= first; i--) {
            events.add(event(i));
        }
        return new EventPage(events, first == 0 ? Optional.empty() : Optional.of(String.valueOf(first)));
    }

    @Override
    public Validation validate(String template) {
        return new Validation(Set.of(), "");
    }

    @Override
    public List<StackSummary> list() {
        return List.of();
    }

    @Override
    public List<StackResource> resources(String stackId) {
        return List.of();
    }

    @Override
    public void delete(String stackId, String requestToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> services(String cluster) {
        return List.of();
    }

    @Override
    public ChangeSets changeSets() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String template(String stackId) {
        return "";
    }

    @Override
    public Optional<GroupSizes> groupSizes(String group) {
        return Optional.empty();
    }
}
