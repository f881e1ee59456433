package dev.ecswizard.sandbox.stacks;

import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/// What CloudFormation checks of a request about a change set before it does anything. Limits: CloudFormation API
/// reference.
final class ChangeSetRules {
    private ChangeSetRules() {}

    static void check(CreateChangeSetRequest request) {
        StackRules.present(request.stackName(), "stackName");
        StackRules.present(request.changeSetName(), "changeSetName");
        name(request.changeSetName());
        if (request.clientToken() != null && request.clientToken().length() > 128) {
            throw tooLong(request.clientToken(), "clientToken", 128);
        }
        if (request.description() != null && request.description().length() > 1024) {
            throw tooLong(request.description(), "description", 1024);
        }
        StackRules.role(request.roleARN());
        StackRules.tags(request.tags());
        var type = request.changeSetTypeAsString();
        switch (type) {
            case null -> {}
            case "CREATE", "UPDATE" -> {}
            case "IMPORT" -> throw Refusals.invalid("Importing resources is not available in this sandbox.");
            default ->
                throw Refusals.constraint(
                        type, "changeSetType", "Member must satisfy enum value set: [IMPORT, UPDATE, CREATE]");
        }
        if (request.hasResourcesToImport()) {
            throw Refusals.invalid("ResourcesToImport can only be specified when ChangeSetType is IMPORT.");
        }
        if (request.onStackFailure() == OnStackFailure.DELETE && !"CREATE".equals(type)) {
            throw Refusals.invalid("OnStackFailure=DELETE can only be specified when ChangeSetType is CREATE.");
        }
    }

    private static void name(String name) {
        if (name.length() > 128) {
            throw tooLong(name, "changeSetName", 128);
        }
        if (!name.matches("[a-zA-Z][-a-zA-Z0-9]*")) {
            throw Refusals.constraint(
                    name, "changeSetName", "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        }
    }

    static void nameOrId(String nameOrId) {
        StackRules.present(nameOrId, "changeSetName");
        if (nameOrId.length() > 1600) {
            throw tooLong(nameOrId, "changeSetName", 1600);
        }
        if (!nameOrId.matches("[a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/]*")) {
            throw Refusals.constraint(
                    nameOrId,
                    "changeSetName",
                    "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/]*");
        }
    }

    private static RuntimeException tooLong(String value, String member, int most) {
        return Refusals.constraint(value, member, "Member must have length less than or equal to " + most);
    }

    /// What the stack is to be: what the request does not say stays as it is, as in an update.
    static Desired desired(CreateChangeSetRequest request, Stack stack) {
        var isNew = stack.desired() == Desired.NOTHING;
        if (isNew && Boolean.TRUE.equals(request.usePreviousTemplate())) {
            throw Refusals.invalid("UsePreviousTemplate cannot be specified for a stack that does not exist.");
        }
        var update = UpdateStackRequest.builder()
                .stackName(request.stackName())
                .templateBody(request.templateBody())
                .templateURL(request.templateURL())
                .usePreviousTemplate(request.usePreviousTemplate())
                .parameters(request.parameters())
                .capabilitiesWithStrings(request.capabilitiesAsStrings())
                .roleARN(request.roleARN())
                .rollbackConfiguration(request.rollbackConfiguration());
        if (request.hasTags()) {
            update.tags(request.tags());
        }
        if (request.hasNotificationARNs()) {
            update.notificationARNs(request.notificationARNs());
        }
        return Updates.desired(update.build(), stack);
    }
}
