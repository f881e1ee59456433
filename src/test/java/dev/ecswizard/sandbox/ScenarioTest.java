package dev.ecswizard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.protocol.Ledger;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/// What a client meets in each scenario.
class ScenarioTest {
    private Account account;

    @AfterEach
    void stop() {
        account.close();
    }

    private void begin(Scenario... scenarios) throws IOException {
        begin(Sandbox.Options.DEFAULT.withScenarios(Set.of(scenarios)));
    }

    private void begin(Sandbox.Options options) throws IOException {
        account = new Account(options);
    }

    private String create(String recipe, String subnets) {
        return account.create(
                account.request(recipe, "main", subnets, "t3.large").build());
    }

    private List<Ledger.Entry> asked(String operation) {
        return account.sandbox().ledger().entries().stream()
                .filter(entry -> entry.call().action().equals(operation))
                .toList();
    }

    @Test
    void withoutAnyAllGoesWell() throws IOException {
        begin();
        assertThat(account.stack(create("classic", "main-private*")).stackStatus())
                .isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void routesThatLeadNowhereLeaveHostsWithoutAWayOut() throws IOException {
        begin(Scenario.NO_WAY_OUT);
        var lost = create("standard", "main-private*");
        assertThat(account.stack(lost).stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(account.cause(lost)).contains("Received 0 SUCCESS signal(s) out of 2");

        var mainVpc = account.ec2().describeVpcs().vpcs().stream()
                .filter(Vpc::isDefault)
                .findFirst()
                .orElseThrow()
                .vpcId();
        assertThat(account.ec2().describeRouteTables().routeTables())
                .filteredOn(table -> table.vpcId().equals(mainVpc))
                .flatExtracting(table -> table.routes())
                .filteredOn(route -> route.destinationCidrBlock().equals("0.0.0.0/0"))
                .extracting(Route::state)
                .containsExactly(RouteState.BLACKHOLE);
        assertThat(account.ec2().describeNatGateways().natGateways())
                .singleElement()
                .satisfies(gateway -> {
                    assertThat(gateway.stateAsString()).isEqualTo("deleted");
                    assertThat(gateway.deleteTime()).isNotNull();
                });
    }

    @Test
    void thePublicSubnetsStillLeadOut() throws IOException {
        begin(Scenario.NO_WAY_OUT);
        assertThat(account.stack(create("standard", "main-public*")).stackStatus())
                .isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void aLateAccountIsClosedToLaunchConfigurationsOnly() throws IOException {
        begin(Scenario.LAUNCH_CONFIGURATIONS_CLOSED);
        assertThat(account.cause(create("classic", "main-private*")))
                .contains(
                        "The Launch Configuration creation operation is not available in your account. Use launch templates to create configuration templates for your Auto Scaling groups.");
        var second = account.request("standard", "main", "main-private*", "t3.large")
                .stackName("second")
                .clientRequestToken("second")
                .build();
        assertThat(account.stack(account.create(second)).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void aRoleHasTheNameWhateverTheStackIsCalled() throws IOException {
        begin(Scenario.ROLE_NAME_TAKEN);
        for (var recipe : List.of("classic", "standard")) {
            var name = recipe + "-stack";
            var request = account.request(recipe, "main", "main-private*", "t3.large")
                    .stackName(name)
                    .clientRequestToken(name);
            var id = account.create(request.build());
            assertThat(account.stack(id).stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
            assertThat(account.cause(id))
                    .startsWith("ECSRole: ")
                    .contains("ecs-" + name)
                    .contains("already exists");
        }
    }

    @Test
    void iamKnowsTheRoleThatIsInTheWay() throws IOException {
        begin(Scenario.ROLE_NAME_TAKEN);
        var iam = account.client(IamClient.builder());
        assertThat(iam.getRole(r -> r.roleName("ecs-whatever")).role().arn()).endsWith(":role/ecs-whatever");
        assertThatThrownBy(() -> iam.getRole(r -> r.roleName("whatever"))).isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void hostsThatNeedMoreThanTheQuotaAreNotLaunched() throws IOException {
        begin(Scenario.VCPU_QUOTA_EXCEEDED);
        var three = Account.sized(
                account.request("standard", "main", "main-private*", "t3.large").build(), 3);
        var id = account.create(three);
        assertThat(account.stack(id).stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(account.cause(id))
                .contains("You have requested more vCPU capacity than your current vCPU limit of 5 allows");
        assertThat(account.client(ServiceQuotasClient.builder())
                        .getServiceQuota(r -> r.serviceCode("ec2").quotaCode("L-1216C47A"))
                        .quota()
                        .value())
                .isEqualTo(5);

        var two = account.request("standard", "main", "main-private*", "t3.large")
                .stackName("second")
                .clientRequestToken("second")
                .build();
        assertThat(account.stack(account.create(two)).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void aGroupGoesAroundTheZoneThatHasNoHostsLeft() throws IOException {
        begin(Scenario.NO_CAPACITY);
        assertThat(account.stack(create("standard", "main-private*")).stackStatus())
                .isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void aGroupThatHasNoOtherZoneGetsNoHosts() throws IOException {
        begin(Scenario.NO_CAPACITY);
        var id = create("standard", "main-private-a");
        assertThat(account.stack(id).stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(account.cause(id))
                .contains(
                        "We currently do not have sufficient t3.large capacity in the Availability Zone you requested (eu-west-1a)");
    }

    @Test
    void anEmptyBucketFillsByTheClock() throws IOException {
        begin(Scenario.THROTTLED);
        assertThatThrownBy(() -> account.ec2().describeVpcs()).isInstanceOfSatisfying(Ec2Exception.class, refused -> {
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("RequestLimitExceeded");
            assertThat(refused.isThrottlingException()).isTrue();
        });
        assertThatThrownBy(() -> account.stacks().listStacks())
                .isInstanceOfSatisfying(CloudFormationException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(400);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("Throttling");
                    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
                });
        account.later(Duration.ofMillis(50));
        assertThat(account.ec2().describeVpcs().vpcs()).isNotEmpty();
        assertThatThrownBy(() -> account.ec2().describeVpcs()).isInstanceOf(Ec2Exception.class);
        account.later(Duration.ofMillis(62));
        assertThat(account.stacks().listStacks().stackSummaries()).isEmpty();
    }

    @Test
    void aFullBucketHoldsWhatAwsSays() throws IOException {
        begin(Sandbox.Options.DEFAULT.withScenarios(Set.of(Scenario.THROTTLED)).withDrained(0.8));
        assertThat(untilRefused(() -> account.ec2().describeVpcs())).isEqualTo(20);
        assertThat(untilRefused(() -> account.ec2().describeSecurityGroups())).isEqualTo(10);
        assertThat(untilRefused(() -> account.ec2().describeSecurityGroups(r -> r.groupNames("default"))))
                .isEqualTo(20);
        account.later(Duration.ofMinutes(1));
        assertThat(untilRefused(() -> account.ec2().describeVpcs())).isEqualTo(100);
        assertThat(untilRefused(() -> account.ec2().describeSecurityGroups())).isEqualTo(50);
        assertThat(untilRefused(() -> account.stacks().listStacks())).isEqualTo(10);
        assertThat(untilRefused(() -> account.stacks().describeStacks())).isZero();
    }

    private static int untilRefused(Runnable question) {
        for (var times = 0; ; times++) {
            try {
                question.run();
            } catch (Ec2Exception | CloudFormationException _) {
                return times;
            }
        }
    }

    @Test
    void credentialsLastWhileAChangeSetIsRead() throws IOException {
        begin(Scenario.CREDENTIALS_EXPIRE);
        var request =
                account.request("standard", "main", "main-private*", "t3.large").build();
        var changes = account.stacks()
                .createChangeSet(r -> r.stackName("web")
                        .changeSetName("first")
                        .changeSetType(ChangeSetType.CREATE)
                        .templateBody(request.templateBody())
                        .capabilities(request.capabilities())
                        .parameters(request.parameters()));
        account.later(Duration.ofHours(1));
        account.stacks().executeChangeSet(r -> r.changeSetName(changes.id()));
        account.later(Duration.ofMillis(3999));
        assertThat(account.stacks().describeStacks().stacks()).hasSize(1);
        account.later(Duration.ofMillis(1));
        assertThatThrownBy(() -> account.stacks().describeStacks())
                .hasMessageContaining("The security token included in the request is expired");
    }

    @Test
    void whoeverBeganTheStackHasToSignInAnew() throws IOException {
        begin(Scenario.CREDENTIALS_EXPIRE);
        var request =
                account.request("standard", "main", "main-private*", "t3.large").build();
        var id = account.stacks().createStack(request).stackId();
        account.later(Duration.ofMillis(3999));
        assertThat(account.stacks().describeStacks().stacks()).hasSize(1);
        account.later(Duration.ofMillis(1));
        assertThatThrownBy(() -> account.stacks().describeStacks())
                .isInstanceOfSatisfying(CloudFormationException.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken");
                    assertThat(refused.awsErrorDetails().errorMessage())
                            .isEqualTo("The security token included in the request is expired");
                });
        assertThatThrownBy(() -> account.ec2().describeVpcs())
                .isInstanceOfSatisfying(
                        Ec2Exception.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("RequestExpired"));

        account.signInAnew();
        account.later(Duration.ofMinutes(1));
        assertThat(account.stack(id).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        account.stacks().deleteStack(r -> r.stackName(id));
        account.later(Duration.ofMinutes(1));
        assertThat(account.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aStackIsMadeThoughTheAnswerIsLost() throws IOException {
        begin(Scenario.ANSWERS_LOST);
        var request =
                account.request("standard", "main", "main-private*", "t3.large").build();
        var id = account.create(request);
        assertThat(account.stack(id).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(asked("CreateStack"))
                .hasSizeGreaterThan(1)
                .first()
                .satisfies(entry -> assertThat(entry.status()).isEqualTo(Ledger.Entry.LOST));
        assertThat(account.ask(() -> account.stacks().listStacks()).stackSummaries())
                .hasSize(1);
    }

    @Test
    void whichAnswersAreLostIsKnownFromTheSeed() throws IOException {
        var lost = new ArrayList<List<Integer>>();
        for (var seed : new long[] {7, 7, 8}) {
            begin(Sandbox.Options.DEFAULT
                    .withScenarios(EnumSet.of(Scenario.ANSWERS_LOST))
                    .withSeed(seed));
            for (var i = 0; i < 30; i++) {
                try {
                    account.ec2().describeVpcs();
                } catch (SdkClientException _) {
                    // told by the ledger
                }
            }
            lost.add(asked("DescribeVpcs").stream()
                    .map(Ledger.Entry::status)
                    .limit(30)
                    .toList());
            account.close();
        }
        assertThat(lost.get(0)).isEqualTo(lost.get(1)).isNotEqualTo(lost.get(2));
        assertThat(lost.get(0).stream().filter(status -> status == Ledger.Entry.LOST))
                .hasSizeBetween(2, 12);
    }

    @Test
    void aSlowNetworkIsSlow() throws IOException {
        begin(Scenario.SLOW_NETWORK);
        account.ec2().describeKeyPairs();
        assertThat(asked("DescribeKeyPairs"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.took()).isGreaterThanOrEqualTo(Duration.ofMillis(800)));
    }
}
