package dev.ecswizard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;

/// Stacks change the world that the other services show.
class StacksTest {
    private static final String TEMPLATE = """
            Resources:
              Cluster:
                Type: AWS::ECS::Cluster
                Properties:
                  ClusterName: web
              Group:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: of the stack
                  SecurityGroupIngress:
                    - IpProtocol: tcp
                      FromPort: 80
                      ToPort: 81
                      CidrIp: 10.0.0.0/8
              Role:
                Type: AWS::IAM::Role
                Properties:
                  RoleName: ecs-Web
                  AssumeRolePolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Principal: {Service: [ec2.amazonaws.com]}
                        Action: ["sts:AssumeRole"]
                  ManagedPolicyArns:
                    - arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore
                  MaxSessionDuration: 7200
              Profile:
                Type: AWS::IAM::InstanceProfile
                Properties:
                  InstanceProfileName: web-hosts
                  Roles: [!Ref Role]
            Outputs:
              RoleId:
                Value: !GetAtt Role.RoleId
            """;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T03:02:01Z"));
    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        InstantSource clock = now::get;
        sandbox = Sandbox.start(0, Sandbox.Options.DEFAULT.withClock(clock));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Clients in(String region) {
        return new Clients(sandbox.endpoint(), region);
    }

    private void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private String create(String region, String name) {
        return in(region)
                .of(CloudFormationClient.builder())
                .createStack(request ->
                        request.stackName(name).templateBody(TEMPLATE).capabilities(Capability.CAPABILITY_NAMED_IAM))
                .stackId();
    }

    private StackStatus status(String region, String stack) {
        return in(region)
                .of(CloudFormationClient.builder())
                .describeStacks(request -> request.stackName(stack))
                .stacks()
                .getFirst()
                .stackStatus();
    }

    @Test
    void whatAStackMakesIsSeenByTheOtherServicesUntilItIsDeleted() {
        var ecs = in("eu-west-1").of(EcsClient.builder());
        var ec2 = in("eu-west-1").of(Ec2Client.builder());
        var ofStack = Filter.builder()
                .name("tag:aws:cloudformation:stack-name")
                .values("one")
                .build();
        var id = create("eu-west-1", "one");
        later(Duration.ofMinutes(5));
        assertThat(ecs.describeClusters(request -> request.clusters("web")).clusters())
                .extracting(Cluster::status)
                .containsExactly("ACTIVE");
        assertThat(ecs.listServices(request -> request.cluster("web")).serviceArns())
                .isEmpty();
        assertThat(ec2.describeSecurityGroups(request -> request.filters(ofStack))
                        .securityGroups())
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.description()).isEqualTo("of the stack");
                    assertThat(group.ipPermissions()).singleElement().satisfies(rule -> {
                        assertThat(rule.fromPort()).isEqualTo(80);
                        assertThat(rule.toPort()).isEqualTo(81);
                        assertThat(rule.ipRanges().getFirst().cidrIp()).isEqualTo("10.0.0.0/8");
                    });
                    assertThat(group.ipPermissionsEgress()).singleElement();
                });
        assertThat(status("eu-west-1", id)).isEqualTo(StackStatus.CREATE_COMPLETE);

        in("eu-west-1").of(CloudFormationClient.builder()).deleteStack(request -> request.stackName(id));
        later(Duration.ofMinutes(5));
        assertThat(ecs.describeClusters(request -> request.clusters("web")).clusters())
                .isEmpty();
        assertThat(ec2.describeSecurityGroups(request -> request.filters(ofStack))
                        .securityGroups())
                .isEqualTo(java.util.List.<SecurityGroup>of());
        assertThat(status("eu-west-1", id)).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aRoleIsTheAccountsAndClashesInAnyRegion() {
        create("eu-west-1", "one");
        later(Duration.ofMinutes(5));
        var second = create("us-east-1", "two");
        later(Duration.ofMinutes(5));
        assertThat(status("us-east-1", second)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(status("eu-west-1", "one")).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void iamShowsTheRoleAndTheInstanceProfileOfAStackForAsLongAsItIsThere() {
        var iam = in("aws-global").of(IamClient.builder());
        var id = create("eu-west-1", "one");
        later(Duration.ofMinutes(5));
        var role = iam.getRole(request -> request.roleName("ECS-web")).role();
        assertThat(role.roleName()).isEqualTo("ecs-Web");
        assertThat(role.maxSessionDuration()).isEqualTo(7200);
        assertThat(role.createDate()).isBetween(now.get().minus(Duration.ofMinutes(5)), now.get());
        assertThat(role.assumeRolePolicyDocument())
                .isEqualTo("%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C"
                        + "%22Principal%22%3A%7B%22Service%22%3A%5B%22ec2.amazonaws.com%22%5D%7D%2C%22Action%22%3A%5B"
                        + "%22sts%3AAssumeRole%22%5D%7D%5D%7D");
        assertThat(in("eu-west-1")
                        .of(CloudFormationClient.builder())
                        .describeStacks(request -> request.stackName(id))
                        .stacks()
                        .getFirst()
                        .outputs()
                        .getFirst()
                        .outputValue())
                .isEqualTo(role.roleId());
        assertThat(iam.listAttachedRolePolicies(request -> request.roleName("ecs-Web"))
                        .attachedPolicies())
                .extracting(AttachedPolicy::policyName)
                .containsExactly("AmazonSSMManagedInstanceCore");
        assertThat(iam.getInstanceProfile(request -> request.instanceProfileName("web-hosts"))
                        .instanceProfile()
                        .roles())
                .extracting(Role::arn)
                .containsExactly(role.arn());
        in("eu-west-1").of(CloudFormationClient.builder()).deleteStack(request -> request.stackName(id));
        later(Duration.ofMinutes(5));
        assertThatThrownBy(() -> iam.getRole(request -> request.roleName("ecs-Web")))
                .isInstanceOf(NoSuchEntityException.class);
        assertThatThrownBy(() -> iam.getInstanceProfile(request -> request.instanceProfileName("web-hosts")))
                .isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void aStackIsKnownInItsRegionOnly() {
        create("eu-west-1", "one");
        assertThatThrownBy(() -> status("eu-west-2", "one"))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Stack with id one does not exist");
    }
}
