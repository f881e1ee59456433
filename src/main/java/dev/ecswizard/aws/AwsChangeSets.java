package dev.ecswizard.aws;

import static dev.ecswizard.aws.AwsNetworks.said;

import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSet;
import dev.ecswizard.cloud.ChangeSets;
import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.ResourceChange.Action;
import dev.ecswizard.cloud.ResourceChange.Detail;
import dev.ecswizard.cloud.ResourceChange.Replacement;
import dev.ecswizard.cloud.StackStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.EventType;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/// Change sets, from CloudFormation.
record AwsChangeSets(Calls calls, CloudFormationClient cloudFormation) implements ChangeSets {
    @Override
    public Proposed propose(ChangeRequest change) {
        var answer = calls.ask(
                "cloudformation:CreateChangeSet",
                () -> cloudFormation.createChangeSet(request -> request.stackName(change.stack())
                        .changeSetName(change.name())
                        .changeSetType(change.isNew() ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                        .templateBody(change.template().orElse(null))
                        .usePreviousTemplate(change.template().isEmpty() ? true : null)
                        .parameters(parameters(change.parameters()))
                        .tags(change.tags().map(AwsChangeSets::tags).orElse(null))
                        .capabilitiesWithStrings(change.capabilities())
                        .clientToken(change.requestToken())));
        return new Proposed(answer.id(), answer.stackId());
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    @Override
    public ChangeSet read(String changeSet, Optional<String> page) {
        var answer = calls.ask(
                "cloudformation:DescribeChangeSet",
                () -> cloudFormation.describeChangeSet(request -> request.changeSetName(changeSet)
                        .includePropertyValues(true)
                        .nextToken(page.orElse(null))));
        return new ChangeSet(
                answer.changeSetId(),
                answer.stackId(),
                new StackStatus(said(answer.statusAsString())),
                said(answer.statusReason()),
                said(answer.executionStatusAsString()),
                answer.changes().stream()
                        .map(Change::resourceChange)
                        .filter(Objects::nonNull)
                        .map(AwsChangeSets::change)
                        .toList(),
                Optional.ofNullable(answer.nextToken()).filter(token -> !token.isEmpty()));
    }

    @Override
    public List<String> objections(String changeSet) {
        return calls.ask(
                "cloudformation:DescribeEvents",
                () -> cloudFormation
                        .describeEventsPaginator(request ->
                                request.changeSetName(changeSet).filters(filter -> filter.failedEvents(true)))
                        .operationEvents()
                        .stream()
                        .filter(event -> event.eventType() == EventType.VALIDATION_ERROR)
                        .map(event -> said(event.logicalResourceId()) + ": " + said(event.validationStatusReason()))
                        .distinct()
                        .toList());
    }

    @Override
    public List<String> pending(String stackId) {
        return calls.ask(
                "cloudformation:ListChangeSets",
                () -> cloudFormation.listChangeSetsPaginator(request -> request.stackName(stackId)).summaries().stream()
                        .map(ChangeSetSummary::changeSetId)
                        .toList());
    }

    @Override
    public void execute(String changeSet, boolean keepsWhatFails, String requestToken) {
        calls.ask(
                "cloudformation:ExecuteChangeSet",
                () -> cloudFormation.executeChangeSet(request -> request.changeSetName(changeSet)
                        .disableRollback(keepsWhatFails)
                        .clientRequestToken(requestToken)));
    }

    @Override
    public void discard(String changeSet) {
        calls.ask(
                "cloudformation:DeleteChangeSet",
                () -> cloudFormation.deleteChangeSet(request -> request.changeSetName(changeSet)));
    }

    private static List<Parameter> parameters(Map<String, Optional<String>> values) {
        return values.entrySet().stream()
                .map(value -> Parameter.builder()
                        .parameterKey(value.getKey())
                        .parameterValue(value.getValue().orElse(null))
                        .usePreviousValue(value.getValue().isEmpty() ? true : null)
                        .build())
                .toList();
    }

    private static ResourceChange change(software.amazon.awssdk.services.cloudformation.model.ResourceChange change) {
        var action = switch (change.action()) {
            case ADD -> Action.ADD;
            case MODIFY -> Action.MODIFY;
            case REMOVE -> Action.REMOVE;
            case null, default -> Action.OTHER;
        };
        return new ResourceChange(
                action,
                said(change.logicalResourceId()),
                said(change.physicalResourceId()),
                said(change.resourceType()),
                replacement(change.replacementAsString()),
                said(change.policyActionAsString()).endsWith("Retain"),
                change.scopeAsStrings(),
                change.details().stream()
                        .filter(detail -> detail.target() != null)
                        .map(AwsChangeSets::detail)
                        .toList());
    }

    private static Detail detail(ResourceChangeDetail detail) {
        var target = detail.target();
        return new Detail(
                said(target.attributeAsString()),
                path(target),
                said(target.beforeValue()),
                said(target.afterValue()),
                replacement(target.requiresRecreationAsString()),
                detail.evaluation() != EvaluationType.DYNAMIC,
                said(detail.causingEntity()));
    }

    private static String path(ResourceTargetDefinition target) {
        var path = said(target.path());
        if (!path.isEmpty()) {
            return path.startsWith("/") ? path.substring(1) : path;
        }
        var attribute = said(target.attributeAsString());
        return said(target.name()).isEmpty() ? attribute : attribute + "/" + target.name();
    }

    /// CloudFormation's words are True, False and Conditional for a resource; Always, Never and Conditionally for a
    /// place.
    private static Replacement replacement(String word) {
        return switch (said(word)) {
            case "True", "Always" -> Replacement.CERTAIN;
            case "Conditional", "Conditionally" -> Replacement.PERHAPS;
            default -> Replacement.NEVER;
        };
    }
}
