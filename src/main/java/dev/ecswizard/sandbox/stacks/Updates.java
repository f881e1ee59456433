package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.RollbackStackRequest;
import software.amazon.awssdk.services.cloudformation.model.RollbackStackResponse;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackResponse;

/// What can be done to a stack that is there, except to delete it. Every operation refuses with [Refusal], in
/// CloudFormation's words; the same token with the same request does nothing a second time.
public final class Updates {
    private final CloudFormation engine;

    Updates(CloudFormation engine) {
        this.engine = engine;
    }

    public UpdateStackResponse updateStack(UpdateStackRequest request, String region) {
        StackRules.check(request);
        return engine.on(region, home -> {
            var stack = home.once(request.clientRequestToken(), request, () -> update(request, home));
            return UpdateStackResponse.builder().stackId(stack.id()).build();
        });
    }

    private static Stack update(UpdateStackRequest request, RegionStacks home) {
        var stack = home.existing(request.stackName());
        mayBeUpdated(stack);
        var plan = new Plan(stack, desired(request, stack));
        keepsTypes(stack, plan);
        if (stack.isStable() && new Changes(stack, plan).isNothing()) {
            throw Refusals.invalid("No updates are to be performed.");
        }
        var terms = new Update.Terms(
                Boolean.TRUE.equals(request.disableRollback()),
                Boolean.TRUE.equals(request.retainExceptOnCreate()),
                request.clientRequestToken());
        new Update(stack, plan, terms).begin();
        return stack;
    }

    /// @throws Refusal if nothing can be changed while it is in its state
    static void mayBeUpdated(Stack stack) {
        if (!stack.isStable() && !stack.status.equals("CREATE_FAILED") && !stack.status.equals("UPDATE_FAILED")) {
            throw Refusals.invalid("Stack:" + stack.id() + " is in " + stack.status + " state and can not be updated.");
        }
    }

    static Desired desired(UpdateStackRequest request, Stack stack) {
        var before = stack.desired();
        var template = template(request, before);
        StackRules.capability(template, request.capabilitiesAsStrings());
        var world = stack.home().world();
        StackRules.assumable(request.roleARN(), world);
        return new Desired(
                template,
                Parameters.of(template, values(request.parameters(), before.parameters()), world),
                request.hasTags() ? request.tags() : before.tags(),
                request.capabilitiesAsStrings(),
                request.hasNotificationARNs() ? request.notificationARNs() : before.notificationArns(),
                request.roleARN() == null ? before.roleArn() : request.roleARN(),
                request.rollbackConfiguration() == null ? before.rollback() : request.rollbackConfiguration());
    }

    private static Template template(UpdateStackRequest request, Desired before) {
        if (!Boolean.TRUE.equals(request.usePreviousTemplate())) {
            return StackRules.template(request.templateBody(), request.templateURL());
        }
        if (request.templateBody() != null || request.templateURL() != null) {
            throw Refusals.invalid("You cannot specify both usePreviousTemplate and Template Body/Template Url");
        }
        return before.template();
    }

    /// The values in a request, with those of before where it refers to them.
    static List<Parameter> values(List<Parameter> request, Parameters before) {
        return request.stream()
                .map(parameter ->
                        Boolean.TRUE.equals(parameter.usePreviousValue()) && before.has(parameter.parameterKey())
                                ? parameter.toBuilder()
                                        .usePreviousValue(null)
                                        .parameterValue(before.given().get(parameter.parameterKey()))
                                        .build()
                                : parameter)
                .toList();
    }

    static void keepsTypes(Stack stack, Plan plan) {
        var changed = new TreeSet<String>();
        plan.resources().forEach((name, declared) -> {
            var member = stack.members().get(name);
            if (member != null && !member.declared().type().equals(declared.type())) {
                changed.add(name);
            }
        });
        if (!changed.isEmpty()) {
            throw Refusals.invalid(
                    "Update of resource type is not permitted. The new template modifies resource type of the following resources: "
                            + changed);
        }
    }

    public CancelUpdateStackResponse cancelUpdateStack(CancelUpdateStackRequest request, String region) {
        StackRules.present(request.stackName(), "stackName");
        StackRules.token(request.clientRequestToken());
        return engine.on(region, home -> {
            home.once(request.clientRequestToken(), request, () -> {
                var stack = home.existing(request.stackName());
                if (!stack.status.equals("UPDATE_IN_PROGRESS") || !(stack.operation instanceof Update update)) {
                    throw Refusals.invalid("CancelUpdateStack cannot be called from current stack status");
                }
                update.cancel(request.clientRequestToken());
                return stack;
            });
            return CancelUpdateStackResponse.builder().build();
        });
    }

    public ContinueUpdateRollbackResponse continueUpdateRollback(ContinueUpdateRollbackRequest request, String region) {
        StackRules.present(request.stackName(), "stackName");
        StackRules.token(request.clientRequestToken());
        StackRules.role(request.roleARN());
        return engine.on(region, home -> {
            home.once(request.clientRequestToken(), request, () -> goOn(request, home));
            return ContinueUpdateRollbackResponse.builder().build();
        });
    }

    private static Stack goOn(ContinueUpdateRollbackRequest request, RegionStacks home) {
        var stack = home.existing(request.stackName());
        StackRules.assumable(request.roleARN(), home.world());
        if (!stack.status.equals("UPDATE_ROLLBACK_FAILED")) {
            throw Refusals.invalid("ContinueUpdateRollback cannot be called from current stack status");
        }
        var failed = Restoring.failed(stack);
        for (var name : request.resourcesToSkip()) {
            if (!failed.contains(name)) {
                throw Refusals.invalid("Resource [" + name + "] is not in a failed state and cannot be skipped");
            }
        }
        new Restoring(
                        stack,
                        "User Initiated",
                        Set.copyOf(request.resourcesToSkip()),
                        false,
                        request.clientRequestToken())
                .begin();
        return stack;
    }

    public RollbackStackResponse rollbackStack(RollbackStackRequest request, String region) {
        StackRules.present(request.stackName(), "stackName");
        StackRules.token(request.clientRequestToken());
        StackRules.role(request.roleARN());
        return engine.on(region, home -> {
            var stack = home.once(request.clientRequestToken(), request, () -> rollBack(request, home));
            return RollbackStackResponse.builder().stackId(stack.id()).build();
        });
    }

    private static Stack rollBack(RollbackStackRequest request, RegionStacks home) {
        var stack = home.existing(request.stackName());
        StackRules.assumable(request.roleARN(), home.world());
        if (!stack.status.equals("CREATE_FAILED") && !stack.status.equals("UPDATE_FAILED")) {
            throw Refusals.invalid("RollbackStack cannot be called from current stack status");
        }
        var keepsNothing = Boolean.TRUE.equals(request.retainExceptOnCreate());
        Restoring.orDeletion(stack, "User Initiated", keepsNothing, request.clientRequestToken())
                .begin();
        return stack;
    }
}
