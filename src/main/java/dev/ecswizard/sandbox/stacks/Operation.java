package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/// Something that is being done to a stack. It is over when it has reached its end or another took its place; what it
/// still had on the agenda then does nothing.
abstract class Operation {
    static final String STACK = "AWS::CloudFormation::Stack";

    protected final Stack stack;
    protected final Agenda agenda;
    protected final Ids ids;
    private final String id;
    protected boolean isOver;

    Operation(Stack stack) {
        this(stack, derived(stack.id(), "operation " + stack.events.size()));
    }

    /// @param id of an operation that this is a part of
    Operation(Stack stack, String id) {
        this.id = id;
        this.stack = stack;
        this.agenda = stack.home().agenda();
        this.ids = stack.home().ids();
        if (stack.operation != null) {
            stack.operation.isOver = true;
        }
        stack.operation = this;
    }

    abstract void begin();

    /// As its events bear it. It takes nothing from chance, so that what else happens does not depend on it.
    String id() {
        return id;
    }

    /// An identifier that is always the same for the same.
    static String derived(String whole, String part) {
        return UUID.nameUUIDFromBytes((whole + " " + part).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    void after(double seconds, Runnable step) {
        agenda.after(seconds, () -> {
            if (!isOver) {
                step.run();
            }
        });
    }

    /// Seconds that are not the same twice, as in AWS.
    double about(double seconds) {
        return seconds * ids.between(0.9, 1.1);
    }

    protected void stackIs(String status, String reason) {
        stack.status = status;
        stack.reason = reason;
        stack.events.add(event(ids.uuid(), stack.name(), STACK, status, reason)
                .physicalResourceId(stack.id())
                .build());
    }

    void memberIs(Member member, String status, String reason) {
        member.status = status;
        member.reason = reason;
        member.time = agenda.now();
        var id = member.logicalId() + "-" + status + "-" + agenda.now();
        var isTaken = stack.events.reversed().stream()
                .takeWhile(event -> event.timestamp().equals(agenda.now()))
                .anyMatch(event -> event.eventId().equals(id));
        tell(isTaken ? member.logicalId() + "-" + ids.uuid() : id, member, status, reason);
    }

    /// An event of a resource whose status stays as it is.
    void tell(Member member, String status, String reason) {
        tell(member.logicalId() + "-" + ids.uuid(), member, status, reason);
    }

    private void tell(String id, Member member, String status, String reason) {
        stack.events.add(event(id, member.logicalId(), member.declared().type(), status, reason)
                .physicalResourceId(member.physicalId)
                .resourceProperties(member.json())
                .build());
    }

    private StackEvent.Builder event(String id, String logicalId, String type, String status, String reason) {
        return StackEvent.builder()
                .eventId(id)
                .stackId(stack.id())
                .stackName(stack.name())
                .operationId(this.id)
                .logicalResourceId(logicalId)
                .resourceType(type)
                .timestamp(agenda.now())
                .resourceStatus(status)
                .resourceStatusReason(reason)
                .clientRequestToken(token());
    }

    protected abstract String token();

    /// The resources that are in one of these states, in the template's order.
    protected List<Member> members(String... states) {
        return stack.members().values().stream()
                .filter(member -> List.of(states).contains(member.status))
                .toList();
    }

    protected static List<String> names(List<Member> members) {
        return members.stream().map(Member::logicalId).toList();
    }
}
