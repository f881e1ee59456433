package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetHooksStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetHooksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetHooksResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;

/// What can be done with change sets. Every operation refuses with [Refusal], in CloudFormation's words.
public final class ChangeSets {
    private final CloudFormation engine;

    ChangeSets(CloudFormation engine) {
        this.engine = engine;
    }

    /// Begins to work out a change set, of a new stack or of one that is there. The same request with the same token
    /// gives the same change set.
    public CreateChangeSetResponse createChangeSet(CreateChangeSetRequest request, String region) {
        ChangeSetRules.check(request);
        return engine.on(region, home -> {
            var set = create(request, home);
            return CreateChangeSetResponse.builder()
                    .id(set.id())
                    .stackId(set.stack().id())
                    .build();
        });
    }

    private ChangeSet create(CreateChangeSetRequest request, RegionStacks home) {
        var isCreate = request.changeSetType() == ChangeSetType.CREATE;
        var known = home.find(request.stackName());
        var repeated =
                known.flatMap(stack -> pending(stack, request.changeSetName())).map(set -> same(set, request));
        if (repeated.isPresent()) {
            return repeated.get();
        }
        var stack = isCreate ? reviewed(known, request, home) : updatable(known, request);
        var desired = ChangeSetRules.desired(request, stack);
        var plan = new Plan(stack, desired);
        if (!isCreate) {
            Updates.keepsTypes(stack, plan);
        }
        var set = new ChangeSet(stack, request, plan);
        if (isCreate && known.isEmpty()) {
            home.add(stack);
            new Review(stack, set.operationId(), request.clientToken()).begin();
        }
        stack.changeSets.add(set);
        set.begin();
        return set;
    }

    private static ChangeSet same(ChangeSet set, CreateChangeSetRequest request) {
        for (var field : request.sdkFields()) {
            if (!Objects.equals(field.getValueOrDefault(set.request()), field.getValueOrDefault(request))) {
                throw new Refusal(
                        400,
                        "AlreadyExistsException",
                        "ChangeSet " + set.name() + " cannot be created due to a mismatch with existing attribute "
                                + (Objects.equals(set.request().clientToken(), request.clientToken())
                                        ? field.memberName()
                                        : "ClientToken"));
            }
        }
        return set;
    }

    private static Stack reviewed(Optional<Stack> known, CreateChangeSetRequest request, RegionStacks home) {
        known.filter(stack -> !stack.status.equals(Review.STATUS)).ifPresent(_ -> {
            throw Refusals.invalid("Stack [" + request.stackName()
                    + "] already exists and cannot be created again with the changeSet [" + request.changeSetName()
                    + "].");
        });
        StackRules.name(request.stackName());
        return known.orElseGet(() -> home.newStack(request.stackName()));
    }

    private static Stack updatable(Optional<Stack> known, CreateChangeSetRequest request) {
        // one that was never made does not exist yet: aws/aws-cdk#6674
        var stack = known.filter(one -> !one.status.equals(Review.STATUS))
                .orElseThrow(() -> unknownStack(request.stackName()));
        Updates.mayBeUpdated(stack);
        return stack;
    }

    private static Refusal unknownStack(String name) {
        return Refusals.invalid("Stack [" + name + "] does not exist");
    }

    private static Optional<ChangeSet> pending(Stack stack, String name) {
        return stack.changeSets.reversed().stream()
                .filter(set -> set.isPending() && set.name().equals(name))
                .findFirst();
    }

    /// By its ARN; or by its name and its stack's: of those that were carried out the latest, if there is no other.
    ///
    /// @throws Refusal unless there is a stack and it is clear which is meant
    private static Optional<ChangeSet> find(String nameOrId, String stackName, RegionStacks home) {
        if (nameOrId.startsWith("arn:")) {
            return home.all().stream()
                    .flatMap(stack -> stack.changeSets.stream())
                    .filter(set -> set.id().equals(nameOrId) && !set.isDeleted())
                    .findFirst();
        }
        if (stackName == null) {
            throw Refusals.invalid("StackName must be specified if ChangeSetName is not specified as an ARN.");
        }
        var stack = home.find(stackName).orElseThrow(() -> unknownStack(stackName));
        return pending(stack, nameOrId)
                .or(() -> stack.changeSets.reversed().stream()
                        .filter(set -> !set.isDeleted()
                                && set.name().equals(nameOrId)
                                && !set.executionStatus().equals("OBSOLETE"))
                        .findFirst());
    }

    /// @throws Refusal if there is none
    <T> T on(String region, String nameOrId, String stackName, Function<ChangeSet, T> question) {
        ChangeSetRules.nameOrId(nameOrId);
        return engine.on(
                region,
                home -> question.apply(find(nameOrId, stackName, home)
                        .orElseThrow(() ->
                                new Refusal(404, "ChangeSetNotFound", "ChangeSet [" + nameOrId + "] does not exist"))));
    }

    public DescribeChangeSetResponse describeChangeSet(DescribeChangeSetRequest request, String region) {
        return on(region, request.changeSetName(), request.stackName(), set -> {
            var withValues = Boolean.TRUE.equals(request.includePropertyValues());
            var changes = set.changes().stream()
                    .filter(change -> !withValues || ChangeAnswers.hasValues(change))
                    .toList();
            var page = StackQueries.page(changes, request.nextToken());
            return ChangeAnswers.described(set).toBuilder()
                    .changes(page.items().stream()
                            .map(change -> ChangeAnswers.change(set, change, withValues))
                            .toList())
                    .nextToken(page.next())
                    .build();
        });
    }

    /// There are no hooks.
    public DescribeChangeSetHooksResponse describeChangeSetHooks(DescribeChangeSetHooksRequest request, String region) {
        return on(
                region,
                request.changeSetName(),
                request.stackName(),
                set -> DescribeChangeSetHooksResponse.builder()
                        .changeSetId(set.id())
                        .changeSetName(set.name())
                        .stackId(set.stack().id())
                        .stackName(set.stack().name())
                        .status(
                                switch (set.status()) {
                                    case "CREATE_COMPLETE" -> ChangeSetHooksStatus.PLANNED;
                                    case "FAILED" -> ChangeSetHooksStatus.UNAVAILABLE;
                                    default -> ChangeSetHooksStatus.PLANNING;
                                })
                        .hooks(List.of())
                        .build());
    }

    /// Those that can still become something, oldest first.
    public ListChangeSetsResponse listChangeSets(ListChangeSetsRequest request, String region) {
        StackRules.present(request.stackName(), "stackName");
        return engine.on(region, home -> {
            var stack = home.find(request.stackName()).orElseThrow(() -> unknownStack(request.stackName()));
            var pending = stack.changeSets.stream().filter(ChangeSet::isPending).toList();
            var page = StackQueries.page(pending, request.nextToken());
            return ListChangeSetsResponse.builder()
                    .summaries(page.items().stream().map(ChangeAnswers::summary).toList())
                    .nextToken(page.next())
                    .build();
        });
    }

    /// Begins to carry a change set out; the stack's others become obsolete. The same token with the same request does
    /// nothing a second time.
    public ExecuteChangeSetResponse executeChangeSet(ExecuteChangeSetRequest request, String region) {
        StackRules.token(request.clientRequestToken());
        return on(region, request.changeSetName(), request.stackName(), set -> {
            set.execute(request);
            return ExecuteChangeSetResponse.builder().build();
        });
    }

    /// Does nothing if there is no such change set. A stack that it was to create stays where it is.
    public DeleteChangeSetResponse deleteChangeSet(DeleteChangeSetRequest request, String region) {
        ChangeSetRules.nameOrId(request.changeSetName());
        return engine.on(region, home -> {
            find(request.changeSetName(), request.stackName(), home).ifPresent(set -> {
                if (set.executionStatus().equals("EXECUTE_IN_PROGRESS")) {
                    throw set.refused("deleted", "execution status", set.executionStatus());
                }
                if (set.status().endsWith("_PENDING") || set.status().endsWith("_IN_PROGRESS")) {
                    throw set.refused("deleted", "status", set.status());
                }
                set.delete();
            });
            return DeleteChangeSetResponse.builder().build();
        });
    }
}
