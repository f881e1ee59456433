package dev.ecswizard.sandbox.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/// Requests whose members break CloudFormation's model, and its sentence for each.
class RequestRulesTest {
    private static final String ONE = "1 validation error detected: ";

    private final Stage stage = new Stage();

    private String refusal(UnaryOperator<CreateStackRequest.Builder> change) {
        var request = change.apply(Stage.recipe("standard", Map.of()));
        var refusal = catchThrowableOfType(Refusal.class, () -> stage.create(request));
        assertThat(refusal).isNotNull();
        return refusal.code() + ": " + refusal.getMessage();
    }

    static Stream<Arguments> members() {
        return Stream.of(
                rule(
                        b -> b.stackName(null),
                        "Value null at 'stackName' failed to satisfy constraint: Member must not be null"),
                rule(
                        b -> b.stackName("a".repeat(129)),
                        "Value '" + "a".repeat(129)
                                + "' at 'stackName' failed to satisfy constraint: Member must have length less than or equal to 128"),
                rule(
                        b -> b.clientRequestToken("-a"),
                        "Value '-a' at 'clientRequestToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9][-a-zA-Z0-9]*"),
                rule(
                        b -> b.timeoutInMinutes(0),
                        "Value '0' at 'timeoutInMinutes' failed to satisfy constraint: Member must have value greater than or equal to 1"),
                rule(
                        b -> b.onFailure("PANIC"),
                        "Value 'PANIC' at 'onFailure' failed to satisfy constraint: Member must satisfy enum value set: [ROLLBACK, DELETE, DO_NOTHING]"),
                rule(
                        b -> b.capabilitiesWithStrings("CAPABILITY_FLY"),
                        "Value '[CAPABILITY_FLY]' at 'capabilities' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND]]"),
                rule(
                        b -> b.notificationARNs("a", "b", "c", "d", "e", "f"),
                        "Value '[a, b, c, d, e, f]' at 'notificationARNs' failed to satisfy constraint: Member must have length less than or equal to 5"),
                rule(
                        b -> b.roleARN("short"),
                        "Value 'short' at 'roleARN' failed to satisfy constraint: Member must have length greater than or equal to 20"),
                rule(
                        b -> b.tags(tag("k", ""), tag("x".repeat(129), "v")),
                        "Value '' at 'tags.1.member.value' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '"
                                + "x".repeat(129)
                                + "' at 'tags.2.member.key' failed to satisfy constraint: Member must have length less than or equal to 128"),
                rule(
                        b -> b.tags(Tag.builder().key("k").build()),
                        "Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null"),
                rule(
                        b -> b.rollbackConfiguration(r -> r.monitoringTimeInMinutes(181)),
                        "Value '181' at 'rollbackConfiguration.monitoringTimeInMinutes' failed to satisfy constraint: Member must have value less than or equal to 180"),
                rule(
                        b -> b.resourceTypes(""),
                        "Value '' at 'resourceTypes.1.member' failed to satisfy constraint: Member must have length greater than or equal to 1"),
                rule(
                        b -> b.stackName("1st").timeoutInMinutes(-1).clientRequestToken(""),
                        "Value '1st' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*; Value '' at 'clientRequestToken' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'clientRequestToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9][-a-zA-Z0-9]*; Value '-1' at 'timeoutInMinutes' failed to satisfy constraint: Member must have value greater than or equal to 1"));
    }

    private static Arguments rule(UnaryOperator<CreateStackRequest.Builder> change, String sentences) {
        var count = sentences.split("; Value ", -1).length;
        return Arguments.of(
                change, "ValidationError: " + (count == 1 ? ONE : count + " validation errors detected: ") + sentences);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @ParameterizedTest
    @MethodSource("members")
    void membersThatBreakTheModel(UnaryOperator<CreateStackRequest.Builder> change, String sentence) {
        assertThat(refusal(change)).isEqualTo(sentence);
    }

    static Stream<Arguments> combinations() {
        return Stream.of(
                Arguments.of(
                        change(b -> b.disableRollback(true).onFailure("DELETE")),
                        "You can specify either DisableRollback or OnFailure, but not both."),
                Arguments.of(
                        change(b -> b.tags(tag("AWS:x", "y"))),
                        "aws: prefixed tag key names are not allowed for external use."),
                Arguments.of(change(b -> b.tags(tag("x", "y"), tag("x", "z"))), "Duplicate tag keys found: x"),
                Arguments.of(
                        change(b -> b.roleARN("arn:aws:iam::123456789012:user/somebody")),
                        "Role arn:aws:iam::123456789012:user/somebody is invalid or cannot be assumed"),
                Arguments.of(
                        change(b -> b.templateBody(null)), "Either Template URL or Template Body must be specified."),
                Arguments.of(
                        change(b -> b.templateURL("https://s3.amazonaws.com/b/k")),
                        "You cannot specify both Template Body and Template URL."),
                Arguments.of(
                        change(b -> b.templateBody(null).templateURL("https://example.com/t.yaml")),
                        "TemplateURL must be a supported URL."),
                Arguments.of(
                        change(b -> b.templateBody(null).templateURL("s3://bucket/t.yaml")),
                        "S3 error: Domain name specified in bucket is not a valid S3 domain"),
                Arguments.of(
                        change(b ->
                                b.templateBody(null).templateURL("https://bucket.s3.eu-west-1.amazonaws.com/t.yaml")),
                        "S3 error: Access Denied\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"),
                Arguments.of(
                        change(b -> b.resourceTypes("AWS::EC2::*", "AWS::ECS::Cluster")),
                        "Resource type AWS::IAM::Role is not allowed by parameter ResourceTypes [AWS::EC2::*, AWS::ECS::Cluster]"),
                Arguments.of(
                        change(b -> b.parameters(value("VpcId", "x"), value("VpcId", "y"))),
                        "Duplicate parameter keys: [VpcId]"),
                Arguments.of(
                        change(b -> b.parameters(
                                Parameter.builder().parameterKey("VpcId").build())),
                        "Parameters: [VpcId] must have values"),
                Arguments.of(
                        change(b -> b.parameters(Parameter.builder()
                                .parameterKey("VpcId")
                                .usePreviousValue(true)
                                .build())),
                        "Invalid input for parameter key VpcId. Cannot specify usePreviousValue as true for a parameter key not in the previous template"),
                Arguments.of(
                        change(b -> b.parameters(value("VpcId", "x").toBuilder()
                                .usePreviousValue(true)
                                .build())),
                        "Invalid input for parameter key VpcId. Cannot specify usePreviousValue as true and non empty value for a parameter"));
    }

    private static UnaryOperator<CreateStackRequest.Builder> change(UnaryOperator<CreateStackRequest.Builder> change) {
        return change;
    }

    private static Parameter value(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void requestsThatMakeNoSense(UnaryOperator<CreateStackRequest.Builder> change, String sentence) {
        assertThat(refusal(change)).isEqualTo("ValidationError: " + sentence);
    }

    @Test
    void allTypesOfTheTemplateMayBeAllowed() {
        assertThat(stage.create(Stage.recipe("standard", Map.of()).resourceTypes("AWS::*")))
                .isNotEmpty();
    }

    @Test
    void aRoleWithoutANameNeedsLess() {
        var template = """
                Resources:
                  Role: {Type: "AWS::IAM::Role", Properties: {AssumeRolePolicyDocument: {}%s}}
                """;
        assertThat(stage.create(Stage.request("one", template.formatted("")).capabilitiesWithStrings("CAPABILITY_IAM")))
                .isNotEmpty();
        assertThat(stage.create(
                        Stage.request("two", template.formatted("")).capabilitiesWithStrings("CAPABILITY_NAMED_IAM")))
                .isNotEmpty();
        assertThat(refusal(b -> b.templateBody(template.formatted(""))
                        .parameters(List.of())
                        .capabilitiesWithStrings()))
                .isEqualTo("InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_IAM]");
        assertThat(refusal(b -> b.templateBody(template.formatted(", RoleName: x"))
                        .parameters(List.of())
                        .capabilitiesWithStrings("CAPABILITY_IAM")))
                .isEqualTo("InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_NAMED_IAM]");
    }
}
