package dev.ecswizard.aws;

import static dev.ecswizard.aws.AwsNetworks.said;

import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.StandingStack;
import dev.ecswizard.cloud.StandingStacks;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/// The stacks that are there, from CloudFormation.
record AwsStandingStacks(Calls calls, CloudFormationClient cloudFormation) implements StandingStacks {
    @Override
    public List<StandingStack> list() {
        return calls.ask(
                "cloudformation:DescribeStacks",
                () -> cloudFormation.describeStacksPaginator().stacks().stream()
                        .map(AwsStandingStacks::standing)
                        .toList());
    }

    @Override
    public Optional<StandingStack> find(String nameOrId) {
        return AwsStacks.unlessGone(
                Optional.empty(),
                () -> calls.ask(
                        "cloudformation:DescribeStacks",
                        () -> cloudFormation.describeStacks(request -> request.stackName(nameOrId)).stacks().stream()
                                .map(AwsStandingStacks::standing)
                                .findFirst()));
    }

    @Override
    public void continueRollback(String stackId, List<String> skipped, String requestToken) {
        calls.ask(
                "cloudformation:ContinueUpdateRollback",
                () -> cloudFormation.continueUpdateRollback(request ->
                        request.stackName(stackId).resourcesToSkip(skipped).clientRequestToken(requestToken)));
    }

    @Override
    public void rollBack(String stackId, String requestToken) {
        calls.ask(
                "cloudformation:RollbackStack",
                () -> cloudFormation.rollbackStack(
                        request -> request.stackName(stackId).clientRequestToken(requestToken)));
    }

    @Override
    public void cancelUpdate(String stackId, String requestToken) {
        calls.ask(
                "cloudformation:CancelUpdateStack",
                () -> cloudFormation.cancelUpdateStack(
                        request -> request.stackName(stackId).clientRequestToken(requestToken)));
    }

    @Override
    public void delete(String stackId, DeletionExtent extent, String requestToken) {
        calls.ask(
                "cloudformation:DeleteStack",
                () -> cloudFormation.deleteStack(
                        request -> to(request, extent).stackName(stackId).clientRequestToken(requestToken)));
    }

    private static DeleteStackRequest.Builder to(DeleteStackRequest.Builder request, DeletionExtent extent) {
        return switch (extent) {
            case DeletionExtent.Whole _ -> request;
            case DeletionExtent.Retaining(var logicalIds) -> request.retainResources(logicalIds);
            case DeletionExtent.Forced _ -> request.deletionMode(DeletionMode.FORCE_DELETE_STACK);
        };
    }

    @Override
    public void protect(String stackId, boolean isProtected) {
        calls.ask(
                "cloudformation:UpdateTerminationProtection",
                () -> cloudFormation.updateTerminationProtection(
                        request -> request.stackName(stackId).enableTerminationProtection(isProtected)));
    }

    private static StandingStack standing(Stack stack) {
        return new StandingStack(
                AwsStacks.stack(stack),
                said(stack.description()),
                Boolean.TRUE.equals(stack.enableTerminationProtection()));
    }
}
