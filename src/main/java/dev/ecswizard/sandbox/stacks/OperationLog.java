package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.BeaconStackOperationStatus;
import software.amazon.awssdk.services.cloudformation.model.EventType;
import software.amazon.awssdk.services.cloudformation.model.HookFailureMode;
import software.amazon.awssdk.services.cloudformation.model.OperationEntry;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;
import software.amazon.awssdk.services.cloudformation.model.OperationType;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.ValidationStatus;

/// What happened to a stack, by operation: each has an event of its own that says how far it is, beside those of the
/// stack and its resources.
final class OperationLog {
    private final Stack stack;
    private final Map<String, List<StackEvent>> byOperation = new LinkedHashMap<>();

    OperationLog(Stack stack) {
        this.stack = stack;
        stack.events.forEach(event -> byOperation
                .computeIfAbsent(event.operationId(), _ -> new ArrayList<>())
                .add(event));
        stack.changeSets.forEach(set -> byOperation.remove(set.operationId()));
    }

    /// The latest operation on the stack; before a roll-back, what it rolls back too. The newest first.
    List<OperationEntry> last() {
        var last = new ArrayList<OperationEntry>();
        for (var id : List.copyOf(byOperation.keySet()).reversed()) {
            var type = type(id);
            last.add(
                    OperationEntry.builder().operationType(type).operationId(id).build());
            if (type != OperationType.ROLLBACK && type != OperationType.CONTINUE_ROLLBACK) {
                break;
            }
        }
        return last;
    }

    /// Of the latest operation of a type; null if there was none.
    String id(OperationType type) {
        return List.copyOf(byOperation.keySet()).reversed().stream()
                .filter(id -> type(id) == type)
                .findFirst()
                .orElse(null);
    }

    /// All there is, the newest first.
    List<OperationEvent> events() {
        var events = new ArrayList<OperationEvent>();
        byOperation.keySet().forEach(id -> addTo(events, id));
        stack.changeSets.forEach(set -> addTo(events, set));
        return newestFirst(events);
    }

    /// Of one change set's making, the newest first.
    static List<OperationEvent> events(ChangeSet set) {
        var events = new ArrayList<OperationEvent>();
        addTo(events, set);
        return newestFirst(events);
    }

    private static List<OperationEvent> newestFirst(List<OperationEvent> events) {
        // equal times keep their order, turned round
        return events.stream()
                .sorted(Comparator.comparing(OperationEvent::timestamp))
                .toList()
                .reversed();
    }

    private void addTo(List<OperationEvent> events, String id) {
        var own = byOperation.get(id);
        var type = type(id);
        own.forEach(event -> events.add(event(event, type)));
        var status = status(id);
        var isOver = status != BeaconStackOperationStatus.IN_PROGRESS;
        var began = own.getFirst().timestamp();
        var ended = isOver ? own.getLast().timestamp() : null;
        events.add(OperationEvent.builder()
                .eventId(Operation.derived(id, "operation"))
                .stackId(stack.id())
                .operationId(id)
                .operationType(type)
                .operationStatus(status)
                .eventType(EventType.STACK_EVENT)
                .timestamp(isOver ? ended : began)
                .startTime(began)
                .endTime(ended)
                .clientRequestToken(own.getFirst().clientRequestToken())
                .build());
    }

    private static OperationEvent event(StackEvent event, OperationType type) {
        var isOfStack = event.stackId().equals(event.physicalResourceId());
        var isFailure = !isOfStack && event.resourceStatusAsString().endsWith("_FAILED");
        return OperationEvent.builder()
                .eventId(event.eventId())
                .stackId(event.stackId())
                .operationId(event.operationId())
                .operationType(type)
                .eventType(isFailure ? EventType.PROVISIONING_ERROR : EventType.STACK_EVENT)
                .logicalResourceId(event.logicalResourceId())
                .physicalResourceId(event.physicalResourceId())
                .resourceType(event.resourceType())
                .timestamp(event.timestamp())
                .resourceStatus(event.resourceStatusAsString())
                .resourceStatusReason(event.resourceStatusReason())
                .resourceProperties(event.resourceProperties())
                .clientRequestToken(event.clientRequestToken())
                .build();
    }

    private static void addTo(List<OperationEvent> events, ChangeSet set) {
        var stack = set.stack();
        stack.events.stream()
                .filter(event -> set.operationId().equals(event.operationId()))
                .forEach(event -> events.add(event(event, OperationType.CREATE_CHANGESET)));
        for (var finding : set.findings()) {
            events.add(OperationEvent.builder()
                    .eventId(Operation.derived(set.operationId(), finding.path() + finding.reason()))
                    .stackId(stack.id())
                    .operationId(set.operationId())
                    .operationType(OperationType.CREATE_CHANGESET)
                    .eventType(EventType.VALIDATION_ERROR)
                    .logicalResourceId(finding.declared().logicalId())
                    .physicalResourceId(finding.physicalId())
                    .resourceType(finding.declared().type())
                    .timestamp(set.ended())
                    .validationFailureMode(HookFailureMode.FAIL)
                    .validationName(finding.validation().name())
                    .validationStatus(ValidationStatus.FAILED)
                    .validationStatusReason(finding.reason())
                    .validationPath(finding.path())
                    .clientRequestToken(set.request().clientToken())
                    .build());
        }
        var status = switch (set.status()) {
            case "CREATE_COMPLETE" -> BeaconStackOperationStatus.SUCCEEDED;
            case "FAILED" -> BeaconStackOperationStatus.FAILED;
            default -> BeaconStackOperationStatus.IN_PROGRESS;
        };
        events.add(OperationEvent.builder()
                .eventId(Operation.derived(set.operationId(), "operation"))
                .stackId(stack.id())
                .operationId(set.operationId())
                .operationType(OperationType.CREATE_CHANGESET)
                .operationStatus(status)
                .eventType(EventType.STACK_EVENT)
                .timestamp(set.ended() == null ? set.created() : set.ended())
                .startTime(set.created())
                .endTime(set.ended())
                .clientRequestToken(set.request().clientToken())
                .build());
    }

    private OperationType type(String id) {
        return switch (byOperation.get(id).getFirst().resourceStatusAsString()) {
            case "CREATE_IN_PROGRESS" -> OperationType.CREATE_STACK;
            case "UPDATE_IN_PROGRESS" -> OperationType.UPDATE_STACK;
            case "ROLLBACK_IN_PROGRESS" -> OperationType.ROLLBACK;
            case "UPDATE_ROLLBACK_IN_PROGRESS" ->
                isRepeated(id) ? OperationType.CONTINUE_ROLLBACK : OperationType.ROLLBACK;
            default -> OperationType.DELETE_STACK;
        };
    }

    /// Whether the operation before it was a roll-back, too.
    private boolean isRepeated(String id) {
        var ids = List.copyOf(byOperation.keySet());
        var before = ids.indexOf(id) - 1;
        return before >= 0 && statesOfStack(ids.get(before)).contains("UPDATE_ROLLBACK_FAILED");
    }

    private BeaconStackOperationStatus status(String id) {
        var states = statesOfStack(id);
        var last = states.isEmpty() ? "_IN_PROGRESS" : states.getLast();
        if (last.endsWith("_COMPLETE")) {
            return BeaconStackOperationStatus.SUCCEEDED;
        }
        // what another operation took over from did not get to its end
        var isLatest = id.equals(List.copyOf(byOperation.keySet()).getLast());
        return last.endsWith("_IN_PROGRESS") && isLatest
                ? BeaconStackOperationStatus.IN_PROGRESS
                : BeaconStackOperationStatus.FAILED;
    }

    private List<String> statesOfStack(String id) {
        return byOperation.get(id).stream()
                .filter(event -> stack.id().equals(event.physicalResourceId()))
                .map(StackEvent::resourceStatusAsString)
                .toList();
    }
}
