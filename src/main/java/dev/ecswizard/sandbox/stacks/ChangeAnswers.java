package dev.ecswizard.sandbox.stacks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecswizard.sandbox.stacks.Change.Action;
import dev.ecswizard.sandbox.stacks.Change.Detail;
import dev.ecswizard.sandbox.stacks.Change.Target;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.AttributeChangeType;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ChangeSource;
import software.amazon.awssdk.services.cloudformation.model.ChangeType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;

/// Puts change sets into the form that CloudFormation answers in.
final class ChangeAnswers {
    private static final JsonMapper JSON = new JsonMapper();

    private ChangeAnswers() {}

    /// All but the changes.
    static DescribeChangeSetResponse described(ChangeSet set) {
        var desired = set.plan().desired();
        var answer = DescribeChangeSetResponse.builder()
                .changeSetName(set.name())
                .changeSetId(set.id())
                .stackId(set.stack().id())
                .stackName(set.stack().name())
                .description(set.request().description())
                .creationTime(set.created())
                .executionStatus(set.executionStatus())
                .status(set.status())
                .statusReason(set.reason())
                .notificationARNs(desired.notificationArns())
                .rollbackConfiguration(desired.rollback())
                .capabilitiesWithStrings(desired.capabilities())
                .includeNestedStacks(Boolean.TRUE.equals(set.request().includeNestedStacks()))
                .onStackFailure(set.request().onStackFailure())
                .importExistingResources(set.request().importExistingResources());
        if (!desired.parameters().given().isEmpty()) {
            answer.parameters(StackAnswers.parameters(desired));
        }
        if (!desired.tags().isEmpty()) {
            answer.tags(desired.tags());
        }
        return answer.build();
    }

    static ChangeSetSummary summary(ChangeSet set) {
        return ChangeSetSummary.builder()
                .stackId(set.stack().id())
                .stackName(set.stack().name())
                .changeSetId(set.id())
                .changeSetName(set.name())
                .executionStatus(set.executionStatus())
                .status(set.status())
                .statusReason(set.reason())
                .creationTime(set.created())
                .description(set.request().description())
                .includeNestedStacks(Boolean.TRUE.equals(set.request().includeNestedStacks()))
                .importExistingResources(set.request().importExistingResources())
                .build();
    }

    /// Whether its values differ as far as they are known. Where they do not, the change is shown only to those who do
    /// not ask for values.
    static boolean hasValues(Change change) {
        return change.action() != Action.MODIFY || !change.values().isEmpty();
    }

    static software.amazon.awssdk.services.cloudformation.model.Change change(
            ChangeSet set, Change change, boolean withValues) {
        var details = withValues ? change.values() : change.details();
        var hidden = new Hidden(set.plan().desired(), set.stack().desired());
        var answer = ResourceChange.builder()
                .policyAction(change.policy().orElse(null))
                .action(
                        switch (change.action()) {
                            case ADD -> ChangeAction.ADD;
                            case MODIFY -> ChangeAction.MODIFY;
                            case REMOVE -> ChangeAction.REMOVE;
                        })
                .logicalResourceId(change.logicalId())
                .physicalResourceId(change.physicalId().isEmpty() ? null : change.physicalId())
                .resourceType(change.declared().type())
                .scopeWithStrings(change.scope())
                .details(details.stream()
                        .map(detail -> detail(detail, hidden, withValues))
                        .toList());
        if (change.action() == Action.MODIFY) {
            answer.replacement(
                    switch (change.replacement()) {
                        case NEVER -> Replacement.FALSE;
                        case CONDITIONALLY -> Replacement.CONDITIONAL;
                        case ALWAYS -> Replacement.TRUE;
                    });
        }
        if (withValues) {
            answer.beforeContext(
                    change.before().map(tree -> json(hidden.in(tree))).orElse(null));
            answer.afterContext(
                    change.after().map(tree -> json(hidden.in(tree))).orElse(null));
        }
        return software.amazon.awssdk.services.cloudformation.model.Change.builder()
                .type(ChangeType.RESOURCE)
                .resourceChange(answer.build())
                .build();
    }

    private static ResourceChangeDetail detail(Detail detail, Hidden hidden, boolean withValues) {
        return ResourceChangeDetail.builder()
                .target(target(detail.target(), hidden, withValues))
                .evaluation(detail.isStatic() ? EvaluationType.STATIC : EvaluationType.DYNAMIC)
                .changeSource(
                        switch (detail.source()) {
                            case DIRECT_MODIFICATION -> ChangeSource.DIRECT_MODIFICATION;
                            case PARAMETER_REFERENCE -> ChangeSource.PARAMETER_REFERENCE;
                            case RESOURCE_REFERENCE -> ChangeSource.RESOURCE_REFERENCE;
                            case RESOURCE_ATTRIBUTE -> ChangeSource.RESOURCE_ATTRIBUTE;
                        })
                .causingEntity(detail.cause().orElse(null))
                .build();
    }

    private static ResourceTargetDefinition target(Target target, Hidden hidden, boolean withValues) {
        var answer = ResourceTargetDefinition.builder()
                .attribute(target.attribute())
                .name(target.property().orElse(null))
                .requiresRecreation(
                        switch (target.recreation()) {
                            case NEVER -> RequiresRecreation.NEVER;
                            case CONDITIONALLY -> RequiresRecreation.CONDITIONALLY;
                            case ALWAYS -> RequiresRecreation.ALWAYS;
                        });
        target.difference()
                .filter(_ -> withValues)
                .ifPresent(difference -> answer.path("/" + difference.path())
                        .beforeValue(text(difference.before(), hidden))
                        .afterValue(text(difference.after(), hidden))
                        .attributeChangeType(
                                difference.before().isEmpty()
                                        ? AttributeChangeType.ADD
                                        : difference.after().isEmpty()
                                                ? AttributeChangeType.REMOVE
                                                : AttributeChangeType.MODIFY));
        return answer.build();
    }

    private static String text(Optional<Object> value, Hidden hidden) {
        return value.map(hidden::in)
                .map(shown -> shown instanceof String text ? text : json(shown))
                .orElse(null);
    }

    private static String json(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
