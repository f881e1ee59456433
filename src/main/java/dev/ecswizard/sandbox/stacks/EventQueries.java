package dev.ecswizard.sandbox.stacks;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.BeaconStackOperationStatus;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.EventType;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;

/// What can be asked about operations. Refuses with [Refusal].
public final class EventQueries {
    private final CloudFormation engine;

    EventQueries(CloudFormation engine) {
        this.engine = engine;
    }

    /// The events of a stack, of a change set or of an operation, newest first, in pages.
    public DescribeEventsResponse describeEvents(DescribeEventsRequest request, String region) {
        var events = asked(request, region).stream()
                .filter(event ->
                        request.operationId() == null || request.operationId().equals(event.operationId()))
                .filter(event -> request.filters() == null
                        || !Boolean.TRUE.equals(request.filters().failedEvents())
                        || isFailure(event))
                .toList();
        var page = StackQueries.page(events, request.nextToken());
        return DescribeEventsResponse.builder()
                .operationEvents(page.items())
                .nextToken(page.next())
                .build();
    }

    private List<OperationEvent> asked(DescribeEventsRequest request, String region) {
        if (request.changeSetName() != null) {
            return engine.changeSets().on(region, request.changeSetName(), request.stackName(), OperationLog::events);
        }
        if (request.stackName() != null) {
            return engine.on(
                    region,
                    home -> home.find(request.stackName())
                            .map(stack -> new OperationLog(stack).events())
                            .orElseThrow(() -> Refusals.invalid("Stack [" + request.stackName() + "] does not exist")));
        }
        if (request.operationId() != null) {
            return engine.on(
                    region,
                    home -> home.all().stream()
                            .map(stack -> new OperationLog(stack).events())
                            .filter(events -> events.stream()
                                    .anyMatch(event -> request.operationId().equals(event.operationId())))
                            .findFirst()
                            .orElseThrow(() -> Refusals.invalid(
                                    "Operation with id " + request.operationId() + " does not exist")));
        }
        throw Refusals.invalid("One of ChangeSetName, OperationId or StackName must be specified as input.");
    }

    private static boolean isFailure(OperationEvent event) {
        return event.operationStatus() == BeaconStackOperationStatus.FAILED
                || event.eventType() == EventType.VALIDATION_ERROR
                || event.eventType() == EventType.PROVISIONING_ERROR
                || Optional.ofNullable(event.resourceStatusAsString())
                        .filter(status -> status.endsWith("_FAILED"))
                        .isPresent();
    }
}
