package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/// What CloudFormation checks of a request before it does anything. Limits: CloudFormation API reference.
final class StackRules {
    private static final int TEMPLATE_BYTES = 51_200;
    private static final List<String> CAPABILITIES =
            List.of("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND");

    private StackRules() {}

    static Template template(String body, String url) {
        checkSource(body, url);
        return Template.parse(body);
    }

    /// Takes in resource types that nobody knows as well.
    static Template lenientTemplate(String body, String url) {
        checkSource(body, url);
        return Template.lenient(body);
    }

    private static void checkSource(String body, String url) {
        var violations = new Violations().length("templateURL", url, 1, 5120);
        violations.length("templateBody", body, 1, Integer.MAX_VALUE);
        if (body != null && body.getBytes(StandardCharsets.UTF_8).length > TEMPLATE_BYTES) {
            violations.add("templateBody", body, "Member must have length less than or equal to " + TEMPLATE_BYTES);
        }
        violations.refuse();
        if (body != null && url != null) {
            throw Refusals.invalid("You cannot specify both Template Body and Template URL.");
        }
        if (url != null) {
            throw unreadable(url);
        }
        if (body == null) {
            throw Refusals.invalid("Either Template URL or Template Body must be specified.");
        }
    }

    /// The sandbox reaches no S3: every address is one that CloudFormation may not read.
    private static Refusal unreadable(String url) {
        if (url.startsWith("s3://")) {
            return Refusals.invalid("S3 error: Domain name specified in "
                    + url.substring(5).split("/", 2)[0] + " is not a valid S3 domain");
        }
        return Refusals.invalid(
                url.matches("https://[a-zA-Z0-9.-]*s3[a-zA-Z0-9.-]*\\.amazonaws\\.com(\\.cn)?/.+")
                        ? "S3 error: Access Denied\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"
                        : "TemplateURL must be a supported URL.");
    }

    static void check(CreateStackRequest request) {
        var violations = new Violations();
        name(violations, request.stackName());
        token(violations, request.clientRequestToken());
        violations
                .range("timeoutInMinutes", request.timeoutInMinutes(), 1, Integer.MAX_VALUE)
                .oneOf("onFailure", request.onFailureAsString(), List.of("ROLLBACK", "DELETE", "DO_NOTHING"));
        stack(
                violations,
                request.tags(),
                request.notificationARNs(),
                request.capabilitiesAsStrings(),
                request.resourceTypes(),
                request.roleARN(),
                request.rollbackConfiguration());
        violations
                .length("stackPolicyBody", request.stackPolicyBody(), 1, 16_384)
                .length("stackPolicyURL", request.stackPolicyURL(), 1, 5120)
                .refuse();
        if (request.disableRollback() != null && request.onFailure() != null) {
            throw Refusals.invalid("You can specify either DisableRollback or OnFailure, but not both.");
        }
        checkTags(request.tags());
        checkRole(request.roleARN());
    }

    static void check(UpdateStackRequest request) {
        var violations = new Violations().present("stackName", request.stackName());
        token(violations, request.clientRequestToken());
        stack(
                violations,
                request.tags(),
                request.notificationARNs(),
                request.capabilitiesAsStrings(),
                request.resourceTypes(),
                request.roleARN(),
                request.rollbackConfiguration());
        violations.refuse();
        checkTags(request.tags());
        checkRole(request.roleARN());
    }

    static void check(DeleteStackRequest request) {
        var violations = new Violations().present("stackName", request.stackName());
        token(violations, request.clientRequestToken());
        violations
                .length("roleARN", request.roleARN(), 20, 2048)
                .oneOf("deletionMode", request.deletionModeAsString(), List.of("STANDARD", "FORCE_DELETE_STACK"))
                .refuse();
        checkRole(request.roleARN());
    }

    /// What creating and updating a stack and making a change set of it have in common.
    static void stack(
            Violations violations,
            List<Tag> tags,
            List<String> notificationArns,
            List<String> capabilities,
            List<String> resourceTypes,
            String roleArn,
            RollbackConfiguration rollback) {
        violations
                .count("notificationARNs", notificationArns, 5)
                .eachOf("capabilities", capabilities, CAPABILITIES)
                .length("roleARN", roleArn, 20, 2048);
        for (var i = 0; i < resourceTypes.size(); i++) {
            violations.length("resourceTypes." + (i + 1) + ".member", resourceTypes.get(i), 1, 256);
        }
        tags(violations, tags);
        if (rollback != null) {
            violations
                    .count("rollbackConfiguration.rollbackTriggers", rollback.rollbackTriggers(), 5)
                    .range("rollbackConfiguration.monitoringTimeInMinutes", rollback.monitoringTimeInMinutes(), 0, 180);
        }
    }

    private static void tags(Violations violations, List<Tag> tags) {
        violations.count("tags", tags, 50);
        for (var i = 0; i < tags.size(); i++) {
            var member = "tags." + (i + 1) + ".member.";
            violations
                    .present(member + "key", tags.get(i).key())
                    .length(member + "key", tags.get(i).key(), 1, 128)
                    .present(member + "value", tags.get(i).value())
                    .length(member + "value", tags.get(i).value(), 1, 256);
        }
    }

    static void present(String value, String member) {
        new Violations().present(member, value).refuse();
    }

    static void role(String arn) {
        new Violations().length("roleARN", arn, 20, 2048).refuse();
        checkRole(arn);
    }

    /// @throws Refusal if CloudFormation can not become that role, since the account does not have it
    static void assumable(String roleArn, World world) {
        if (roleArn != null
                && !(roleArn.contains("::" + world.account() + ":")
                        && world.hasRole(roleArn.substring(roleArn.lastIndexOf('/') + 1)))) {
            throw notAssumable(roleArn);
        }
    }

    private static Refusal notAssumable(String roleArn) {
        return Refusals.invalid("Role " + roleArn + " is invalid or cannot be assumed");
    }

    static void token(String token) {
        var violations = new Violations();
        token(violations, token);
        violations.refuse();
    }

    private static void token(Violations violations, String token) {
        violations
                .length("clientRequestToken", token, 1, 128)
                .pattern("clientRequestToken", token, "[a-zA-Z0-9][-a-zA-Z0-9]*");
    }

    static void name(String name) {
        var violations = new Violations();
        name(violations, name);
        violations.refuse();
    }

    private static void name(Violations violations, String name) {
        violations
                .present("stackName", name)
                .length("stackName", name, 1, 128)
                .pattern("stackName", name, "[a-zA-Z][-a-zA-Z0-9]*");
    }

    static void tags(List<Tag> tags) {
        var violations = new Violations();
        tags(violations, tags);
        violations.refuse();
        checkTags(tags);
    }

    private static void checkTags(List<Tag> tags) {
        var keys = new HashSet<String>();
        for (var tag : tags) {
            if (tag.key().regionMatches(true, 0, "aws:", 0, 4)) {
                throw Refusals.invalid("aws: prefixed tag key names are not allowed for external use.");
            }
            if (!keys.add(tag.key())) {
                throw Refusals.invalid("Duplicate tag keys found: " + tag.key());
            }
        }
    }

    private static void checkRole(String arn) {
        if (arn != null && !arn.matches("arn:aws(-cn|-us-gov)?:iam::\\d{12}:role/.+")) {
            throw notAssumable(arn);
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

    /// @param allowed names of types, or beginnings with a star; empty allows all
    static void types(Template template, List<String> allowed) {
        for (var type : template.resourceTypes()) {
            var isAllowed = allowed.isEmpty()
                    || allowed.stream()
                            .anyMatch(name -> name.endsWith("::*")
                                    ? type.startsWith(name.substring(0, name.length() - 1))
                                    : name.equals(type));
            if (!isAllowed) {
                throw Refusals.invalid(
                        "Resource type " + type + " is not allowed by parameter ResourceTypes " + allowed);
            }
        }
    }
}
