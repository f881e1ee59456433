package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/// A change that was asked for and is carried out only when that is asked for, too.
///
/// ```
/// status      CREATE_PENDING ── CREATE_IN_PROGRESS ─┬─ CREATE_COMPLETE
///                                                   └─ FAILED
/// execution   UNAVAILABLE ── AVAILABLE ─┬─ EXECUTE_IN_PROGRESS ─┬─ EXECUTE_COMPLETE
///                                       └─ OBSOLETE             └─ EXECUTE_FAILED
/// ```
final class ChangeSet {
    private static final Set<String> SUCCESS =
            Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE");
    private static final Set<String> BEGINNING = Set.of("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS");

    private final String id;
    private final Stack stack;
    private final CreateChangeSetRequest request;
    private final Plan plan;
    private final Plan basis;
    private final Instant basisTime;
    private final String operationId;
    private final Instant created;
    private Instant ended;
    private String status = "CREATE_PENDING";
    private String reason;
    private List<Change> changes = List.of();
    private List<Finding> findings = List.of();
    private boolean isDeleted;
    private ExecuteChangeSetRequest execution;
    private int firstEvent;

    /// @param plan what the stack is to be
    ChangeSet(Stack stack, CreateChangeSetRequest request, Plan plan) {
        var ids = stack.home().ids();
        this.id = stack.id().replaceFirst(":stack/.*", ":changeSet/") + request.changeSetName() + "/" + ids.uuid();
        this.stack = stack;
        this.request = request;
        this.plan = plan;
        this.basis = stack.plan();
        this.basisTime = stack.updated;
        this.operationId = Operation.derived(id, "making");
        this.created = stack.home().agenda().now();
    }

    /// Begins to look at what it would do.
    void begin() {
        var agenda = stack.home().agenda();
        agenda.after(0.8, () -> status = "CREATE_IN_PROGRESS");
        agenda.after(4, this::look);
    }

    private void look() {
        ended = stack.home().agenda().now();
        try {
            var found = new Changes(stack, plan);
            findings = Finding.in(found, stack.home());
            if (!findings.isEmpty()) {
                fail(Finding.sentence(findings));
            } else if (found.isNothing()) {
                fail(
                        "The submitted information didn't contain changes. Submit different information to create a change set.");
            } else {
                changes = found.resources();
                status = "CREATE_COMPLETE";
            }
        } catch (Refusal refusal) {
            fail(refusal.getMessage());
        }
    }

    private void fail(String sentence) {
        status = "FAILED";
        reason = sentence;
    }

    String id() {
        return id;
    }

    String name() {
        return request.changeSetName();
    }

    Stack stack() {
        return stack;
    }

    CreateChangeSetRequest request() {
        return request;
    }

    Plan plan() {
        return plan;
    }

    String operationId() {
        return operationId;
    }

    Instant created() {
        return created;
    }

    /// When it was known what it would do; null before.
    Instant ended() {
        return ended;
    }

    String status() {
        return status;
    }

    /// Null unless it failed.
    String reason() {
        return reason;
    }

    /// By logical id; empty until it is complete.
    List<Change> changes() {
        return changes;
    }

    /// Why it failed, if its resources are why.
    List<Finding> findings() {
        return findings;
    }

    boolean isCreate() {
        return "CREATE".equals(request.changeSetTypeAsString());
    }

    boolean isDeleted() {
        return isDeleted;
    }

    void delete() {
        isDeleted = true;
    }

    /// Whether it can still become something: its name is taken.
    boolean isPending() {
        return !isDeleted && execution == null && !isObsolete();
    }

    /// Whether the stack has become another since.
    private boolean isObsolete() {
        return execution == null
                && (stack.plan() != basis || !Objects.equals(stack.updated, basisTime) || stack.isDeleted());
    }

    String executionStatus() {
        if (execution != null) {
            return executed();
        }
        if (!status.equals("CREATE_COMPLETE")) {
            return "UNAVAILABLE";
        }
        return isObsolete() ? "OBSOLETE" : "AVAILABLE";
    }

    /// What the stack's events tell since.
    private String executed() {
        return stack.events.stream()
                .skip(firstEvent)
                .filter(event -> Operation.STACK.equals(event.resourceType())
                        && stack.id().equals(event.physicalResourceId()))
                .map(StackEvent::resourceStatusAsString)
                .filter(state -> !BEGINNING.contains(state))
                .findFirst()
                .map(state -> SUCCESS.contains(state) ? "EXECUTE_COMPLETE" : "EXECUTE_FAILED")
                .orElse("EXECUTE_IN_PROGRESS");
    }

    /// Carries it out. The same request again does nothing.
    ///
    /// @throws Refusal if it can not be carried out, or not any more
    void execute(ExecuteChangeSetRequest asked) {
        if (execution != null && execution.clientRequestToken() != null && execution.equals(asked)) {
            return;
        }
        if (!status.equals("CREATE_COMPLETE")) {
            throw refused("executed", "status", status);
        }
        if (!executionStatus().equals("AVAILABLE")) {
            throw refused("executed", "execution status", executionStatus());
        }
        if (request.onStackFailure() != null && asked.disableRollback() != null) {
            throw Refusals.invalid(
                    "You can specify either DisableRollback for ExecuteChangeSet or OnStackFailure for CreateChangeSet, but not both.");
        }
        firstEvent = stack.events.size();
        execution = asked;
        stack.changeSetId = id;
        var keepsNothing = Boolean.TRUE.equals(asked.retainExceptOnCreate());
        var onFailure = onFailure(asked);
        if (isCreate()) {
            Review.create(stack, plan, onFailure, keepsNothing, asked.clientRequestToken());
        } else {
            var terms = new Update.Terms(onFailure == OnFailure.DO_NOTHING, keepsNothing, asked.clientRequestToken());
            new Update(stack, plan, terms).begin();
        }
    }

    private OnFailure onFailure(ExecuteChangeSetRequest asked) {
        if (request.onStackFailure() != null) {
            return OnFailure.fromValue(request.onStackFailureAsString());
        }
        return Boolean.TRUE.equals(asked.disableRollback()) ? OnFailure.DO_NOTHING : OnFailure.ROLLBACK;
    }

    Refusal refused(String verb, String kind, String state) {
        return new Refusal(
                400,
                "InvalidChangeSetStatus",
                "ChangeSet [" + id + "] cannot be " + verb + " in its current " + kind + " of [" + state + "]");
    }
}
