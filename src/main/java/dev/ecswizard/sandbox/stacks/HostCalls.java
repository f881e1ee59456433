package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.ResourceSignalStatus;
import software.amazon.awssdk.services.cloudformation.model.SignalResourceRequest;
import software.amazon.awssdk.services.cloudformation.model.SignalResourceResponse;

/// What hosts ask of CloudFormation: cfn-init for a resource's metadata, cfn-signal to be heard.
public final class HostCalls {
    private static final Set<String> SIGNALLED = Set.of(
            "AWS::AutoScaling::AutoScalingGroup",
            "AWS::EC2::Instance",
            "AWS::CloudFormation::WaitCondition",
            "AWS::AppStream::Fleet");

    private final CloudFormation stacks;

    HostCalls(CloudFormation stacks) {
        this.stacks = stacks;
    }

    /// @throws Refusal unless the resource waits for signals
    public SignalResourceResponse signalResource(SignalResourceRequest request, String region) {
        require(request.stackName(), "stackName");
        require(request.logicalResourceId(), "logicalResourceId");
        require(request.uniqueId(), "uniqueId");
        require(request.statusAsString(), "status");
        if (request.uniqueId().isEmpty()) {
            throw Refusals.constraint("", "uniqueId", "Member must have length greater than or equal to 1");
        }
        if (request.uniqueId().length() > 64) {
            throw Refusals.constraint(
                    request.uniqueId(), "uniqueId", "Member must have length less than or equal to 64");
        }
        if (request.status() == ResourceSignalStatus.UNKNOWN_TO_SDK_VERSION) {
            throw Refusals.constraint(
                    request.statusAsString(), "status", "Member must satisfy enum value set: [SUCCESS, FAILURE]");
        }
        return stacks.on(region, home -> {
            deliver(
                    home,
                    request.stackName(),
                    request.logicalResourceId(),
                    request.uniqueId(),
                    request.status() == ResourceSignalStatus.SUCCESS);
            return SignalResourceResponse.builder().build();
        });
    }

    private static void require(String value, String member) {
        if (value == null) {
            throw Refusals.constraint("null", member, "Member must not be null");
        }
    }

    /// A signal of a host. To be called under the agenda's lock.
    ///
    /// @throws Refusal unless the resource waits for signals
    public void deliver(String region, String stack, String resource, String id, boolean isSuccess) {
        deliver(stacks.home(region), stack, resource, id, isSuccess);
    }

    /// A deleted stack has no resources that could be signaled; its name is free.
    private static void deliver(RegionStacks home, String name, String resource, String id, boolean isSuccess) {
        var stack = home.find(name)
                .filter(found -> !found.isDeleted())
                .orElseThrow(() -> Refusals.invalid("Stack " + name + " does not exist"));
        if (!stack.status.endsWith("_IN_PROGRESS")) {
            throw Refusals.invalid(
                    "Stack:" + stack.id() + " is in " + stack.status + " state and can not be signaled.");
        }
        var member = Optional.ofNullable(stack.members().get(resource))
                .orElseThrow(
                        () -> Refusals.invalid("Resource " + resource + " does not exist for stack " + stack.name()));
        if (!SIGNALLED.contains(member.declared().type())) {
            throw Refusals.invalid(
                    "Resource " + resource + " is of type " + member.declared().type() + " and cannot be signaled");
        }
        if (member.signals == null || !member.signals.isOpen()) {
            throw Refusals.invalid(
                    "Resource " + resource + " is in " + member.status + " state and can not be signaled.");
        }
        member.signals.receive(id, isSuccess);
    }

    /// The metadata of a resource, functions worked out, as text; empty if the stack or the resource is not there. To
    /// be called under the agenda's lock.
    public Optional<String> metadata(String region, String stackName, String resource) {
        return stacks.home(region)
                .find(stackName)
                .filter(stack -> !stack.isDeleted())
                .flatMap(stack -> Optional.ofNullable(stack.members().get(resource))
                        .map(member -> String.valueOf(member.metadata())));
    }
}
