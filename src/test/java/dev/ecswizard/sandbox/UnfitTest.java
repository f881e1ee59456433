package dev.ecswizard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.Ec2Client;

/// What services refuse because of what else there is, or is not, in the account.
class UnfitTest {
    private static final String GROUP = """
            Parameters:
              Source: {Type: String, Default: ""}
            Conditions:
              HasSource: !Not [!Equals [!Ref Source, ""]]
            Resources:
              Logs: {Type: "AWS::Logs::LogGroup"}
              Group:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: hosts
                  SecurityGroupIngress: !If
                    - HasSource
                    - [{IpProtocol: tcp, FromPort: 1, ToPort: 2, SourceSecurityGroupId: !Ref Source}]
                    - !Ref AWS::NoValue
            """;
    private static final String HOSTS = """
            Parameters:
              Image:
                Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
                Default: /aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id
            Resources:
              Source:
                Type: AWS::EC2::LaunchTemplate
                Properties:
                  LaunchTemplateData: {ImageId: !Ref Image, InstanceType: t3.small, %s}
              Group:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties:
                  VPCZoneIdentifier: [%s]
                  MinSize: 0
                  MaxSize: 1
                  LaunchTemplate: {LaunchTemplateId: !Ref Source, Version: %s}
            """;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T03:02:01Z"));
    private Sandbox sandbox;
    private CloudFormationClient stacks;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(0, Sandbox.Options.DEFAULT.withClock(now::get));
        stacks = new Clients(sandbox.endpoint(), "eu-west-1").of(CloudFormationClient.builder());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String create(String name, String template) {
        var id = stacks.createStack(request -> request.stackName(name).templateBody(template))
                .stackId();
        later();
        return id;
    }

    private void later() {
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(10)));
    }

    private StackStatus status(String stack) {
        return stacks.describeStacks(request -> request.stackName(stack))
                .stacks()
                .getFirst()
                .stackStatus();
    }

    private String reasons(String stack) {
        return String.join(
                "\n",
                stacks.describeStackEvents(request -> request.stackName(stack)).stackEvents().stream()
                        .filter(event -> event.resourceStatusAsString().endsWith("_FAILED"))
                        .map(StackEvent::resourceStatusReason)
                        .toList());
    }

    @Test
    void aSecurityGroupStaysAsLongAsARuleOfAnotherNamesIt() {
        var first = create("first", GROUP);
        var group = stacks.describeStackResource(
                        request -> request.stackName("first").logicalResourceId("Group"))
                .stackResourceDetail()
                .physicalResourceId();
        create("second", GROUP.replace("Default: \"\"", "Default: " + group));
        stacks.deleteStack(request -> request.stackName("first"));
        later();

        assertThat(status(first)).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(reasons(first)).contains("resource " + group + " has a dependent object");

        stacks.deleteStack(request -> request.stackName("second"));
        later();
        stacks.deleteStack(request -> request.stackName("first"));
        later();
        assertThat(status(first)).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aGroupOfZonesIsLaunchedInTheDefaultSubnets() {
        var id = create(
                "hosts",
                HOSTS.formatted("EbsOptimized: false", "", "'1'")
                        .replace("VPCZoneIdentifier: []", "AvailabilityZones: [eu-west-1b]")
                        .replace("MinSize: 0", "MinSize: 1"));

        assertThat(status(id)).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(new Clients(sandbox.endpoint(), "eu-west-1")
                        .of(Ec2Client.builder())
                        .describeInstances()
                        .reservations())
                .singleElement()
                .satisfies(
                        one -> assertThat(one.instances().getFirst().placement().availabilityZone())
                                .isEqualTo("eu-west-1b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EbsOptimized: false | 1 | ''",
                "IamInstanceProfile: {Name: none} | 1 | Value (none) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
                "IamInstanceProfile: {Arn: 'arn:aws:iam::123456789012:instance-profile/none'} | 1 | for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN",
                "EbsOptimized: false | '77' | Could not find the specified version 77 for the launch template with ID lt-",
            })
    void aGroupNeedsATemplateThatHostsCanBeLaunchedFrom(String data, String version, String reason) {
        var subnet = new Clients(sandbox.endpoint(), "eu-west-1")
                .of(Ec2Client.builder())
                .describeSubnets()
                .subnets()
                .getFirst()
                .subnetId();
        var id = create("hosts", HOSTS.formatted(data, subnet, version));

        assertThat(reasons(id)).contains(reason);
        assertThat(status(id))
                .isEqualTo(reason.isEmpty() ? StackStatus.CREATE_COMPLETE : StackStatus.ROLLBACK_COMPLETE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GroupName: hosts, GroupDescription: hosts | ''",
                "GroupName: sg-hosts, GroupDescription: hosts | Value (sg-hosts) for parameter GroupName is invalid. Group names may not be in the format sg-*.",
                "GroupName: default, GroupDescription: hosts | Cannot use reserved security group name: default",
                "GroupDescription: höst | Value (höst) for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported.",
            })
    void aSecurityGroupNeedsANameAndDescriptionThatEc2Takes(String properties, String reason) {
        var id = create(
                "group", "Resources: {Group: {Type: \"AWS::EC2::SecurityGroup\", Properties: {" + properties + "}}}");

        assertThat(reasons(id)).contains(reason);
        assertThat(status(id))
                .isEqualTo(reason.isEmpty() ? StackStatus.CREATE_COMPLETE : StackStatus.ROLLBACK_COMPLETE);
    }
}
