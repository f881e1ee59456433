package dev.ecswizard.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.Altered;
import dev.ecswizard.sandbox.Clients;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.world.Permissions.Denial;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.Role;

/// IAM as a client meets it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IamTest {
    private static final String USER = "arn:aws:iam::123456789012:user/sandbox";
    private static final String SECRET = "arn:aws:s3:::secret/*";

    private Sandbox sandbox;
    private IamClient iam;

    @BeforeAll
    void start() throws IOException {
        sandbox = Altered.sandbox(world -> {
            world.permissions().deny(new Denial("iam:create*", true));
            world.permissions().deny(new Denial("ecs:CreateCluster", false));
            world.permissions().deny(new Denial("s3:GetObject", SECRET, true));
        });
        iam = in("aws-global");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private IamClient in(String region) {
        return new Clients(sandbox.endpoint(), region).of(IamClient.builder());
    }

    private static void assertRefused(ThrowingCallable call, int status, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(IamException.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(e.statusCode()).isEqualTo(status);
        });
    }

    @Test
    void aRoleIsFoundWhateverTheCaseOfItsName() {
        var role =
                iam.getRole(request -> request.roleName("ECSTASKEXECUTIONROLE")).role();
        assertThat(role.roleName()).isEqualTo("ecsTaskExecutionRole");
        assertThat(role.arn()).isEqualTo("arn:aws:iam::123456789012:role/ecsTaskExecutionRole");
        assertThat(role.roleId()).matches("AROA[A-Z2-7]{17}");
        assertThat(role.maxSessionDuration()).isEqualTo(3600);
        assertThat(role.assumeRolePolicyDocument()).startsWith("%7B%22Version%22%3A%222012-10-17%22");
        assertThat(URLDecoder.decode(role.assumeRolePolicyDocument(), StandardCharsets.UTF_8))
                .contains("\"Principal\":{\"Service\":\"ecs-tasks.amazonaws.com\"}");
        assertThat(iam.listAttachedRolePolicies(request -> request.roleName(role.roleName()))
                        .attachedPolicies())
                .singleElement()
                .satisfies(policy -> assertThat(policy.policyName()).isEqualTo("AmazonECSTaskExecutionRolePolicy"));
    }

    @Test
    void aServiceLinkedRoleHasItsPath() {
        assertThat(iam.getRole(request -> request.roleName("AWSServiceRoleForECS"))
                        .role()
                        .arn())
                .isEqualTo("arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS");
        assertThat(iam.listRoles(request -> request.pathPrefix("/aws-service-role/"))
                        .roles())
                .extracting(Role::roleName)
                .containsExactly("AWSServiceRoleForAutoScaling", "AWSServiceRoleForECS");
    }

    @Test
    void whatIsNotThereIsSaidByName() {
        assertRefused(
                () -> iam.getRole(request -> request.roleName("nobody")),
                404,
                "NoSuchEntity",
                "The role with name nobody cannot be found.");
        assertRefused(
                () -> iam.getUser(request -> request.userName("nobody")),
                404,
                "NoSuchEntity",
                "The user with name nobody cannot be found.");
        assertRefused(
                () -> iam.getInstanceProfile(request -> request.instanceProfileName("nobody")),
                404,
                "NoSuchEntity",
                "Instance Profile nobody cannot be found.");
        assertRefused(
                () -> iam.getRole(request -> request.roleName("no body")),
                400,
                "ValidationError",
                "The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the"
                        + " following: +=,.@_-");
        assertRefused(
                () -> iam.getRole(request -> {}),
                400,
                "ValidationError",
                "1 validation error detected: Value null at 'roleName' failed to satisfy constraint: Member must not be"
                        + " null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "aws-global"})
    void theCallerIsTheUserThatStsNames(String region) {
        assertThat(in(region).getUser().user().arn()).isEqualTo(USER);
    }

    @Test
    void rolesArePagedWhenAsked() {
        var pages =
                iam.listRolesPaginator(request -> request.maxItems(3)).stream().toList();
        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst().isTruncated()).isTrue();
        assertThat(pages.getLast().isTruncated()).isFalse();
        assertThat(pages.stream().flatMap(page -> page.roles().stream()).toList())
                .isEqualTo(iam.listRoles().roles());
        assertRefused(
                () -> iam.listRoles(request -> request.marker("garbage")), 400, "ValidationError", "Invalid Marker.");
        assertRefused(
                () -> iam.listRoles(request -> request.maxItems(1001)),
                400,
                "ValidationError",
                "1 validation error detected: Value '1001' at 'maxItems' failed to satisfy constraint: Member must have"
                        + " value less than or equal to 1000");
    }

    private List<EvaluationResult> simulate(String principal, List<String> actions, String... resources) {
        return iam.simulatePrincipalPolicy(request ->
                        request.policySourceArn(principal).actionNames(actions).resourceArns(resources))
                .evaluationResults();
    }

    @Test
    void theUserMayDoWhatNothingDenies() {
        assertThat(simulate(
                        USER,
                        List.of(
                                "ec2:DescribeVpcs",
                                "iam:CreateRole",
                                "iam:GetRole",
                                "ECS:createcluster",
                                "s3:GetObject")))
                .extracting(EvaluationResult::evalDecision)
                .containsExactly(
                        PolicyEvaluationDecisionType.ALLOWED,
                        PolicyEvaluationDecisionType.EXPLICIT_DENY,
                        PolicyEvaluationDecisionType.ALLOWED,
                        PolicyEvaluationDecisionType.IMPLICIT_DENY,
                        PolicyEvaluationDecisionType.ALLOWED);
    }

    @Test
    void everyActionIsJudgedOnEveryResource() {
        var results =
                simulate(USER, List.of("s3:GetObject", "s3:PutObject"), "arn:aws:s3:::open/a", "arn:aws:s3:::secret/a");
        assertThat(results)
                .extracting(result ->
                        result.evalActionName() + " " + result.evalResourceName() + " " + result.evalDecisionAsString())
                .containsExactly(
                        "s3:GetObject arn:aws:s3:::open/a allowed",
                        "s3:GetObject arn:aws:s3:::secret/a explicitDeny",
                        "s3:PutObject arn:aws:s3:::open/a allowed",
                        "s3:PutObject arn:aws:s3:::secret/a allowed");
        assertThat(results.get(1).matchedStatements()).hasSize(1);
        assertThat(results.get(1).missingContextValues()).isEmpty();
    }

    @Test
    void aSimulationComesInPages() {
        var actions = List.of("ec2:DescribeVpcs", "ec2:DescribeSubnets", "ec2:DescribeImages");
        var first = iam.simulatePrincipalPolicy(
                request -> request.policySourceArn(USER).actionNames(actions).maxItems(2));
        assertThat(first.evaluationResults()).hasSize(2);
        assertThat(first.isTruncated()).isTrue();
        var second = iam.simulatePrincipalPolicy(request ->
                request.policySourceArn(USER).actionNames(actions).maxItems(2).marker(first.marker()));
        assertThat(second.evaluationResults())
                .extracting(EvaluationResult::evalActionName)
                .containsExactly("ec2:DescribeImages");
        assertThat(second.isTruncated()).isFalse();
    }

    @Test
    void anAdministratorsRoleMayDoWhatTheUserMayAndAnotherNothing() {
        var role = "arn:aws:iam::123456789012:role/";
        assertThat(simulate(role + "cloudformation-deploy", List.of("ec2:DescribeVpcs")))
                .extracting(EvaluationResult::evalDecisionAsString)
                .containsExactly("allowed");
        assertThat(simulate(role + "ecsTaskExecutionRole", List.of("ec2:DescribeVpcs")))
                .extracting(EvaluationResult::evalDecisionAsString)
                .containsExactly("implicitDeny");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:iam::123456789012:user/x | NoSuchEntity | The user with name x cannot be found.
            arn:aws:iam::123456789012:role/a/x | NoSuchEntity | The role with name x cannot be found.
            arn:aws:iam::123456789012:group/x | NoSuchEntity | The group with name x cannot be found.
            arn:aws:iam::999999999999:user/sandbox | NoSuchEntity | The user with name sandbox cannot be found.
            arn:aws:sts::123456789012:assumed-role/a/b | InvalidInput | Invalid Entity Arn: arn:aws:sts::123456789012:assumed-role/a/b does not clearly define entity type and name.
            arn:aws:iam::123456789012:root | InvalidInput | Invalid Entity Arn: arn:aws:iam::123456789012:root does not clearly define entity type and name.
            """)
    void onlyUsersAndRolesOfTheAccountCanBeSimulated(String arn, String code, String message) {
        assertRefused(
                () -> simulate(arn, List.of("ec2:DescribeVpcs")),
                code.equals("NoSuchEntity") ? 404 : 400,
                code,
                message);
    }

    @Test
    void whatIsNoArnIsNoResource() {
        assertRefused(
                () -> simulate(USER, List.of("ec2:RunInstances"), "i-1"),
                400,
                "InvalidInput",
                "ResourceNames are not in a valid ARN format: i-1.");
    }

    @Test
    void anUnknownActionIsRefusedInIamsWords() {
        assertRefused(
                () -> iam.listUsers(),
                400,
                "InvalidAction",
                "Could not find operation ListUsers for version 2010-05-08");
    }
}
