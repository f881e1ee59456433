package dev.ecswizard.sandbox.stacks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.ParameterConstraints;
import software.amazon.awssdk.services.cloudformation.model.ParameterDeclaration;
import software.amazon.awssdk.services.cloudformation.model.ResourceIdentifierSummary;
import software.amazon.awssdk.services.cloudformation.model.StackDriftInformation;
import software.amazon.awssdk.services.cloudformation.model.StackDriftInformationSummary;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDetail;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftInformation;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftInformationSummary;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSummary;
import software.amazon.awssdk.services.cloudformation.model.TemplateParameter;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.Warnings;

/// Puts stacks, resources and templates into the form that CloudFormation answers in.
final class StackAnswers {
    private static final JsonMapper JSON = new JsonMapper();

    private StackAnswers() {}

    static software.amazon.awssdk.services.cloudformation.model.Stack stack(Stack stack) {
        var desired = stack.desired();
        return software.amazon.awssdk.services.cloudformation.model.Stack.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .changeSetId(stack.changeSetId)
                .lastOperations(new OperationLog(stack).last())
                .description(stack.template().description())
                .parameters(parameters(desired))
                .creationTime(stack.created)
                .lastUpdatedTime(stack.updated)
                .deletionTime(stack.deleted)
                .rollbackConfiguration(desired.rollback())
                .stackStatus(stack.status)
                .stackStatusReason(stack.reason)
                .disableRollback(stack.keepsWhatFails)
                .notificationARNs(desired.notificationArns())
                .timeoutInMinutes(stack.timeoutInMinutes)
                .capabilitiesWithStrings(desired.capabilities())
                .outputs(stack.outputs)
                .roleARN(desired.roleArn())
                .tags(desired.tags())
                .enableTerminationProtection(stack.isProtected)
                .driftInformation(StackDriftInformation.builder()
                        .stackDriftStatus(StackDriftStatus.NOT_CHECKED)
                        .build())
                .build();
    }

    static List<software.amazon.awssdk.services.cloudformation.model.Parameter> parameters(Desired desired) {
        return desired.parameters().given().entrySet().stream()
                .map(entry -> {
                    var isSecret =
                            desired.template().parameters().get(entry.getKey()).isSecret();
                    return software.amazon.awssdk.services.cloudformation.model.Parameter.builder()
                            .parameterKey(entry.getKey())
                            .parameterValue(isSecret ? Hidden.MARK : entry.getValue())
                            .resolvedValue(desired.parameters().resolved().get(entry.getKey()))
                            .build();
                })
                .toList();
    }

    static StackSummary summary(Stack stack) {
        return StackSummary.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .templateDescription(stack.template().description())
                .lastOperations(new OperationLog(stack).last())
                .creationTime(stack.created)
                .lastUpdatedTime(stack.updated)
                .deletionTime(stack.deleted)
                .stackStatus(stack.status)
                .stackStatusReason(stack.reason)
                .driftInformation(StackDriftInformationSummary.builder()
                        .stackDriftStatus(StackDriftStatus.NOT_CHECKED)
                        .build())
                .build();
    }

    static StackResource resource(Stack stack, Member member) {
        return StackResource.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .logicalResourceId(member.logicalId())
                .physicalResourceId(orNull(member.physicalId))
                .resourceType(member.declared().type())
                .timestamp(member.time)
                .resourceStatus(member.status)
                .resourceStatusReason(member.reason)
                .driftInformation(StackResourceDriftInformation.builder()
                        .stackResourceDriftStatus(StackResourceDriftStatus.NOT_CHECKED)
                        .build())
                .build();
    }

    static StackResourceDetail detail(Stack stack, Member member) {
        return StackResourceDetail.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .logicalResourceId(member.logicalId())
                .physicalResourceId(orNull(member.physicalId))
                .resourceType(member.declared().type())
                .lastUpdatedTimestamp(member.time)
                .resourceStatus(member.status)
                .resourceStatusReason(member.reason)
                .metadata(metadata(stack, member))
                .driftInformation(StackResourceDriftInformation.builder()
                        .stackResourceDriftStatus(StackResourceDriftStatus.NOT_CHECKED)
                        .build())
                .build();
    }

    /// What cfn-init reads: worked out as far as its resources exist.
    private static String metadata(Stack stack, Member member) {
        var metadata = Tree.map(member.declared().body(), "Metadata");
        if (metadata.isEmpty() || member.made == null) {
            return null;
        }
        try {
            return JSON.writeValueAsString(stack.functions().value(metadata));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static StackResourceSummary line(Member member) {
        return StackResourceSummary.builder()
                .logicalResourceId(member.logicalId())
                .physicalResourceId(orNull(member.physicalId))
                .resourceType(member.declared().type())
                .lastUpdatedTimestamp(member.time)
                .resourceStatus(member.status)
                .resourceStatusReason(member.reason)
                .driftInformation(StackResourceDriftInformationSummary.builder()
                        .stackResourceDriftStatus(StackResourceDriftStatus.NOT_CHECKED)
                        .build())
                .build();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static ValidateTemplateResponse validated(Template template) {
        return ValidateTemplateResponse.builder()
                .parameters(template.parameters().values().stream()
                        .map(parameter -> TemplateParameter.builder()
                                .parameterKey(parameter.name())
                                .defaultValue(parameter.defaultValue().orElse(null))
                                .noEcho(parameter.isSecret())
                                .description(parameter.text("Description").orElse(null))
                                .build())
                        .toList())
                .description(template.description())
                .capabilitiesWithStrings(template.capability().stream().toList())
                .capabilitiesReason(template.capabilityReason().orElse(null))
                .build();
    }

    static GetTemplateSummaryResponse summary(Template template) {
        return GetTemplateSummaryResponse.builder()
                .resourceIdentifierSummaries(template.byType().entrySet().stream()
                        .filter(entry -> ResourceTypes.isKnown(entry.getKey()))
                        .map(entry -> ResourceIdentifierSummary.builder()
                                .resourceType(entry.getKey())
                                .logicalResourceIds(entry.getValue())
                                .resourceIdentifiers(
                                        ResourceTypes.schema(entry.getKey()).identifiers())
                                .build())
                        .toList())
                .warnings(
                        template.unrecognized().isEmpty()
                                ? null
                                : Warnings.builder()
                                        .unrecognizedResourceTypes(template.unrecognized())
                                        .build())
                .parameters(template.parameters().values().stream()
                        .map(StackAnswers::declaration)
                        .toList())
                .description(template.description())
                .capabilitiesWithStrings(template.capability().stream().toList())
                .capabilitiesReason(template.capabilityReason().orElse(null))
                .resourceTypes(template.resourceTypes())
                .version(Tree.text(template.tree(), "AWSTemplateFormatVersion").orElse(null))
                .metadata(metadata(template))
                .build();
    }

    private static String metadata(Template template) {
        try {
            return template.tree().containsKey("Metadata")
                    ? JSON.writeValueAsString(template.section("Metadata"))
                    : null;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ParameterDeclaration declaration(Parameter parameter) {
        return ParameterDeclaration.builder()
                .parameterKey(parameter.name())
                .parameterType(parameter.type())
                .defaultValue(parameter.defaultValue().orElse(null))
                .noEcho(parameter.isSecret())
                .description(parameter.text("Description").orElse(null))
                .parameterConstraints(ParameterConstraints.builder()
                        .allowedValues(parameter.allowedValues())
                        .build())
                .build();
    }
}
