package dev.ecswizard.aws;

import static dev.ecswizard.aws.AwsNetworks.said;
import static java.util.stream.Collectors.toMap;

import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.GroupSizes;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackResource;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.StackSummary;
import dev.ecswizard.cloud.Stacks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;
import software.amazon.awssdk.services.ecs.EcsClient;

/// Stacks, from CloudFormation, and their clusters' services, from ECS.
///
/// @param ecs made only when services are asked for
/// @param autoScaling made only when a group is asked for
/// @param watching how long a call may take that is made again in a moment
/// @param limit of a look at events and states
record AwsStacks(
        Calls calls,
        CloudFormationClient cloudFormation,
        Supplier<EcsClient> ecs,
        Supplier<AutoScalingClient> autoScaling,
        Duration watching,
        Limit limit)
        implements Stacks {
    private static final List<String> NOT_DELETED =
            software.amazon.awssdk.services.cloudformation.model.StackStatus.knownValues().stream()
                    .map(Object::toString)
                    .filter(status -> !status.equals("DELETE_COMPLETE"))
                    .sorted()
                    .toList();

    @Override
    public Stacks watched() {
        return new AwsStacks(calls, cloudFormation, ecs, autoScaling, watching, Limit.of(watching));
    }

    @Override
    public Validation validate(String template) {
        var answer = calls.ask(
                "cloudformation:ValidateTemplate",
                () -> cloudFormation.validateTemplate(request -> request.templateBody(template)));
        return new Validation(Set.copyOf(answer.capabilitiesAsStrings()), said(answer.capabilitiesReason()));
    }

    @Override
    public ChangeSets changeSets() {
        return new AwsChangeSets(calls, cloudFormation);
    }

    @Override
    public String template(String stackId) {
        return said(calls.ask(
                "cloudformation:GetTemplate",
                () -> cloudFormation
                        .getTemplate(request -> request.stackName(stackId).templateStage(TemplateStage.ORIGINAL))
                        .templateBody()));
    }

    @Override
    public Optional<GroupSizes> groupSizes(String group) {
        return calls.ask(
                "autoscaling:DescribeAutoScalingGroups",
                () -> autoScaling
                        .get()
                        .describeAutoScalingGroups(request -> request.autoScalingGroupNames(group))
                        .autoScalingGroups()
                        .stream()
                        .map(found -> new GroupSizes(found.minSize(), found.desiredCapacity(), found.maxSize()))
                        .findFirst());
    }

    @Override
    public Optional<Stack> find(String nameOrId) {
        return unlessGone(
                Optional.empty(),
                () -> calls.ask(
                        "cloudformation:DescribeStacks",
                        () -> cloudFormation
                                .describeStacks(
                                        request -> request.stackName(nameOrId).overrideConfiguration(limit))
                                .stacks()
                                .stream()
                                .map(AwsStacks::stack)
                                .findFirst()));
    }

    @Override
    public List<StackSummary> list() {
        return calls.ask(
                "cloudformation:ListStacks",
                () -> cloudFormation
                        .listStacksPaginator(request -> request.stackStatusFiltersWithStrings(NOT_DELETED))
                        .stackSummaries()
                        .stream()
                        .map(stack -> new StackSummary(
                                stack.stackId(), stack.stackName(), new StackStatus(stack.stackStatusAsString())))
                        .toList());
    }

    @Override
    public EventPage events(String stackId, Optional<String> page) {
        var answer = calls.ask(
                "cloudformation:DescribeStackEvents",
                () -> cloudFormation.describeStackEvents(request ->
                        request.stackName(stackId).nextToken(page.orElse(null)).overrideConfiguration(limit)));
        return new EventPage(
                answer.stackEvents().stream().map(AwsStacks::event).toList(),
                Optional.ofNullable(answer.nextToken()).filter(token -> !token.isEmpty()));
    }

    @Override
    public List<StackResource> resources(String stackId) {
        return calls.ask(
                "cloudformation:ListStackResources",
                () ->
                        cloudFormation
                                .listStackResourcesPaginator(request -> request.stackName(stackId))
                                .stackResourceSummaries()
                                .stream()
                                .map(resource -> new StackResource(
                                        resource.logicalResourceId(),
                                        said(resource.physicalResourceId()),
                                        said(resource.resourceType()),
                                        new StackStatus(said(resource.resourceStatusAsString())),
                                        said(resource.resourceStatusReason())))
                                .toList());
    }

    @Override
    public void delete(String stackId, String requestToken) {
        calls.ask(
                "cloudformation:DeleteStack",
                () -> cloudFormation.deleteStack(
                        request -> request.stackName(stackId).clientRequestToken(requestToken)));
    }

    @Override
    public List<String> services(String cluster) {
        return unlessGone(
                List.of(),
                () -> calls.ask(
                        "ecs:ListServices",
                        () -> ecs
                                .get()
                                .listServicesPaginator(
                                        request -> request.cluster(cluster).maxResults(100))
                                .serviceArns()
                                .stream()
                                .toList()));
    }

    static <T> T unlessGone(T gone, Supplier<T> question) {
        try {
            return question.get();
        } catch (CloudProblem problem) {
            if (problem.kind() == CloudProblem.Kind.NOT_FOUND) {
                return gone;
            }
            throw problem;
        }
    }

    static Stack stack(software.amazon.awssdk.services.cloudformation.model.Stack stack) {
        return new Stack(
                stack.stackId(),
                stack.stackName(),
                new StackStatus(stack.stackStatusAsString()),
                said(stack.stackStatusReason()),
                stack.creationTime(),
                stack.parameters().stream()
                        .collect(toMap(Parameter::parameterKey, each -> said(each.parameterValue()), (one, _) -> one)),
                stack.tags().stream().collect(toMap(Tag::key, each -> said(each.value()), (one, _) -> one)),
                stack.outputs().stream().map(AwsStacks::output).toList());
    }

    private static Stack.Output output(Output output) {
        return new Stack.Output(output.outputKey(), said(output.outputValue()), said(output.description()));
    }

    private static StackEvent event(software.amazon.awssdk.services.cloudformation.model.StackEvent event) {
        return new StackEvent(
                event.eventId(),
                event.timestamp(),
                event.stackId(),
                said(event.logicalResourceId()),
                said(event.physicalResourceId()),
                said(event.resourceType()),
                new StackStatus(said(event.resourceStatusAsString())),
                said(event.resourceStatusReason()),
                said(event.clientRequestToken()));
    }
}
