package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.OperationType;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionResponse;

/// CloudFormation of one account: creates and deletes stacks in all regions. Time passes only when somebody looks:
/// every operation runs first what has fallen due. Safe for many threads.
public final class CloudFormation {
    private final Map<String, RegionStacks> regions = new HashMap<>();
    private final Function<String, World> worlds;
    private final Agenda agenda;
    private final Ids ids;

    /// @param ids gives all that is left to chance: ids, and how long things take
    /// @param worlds what there is in a region, by its name
    public CloudFormation(Agenda agenda, Ids ids, Function<String, World> worlds) {
        this.agenda = agenda;
        this.ids = ids;
        this.worlds = worlds;
    }

    /// Runs something on a region's stacks as they are now, with nobody else at them.
    <T> T on(String region, Function<RegionStacks, T> question) {
        return agenda.on(() -> question.apply(home(region)));
    }

    /// To be called under the agenda's lock.
    RegionStacks home(String region) {
        return regions.computeIfAbsent(region, name -> new RegionStacks(worlds.apply(name), agenda, ids));
    }

    /// What hosts ask.
    public HostCalls hostCalls() {
        return new HostCalls(this);
    }

    /// What can be asked without changing anything.
    public StackQueries queries() {
        return new StackQueries(this);
    }

    /// What can be done to a stack that is there.
    public Updates updates() {
        return new Updates(this);
    }

    /// What can be asked about operations.
    public EventQueries events() {
        return new EventQueries(this);
    }

    /// What can be done with change sets.
    public ChangeSets changeSets() {
        return new ChangeSets(this);
    }

    /// Begins to create a stack. The same token with the same request gives the same stack.
    ///
    /// @throws Refusal as CloudFormation refuses
    public CreateStackResponse createStack(CreateStackRequest request, String region) {
        StackRules.check(request);
        return on(region, home -> {
            var stack = home.once(request.clientRequestToken(), request, () -> create(request, home));
            return CreateStackResponse.builder()
                    .stackId(stack.id())
                    .operationId(new OperationLog(stack).id(OperationType.CREATE_STACK))
                    .build();
        });
    }

    private Stack create(CreateStackRequest request, RegionStacks home) {
        var template = StackRules.template(request.templateBody(), request.templateURL());
        StackRules.capability(template, request.capabilitiesAsStrings());
        StackRules.types(template, request.resourceTypes());
        StackRules.assumable(request.roleARN(), home.world());
        var parameters = Parameters.of(template, request.parameters(), home.world());
        var known = home.find(request.stackName());
        known.filter(stack -> !stack.status.equals(Review.STATUS)).ifPresent(_ -> {
            throw new Refusal(400, "AlreadyExistsException", "Stack [" + request.stackName() + "] already exists");
        });
        var stack = known.orElseGet(() -> home.newStack(request.stackName()));
        stack.follow(new Plan(stack, Desired.of(request, template, parameters)));
        if (known.isEmpty()) {
            home.add(stack);
        }
        stack.timeoutInMinutes = request.timeoutInMinutes();
        stack.isProtected = Boolean.TRUE.equals(request.enableTerminationProtection());
        var onFailure = request.onFailure() != null
                ? request.onFailure()
                : Boolean.TRUE.equals(request.disableRollback()) ? OnFailure.DO_NOTHING : OnFailure.ROLLBACK;
        stack.keepsWhatFails = onFailure == OnFailure.DO_NOTHING;
        new Creation(
                        stack,
                        onFailure,
                        Boolean.TRUE.equals(request.retainExceptOnCreate()),
                        request.clientRequestToken())
                .begin();
        return stack;
    }

    /// Begins to delete a stack; does nothing if there is none or it is being deleted.
    ///
    /// @throws Refusal as CloudFormation refuses
    public DeleteStackResponse deleteStack(DeleteStackRequest request, String region) {
        StackRules.check(request);
        return on(region, home -> {
            home.find(request.stackName())
                    .filter(stack -> !stack.isDeleted() && !stack.status.equals("DELETE_IN_PROGRESS"))
                    .ifPresent(stack -> home.once(request.clientRequestToken(), request, () -> delete(stack, request)));
            return DeleteStackResponse.builder().build();
        });
    }

    private static Stack delete(Stack stack, DeleteStackRequest request) {
        StackRules.assumable(request.roleARN(), stack.home().world());
        if (stack.isProtected) {
            throw Refusals.invalid(
                    "Stack [" + stack.name() + "] cannot be deleted while TerminationProtection is enabled");
        }
        if (stack.status.startsWith("UPDATE_") && stack.status.endsWith("_IN_PROGRESS")) {
            throw Refusals.invalid("Stack [" + stack.id() + "] cannot be deleted while in status " + stack.status);
        }
        if (stack.status.equals(Review.STATUS)) {
            Review.discard(stack, request.clientRequestToken());
            return stack;
        }
        List<String> retained = request.hasRetainResources() ? request.retainResources() : List.of();
        var isForced = request.deletionMode() == DeletionMode.FORCE_DELETE_STACK;
        if (!stack.status.equals("DELETE_FAILED")) {
            if (!retained.isEmpty()) {
                throw Refusals.invalid(
                        "Invalid operation on stack [" + stack.id()
                                + "]. When you delete a stack, specify which resources to retain only when the stack is in the DELETE_FAILED state.");
            }
            if (isForced) {
                throw Refusals.invalid(
                        "Invalid operation on stack [" + stack.id()
                                + "]. You can activate DeletionMode FORCE_DELETE_STACK in a delete stack operation only when the stack is in the DELETE_FAILED state.");
            }
        }
        new Deletion(
                        stack,
                        Deletion.Kind.DELETE,
                        "User Initiated",
                        new Deletion.Extent(retained, isForced, false),
                        request.clientRequestToken())
                .begin();
        return stack;
    }

    /// @throws Refusal if there is no such stack
    public UpdateTerminationProtectionResponse updateTerminationProtection(
            UpdateTerminationProtectionRequest request, String region) {
        return on(region, home -> {
            var stack = home.find(request.stackName())
                    .orElseThrow(() -> Refusals.invalid("Stack [" + request.stackName() + "] does not exist"));
            stack.isProtected = Boolean.TRUE.equals(request.enableTerminationProtection());
            return UpdateTerminationProtectionResponse.builder()
                    .stackId(stack.id())
                    .build();
        });
    }
}
