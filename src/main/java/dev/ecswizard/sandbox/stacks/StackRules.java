package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/// What CloudFormation checks of a request before it does anything. Limits: CloudFormation API reference.
final class StackRules {
    private static final int TEMPLATE_BYTES = 51_200;

    private StackRules() {}

    static Template template(String body, String url) {
        if (url != null) {
            throw Refusals.invalid("TemplateURL must be a supported URL.");
        }
        if (body == null) {
            throw Refusals.invalid("Either Template URL or Template Body must be specified.");
        }
        if (body.isEmpty()) {
            throw Refusals.constraint(body, "templateBody", "Member must have length greater than or equal to 1");
        }
        if (body.getBytes(StandardCharsets.UTF_8).length > TEMPLATE_BYTES) {
            throw Refusals.constraint(
                    body, "templateBody", "Member must have length less than or equal to " + TEMPLATE_BYTES);
        }
        return Template.parse(body);
    }

    static void check(CreateStackRequest request) {
        name(request.stackName());
        token(request.clientRequestToken());
        role(request.roleARN());
        tags(request.tags());
        if (request.hasNotificationARNs() && request.notificationARNs().size() > 5) {
            throw Refusals.constraint(
                    request.notificationARNs().toString(),
                    "notificationARNs",
                    "Member must have length less than or equal to 5");
        }
        if (request.disableRollback() != null && request.onFailure() != null) {
            throw Refusals.invalid("You can specify either DisableRollback or OnFailure, but not both.");
        }
    }

    static void check(UpdateStackRequest request) {
        present(request.stackName(), "stackName");
        token(request.clientRequestToken());
        role(request.roleARN());
        tags(request.tags());
    }

    static void check(DeleteStackRequest request) {
        present(request.stackName(), "stackName");
        token(request.clientRequestToken());
        role(request.roleARN());
        if (request.deletionMode() == DeletionMode.UNKNOWN_TO_SDK_VERSION) {
            throw Refusals.constraint(
                    request.deletionModeAsString(),
                    "deletionMode",
                    "Member must satisfy enum value set: [STANDARD, FORCE_DELETE_STACK]");
        }
    }

    /// The length is all that is looked at: CloudFormation's own role decides nothing here.
    static void role(String arn) {
        if (arn != null && arn.length() < 20) {
            throw Refusals.constraint(arn, "roleARN", "Member must have length greater than or equal to 20");
        }
        if (arn != null && arn.length() > 2048) {
            throw Refusals.constraint(arn, "roleARN", "Member must have length less than or equal to 2048");
        }
    }

    static void present(String value, String member) {
        if (value == null) {
            throw Refusals.constraint("null", member, "Member must not be null");
        }
    }

    static void name(String name) {
        present(name, "stackName");
        if (name.length() > 128) {
            throw Refusals.constraint(name, "stackName", "Member must have length less than or equal to 128");
        }
        if (!name.matches("[a-zA-Z][-a-zA-Z0-9]*")) {
            throw Refusals.constraint(
                    name, "stackName", "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        }
    }

    static void token(String token) {
        if (token != null && !token.matches("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}")) {
            throw Refusals.constraint(
                    token,
                    "clientRequestToken",
                    token.length() > 128
                            ? "Member must have length less than or equal to 128"
                            : "Member must satisfy regular expression pattern: [a-zA-Z0-9][-a-zA-Z0-9]*");
        }
    }

    static void tags(List<Tag> tags) {
        if (tags.size() > 50) {
            throw Refusals.constraint(tags.toString(), "tags", "Member must have length less than or equal to 50");
        }
        var keys = new HashSet<String>();
        for (var i = 0; i < tags.size(); i++) {
            var tag = tags.get(i);
            length(tag.key(), "tags." + (i + 1) + ".member.key", 128);
            length(tag.value(), "tags." + (i + 1) + ".member.value", 256);
            if (tag.key().startsWith("aws:")) {
                throw Refusals.invalid("aws: prefixed tag key names are not allowed for external use.");
            }
            if (!keys.add(tag.key())) {
                throw Refusals.invalid("Duplicate tag keys found: " + tag.key());
            }
        }
    }

    private static void length(String text, String member, int most) {
        if (text == null || text.isEmpty()) {
            throw Refusals.constraint(
                    String.valueOf(text), member, "Member must have length greater than or equal to 1");
        }
        if (text.length() > most) {
            throw Refusals.constraint(text, member, "Member must have length less than or equal to " + most);
        }
    }

    static void capability(Template template, List<String> acknowledged) {
        template.capability().ifPresent(needed -> {
            var isGiven = acknowledged.contains("CAPABILITY_NAMED_IAM") || acknowledged.contains(needed);
            if (!isGiven) {
                throw new Refusal(400, "InsufficientCapabilitiesException", "Requires capabilities : [" + needed + "]");
            }
        });
    }
}
