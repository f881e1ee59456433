package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownReasonTest {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    /// What AWS writes, in the words of its guides and of public issue threads.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "CLOSED | - | The Launch Configuration creation operation is not available in your account. Use launch templates to create configuration templates for your Auto Scaling groups.",
                "SILENT | 0,2 | Received 0 SUCCESS signal(s) out of 2.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement",
                "SILENT | - | Failed to receive 1 resource signal(s) for the current batch. Each resource signal timeout is counted as a FAILURE.",
                "BROKEN_START | - | Received 1 FAILURE signal(s) out of 2.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement",
                "ZONE | t3.small,us-east-1e | Your requested instance type (t3.small) is not supported in your requested Availability Zone (us-east-1e). Please retry your request by not specifying an Availability Zone or choosing us-east-1a, us-east-1b. Launching EC2 instance failed.",
                "CAPACITY | m5.large,us-east-1a | Could not launch On-Demand Instances. InsufficientInstanceCapacity - We currently do not have sufficient m5.large capacity in the Availability Zone you requested (us-east-1a). Our system will be working on provisioning additional capacity. Launching EC2 instance failed.",
                "CAPACITY | - | Could not launch On-Demand Instances. InsufficientInstanceCapacity - There is no available capacity. Launching EC2 instance failed.",
                "SPOT_CAPACITY | - | Could not launch Spot Instances. UnfulfillableCapacity - Unable to fulfill capacity due to your request configuration. Please adjust your request and try again. Launching EC2 instance failed.",
                "SPOT_QUOTA | - | Launching a new EC2 instance. Status Reason: Max spot instance count exceeded. Launching EC2 instance failed.",
                "VCPU_QUOTA | 384 | You have requested more vCPU capacity than your current vCPU limit of 384 allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit. Launching EC2 instance failed.",
                "VCPU_QUOTA | - | You have requested more instances (6) than your current instance limit of 5 allows for the specified instance type. Launching EC2 instance failed.",
                "VCPU_QUOTA | 5 | Group did not stabilize. {current/minSize/desired} group size = {2/3/3}. Failed Scaling Activity: You have requested more vCPU capacity than your current vCPU limit of 5 allows for the instance bucket that the specified instance type belongs to. Launching EC2 instance failed.",
                "ADDRESSES | subnet-1 | There are not enough free addresses in subnet 'subnet-1' to satisfy the requested number of instances. Launching EC2 instance failed.",
                "KEY | ops | You must use a valid fully-formed launch template. The key pair 'ops' does not exist (Service: AmazonAutoScaling; Status Code: 400; Error Code: ValidationError)",
                "KEY | - | Parameter validation failed: parameter value for parameter name KeyName does not exist. Rollback requested by user.",
                "IMAGE | ami-0abc | You must use a valid fully-formed launch template. The image id '[ami-0abc]' does not exist",
                "IMAGE | - | Not authorized for images: [ami-0123]",
                "GROUP | sg-0abc | The security group 'sg-0abc' does not exist in VPC 'vpc-1'",
                "GROUP | - | You have specified two resources that belong to different networks.",
                "SUBNET | subnet-9 | The subnet ID 'subnet-9' does not exist",
                "VPC | vpc-9 | The vpc ID 'vpc-9' does not exist",
                "MISMATCH | - | The architecture 'x86_64' of the specified AMI does not match the architecture 'arm64' of the specified instance type",
                "VOLUME | 30 | Volume of size 8GB is smaller than snapshot 'snap-1', expect size >= 30GB",
                "DISK_KEY | - | Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Client.InternalError: Client error on launch",
                "DENIED | iam:CreateRole,arn:aws:iam::1:user/x | API: iam:CreateRole User: arn:aws:iam::1:user/x is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::1:role/y because no identity-based policy allows the iam:CreateRole action",
                "DENIED | iam:CreateServiceLinkedRole,arn:aws:sts::1:assumed-role/a/b | User: arn:aws:sts::1:assumed-role/a/b is not authorized to perform: iam:CreateServiceLinkedRole on resource: z",
                "DENIED | - | You are not authorized to use launch template: lt-0123",
                "DENIED | - | You are not authorized to perform this operation. Encoded authorization failure message: abc (Service: AmazonEC2; Status Code: 403; Error Code: UnauthorizedOperation)",
                "FORBIDDEN | ecs:CreateCluster,service control policy | User: arn:aws:iam::1:user/x is not authorized to perform: ecs:CreateCluster on resource: * with an explicit deny in a service control policy",
                "SERVICE_ROLE | - | Invalid request provided: CreateCluster Invalid Request: Unable to assume the service linked role. Please verify that the ECS service linked role exists.",
                "SERVICE_ROLE | - | Invalid request provided: CreateCapacityProvider error: ECS Service Linked Role does not exist. Please create a Service linked role for ECS and try again.",
                "LIMIT | RolesPerAccount,1000 | Cannot exceed quota for RolesPerAccount: 1000 (Service: AmazonIdentityManagement; Status Code: 409; Error Code: LimitExceeded)",
                "CLUSTER_LIMIT | - | The maximum number of clusters has been reached for this account",
                "ROLE_TAKEN | ecs-web | Resource of type 'AWS::IAM::Role' with identifier 'ecs-web' already exists.",
                "ROLE_TAKEN | ecs-web | Role with name ecs-web already exists. (Service: AmazonIdentityManagement; Error Code: EntityAlreadyExists)",
                "TAKEN | web | web already exists in stack arn:aws:cloudformation:eu-west-1:1:stack/a/1",
                "ACCOUNT | - | Your request for accessing resources in this region is being validated, and you will not be able to launch additional resources in this region until the validation is complete.",
                "UNSUPPORTED | - | The requested configuration is currently not supported. Please check the documentation for supported configurations. Launching EC2 instance failed.",
                "THROTTLED | - | Rate exceeded (Service: AmazonAutoScaling; Status Code: 400; Error Code: Throttling)",
                "OTHER | - | Something new"
            })
    void awsWordsTellWhyAndWhat(KnownReason reason, String details, String sentence) {
        assertThat(KnownReason.of(sentence, GROUP)).isEqualTo(reason);
        assertThat(reason.details(sentence).map(each -> String.join(",", each)).orElse(null))
                .isEqualTo(details);
    }

    @Test
    void theResourceTellsWhatAGeneralSentenceIsAbout() {
        assertThat(KnownReason.of("x already exists", "AWS::IAM::Role")).isEqualTo(KnownReason.ROLE_TAKEN);
        assertThat(KnownReason.of("LimitExceededException", "AWS::ECS::Cluster"))
                .isEqualTo(KnownReason.CLUSTER_LIMIT);
        assertThat(KnownReason.of("LimitExceededException", GROUP)).isEqualTo(KnownReason.LIMIT);
    }

    @Test
    void whatNoAnswerMendsHasNoChoice() {
        assertThat(Diagnosis.of("User: x is not authorized to perform: ecs:CreateCluster", Recipe.STANDARD)
                        .choice())
                .isEmpty();
        assertThat(Diagnosis.of(failure("The key pair 'a' does not exist")).choice())
                .isEmpty();
    }

    @Test
    void aQuestionThatTheRecipeDoesNotAskIsNoChoice() {
        for (var recipe : Recipe.values()) {
            Arrays.stream(KnownReason.values())
                    .flatMap(reason -> reason.questions().stream())
                    .forEach(question -> assertThat(question).isIn(List.of(Question.values())));
            var quota = Diagnosis.of("VcpuLimitExceeded", recipe).choice();
            assertThat(quota)
                    .hasValueSatisfying(
                            question -> assertThat(question.isAskedIn(recipe)).isTrue());
        }
    }

    private static StackEvent failure(String reason) {
        return new StackEvent(
                "e", Instant.EPOCH, "stack", "Group", "g", GROUP, new StackStatus("CREATE_FAILED"), reason);
    }
}
