package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.ChangeRequest;
import dev.ecswizard.cloud.ChangeSet;
import dev.ecswizard.cloud.ChangeSets.Proposed;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.GroupSizes;
import dev.ecswizard.cloud.ResourceChange;
import dev.ecswizard.cloud.ResourceChange.Action;
import dev.ecswizard.cloud.ResourceChange.Detail;
import dev.ecswizard.cloud.ResourceChange.Replacement;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.Stacks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class AwsChangeSetsTest {
    private static final Patience ONCE = new Patience(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), 1, Duration.ofSeconds(20));

    private final CannedAws aws = new CannedAws(_ -> CannedAws.xml("<Nothing/>"));
    private final AwsCloud cloud = new AwsCloud(
            Credentials.of(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))),
            new Clients.Network(Endpoints.allAt(aws.endpoint()), false, false, ONCE),
            new ImageShelf(Optional.empty(), InstantSource.system()),
            "eu-west-1");
    private final Stacks stacks = cloud.stacks("eu-west-1");

    @AfterEach
    void close() {
        cloud.close();
        aws.close();
    }

    private Map<String, String> sent() {
        assertThat(aws.asked).hasSize(1);
        var sent = new HashMap<>(aws.asked.getFirst().values());
        sent.remove("Version");
        return sent;
    }

    private void answersProposal() {
        aws.script(_ -> CannedAws.xml("<CreateChangeSetResponse><CreateChangeSetResult><Id>arn:set</Id>"
                + "<StackId>arn:stack</StackId></CreateChangeSetResult></CreateChangeSetResponse>"));
    }

    @Test
    void aNewStackIsProposedWithEverythingThatWasAskedFor() {
        answersProposal();
        var proposed = stacks.changeSets()
                .propose(new ChangeRequest(
                        "web",
                        true,
                        "first",
                        Optional.of("Resources: {}"),
                        Map.of("VpcId", Optional.of("vpc-1")),
                        Optional.of(Map.of("team", "ops")),
                        Set.of("CAPABILITY_IAM"),
                        "token-1"));
        assertThat(proposed).isEqualTo(new Proposed("arn:set", "arn:stack"));
        assertThat(sent())
                .isEqualTo(Map.ofEntries(
                        Map.entry("Action", "CreateChangeSet"),
                        Map.entry("StackName", "web"),
                        Map.entry("ChangeSetName", "first"),
                        Map.entry("ChangeSetType", "CREATE"),
                        Map.entry("TemplateBody", "Resources: {}"),
                        Map.entry("Parameters.member.1.ParameterKey", "VpcId"),
                        Map.entry("Parameters.member.1.ParameterValue", "vpc-1"),
                        Map.entry("Tags.member.1.Key", "team"),
                        Map.entry("Tags.member.1.Value", "ops"),
                        Map.entry("Capabilities.member.1", "CAPABILITY_IAM"),
                        Map.entry("ClientToken", "token-1")));
    }

    @Test
    void whatIsNotGivenStaysAsItIs() {
        answersProposal();
        stacks.changeSets()
                .propose(new ChangeRequest(
                        "arn:stack",
                        false,
                        "second",
                        Optional.empty(),
                        Map.of("VpcId", Optional.empty()),
                        Optional.empty(),
                        Set.of("CAPABILITY_IAM"),
                        "token-2"));
        assertThat(sent())
                .isEqualTo(Map.of(
                        "Action", "CreateChangeSet",
                        "StackName", "arn:stack",
                        "ChangeSetName", "second",
                        "ChangeSetType", "UPDATE",
                        "UsePreviousTemplate", "true",
                        "Parameters.member.1.ParameterKey", "VpcId",
                        "Parameters.member.1.UsePreviousValue", "true",
                        "Capabilities.member.1", "CAPABILITY_IAM",
                        "ClientToken", "token-2"));
    }

    @Test
    void aPageComesWithTheValuesBeforeAndAfter() {
        aws.script(_ -> CannedAws.xml("""
                <DescribeChangeSetResponse><DescribeChangeSetResult><ChangeSetId>arn:set</ChangeSetId>\
                <StackId>arn:stack</StackId><Status>CREATE_COMPLETE</Status>\
                <ExecutionStatus>AVAILABLE</ExecutionStatus><NextToken>more</NextToken><Changes><member>\
                <Type>Resource</Type><ResourceChange><Action>Modify</Action>\
                <LogicalResourceId>Group</LogicalResourceId><PhysicalResourceId>web-1</PhysicalResourceId>\
                <ResourceType>AWS::AutoScaling::AutoScalingGroup</ResourceType>\
                <Replacement>Conditional</Replacement><PolicyAction>ReplaceAndRetain</PolicyAction>\
                <Scope><member>Properties</member></Scope><Details><member><Target>\
                <Attribute>Properties</Attribute><Name>MaxSize</Name><RequiresRecreation>Never</RequiresRecreation>\
                <Path>/Properties/MaxSize</Path><BeforeValue>4</BeforeValue><AfterValue>6</AfterValue></Target>\
                <Evaluation>Dynamic</Evaluation><ChangeSource>ParameterReference</ChangeSource>\
                <CausingEntity>ClusterMaxSize</CausingEntity></member></Details></ResourceChange></member>\
                <member><Type>Resource</Type><ResourceChange><Action>SomethingNew</Action>\
                <LogicalResourceId>Odd</LogicalResourceId></ResourceChange></member></Changes>\
                </DescribeChangeSetResult></DescribeChangeSetResponse>"""));
        var page = stacks.changeSets().read("arn:set", Optional.of("before"));
        assertThat(sent())
                .isEqualTo(Map.of(
                        "Action", "DescribeChangeSet",
                        "ChangeSetName", "arn:set",
                        "IncludePropertyValues", "true",
                        "NextToken", "before"));
        assertThat(page)
                .isEqualTo(new ChangeSet(
                        "arn:set",
                        "arn:stack",
                        new StackStatus("CREATE_COMPLETE"),
                        "",
                        "AVAILABLE",
                        List.of(
                                new ResourceChange(
                                        Action.MODIFY,
                                        "Group",
                                        "web-1",
                                        "AWS::AutoScaling::AutoScalingGroup",
                                        Replacement.PERHAPS,
                                        true,
                                        List.of("Properties"),
                                        List.of(new Detail(
                                                "Properties",
                                                "Properties/MaxSize",
                                                "4",
                                                "6",
                                                Replacement.NEVER,
                                                false,
                                                "ClusterMaxSize"))),
                                new ResourceChange(
                                        Action.OTHER, "Odd", "", "", Replacement.NEVER, false, List.of(), List.of())),
                        Optional.of("more")));
    }

    @Test
    void itIsExecutedWithATokenAndTheWishForFailures() {
        stacks.changeSets().execute("arn:set", true, "token-3");
        assertThat(sent())
                .isEqualTo(Map.of(
                        "Action", "ExecuteChangeSet",
                        "ChangeSetName", "arn:set",
                        "DisableRollback", "true",
                        "ClientRequestToken", "token-3"));
    }

    @Test
    void oneThatIsGoneIsNotFound() {
        aws.script(_ -> CannedAws.queryError(404, "ChangeSetNotFound", "ChangeSet [arn:set] does not exist"));
        assertThatThrownBy(() -> stacks.changeSets().read("arn:set", Optional.empty()))
                .isInstanceOfSatisfying(CloudProblem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(CloudProblem.Kind.NOT_FOUND);
                    assertThat(problem.action()).isEqualTo("cloudformation:DescribeChangeSet");
                });
    }

    @Test
    void aGroupTellsItsSizes() {
        aws.script(_ -> CannedAws.xml("<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult>"
                + "<AutoScalingGroups><member><MinSize>1</MinSize><DesiredCapacity>3</DesiredCapacity>"
                + "<MaxSize>6</MaxSize></member></AutoScalingGroups></DescribeAutoScalingGroupsResult>"
                + "</DescribeAutoScalingGroupsResponse>"));
        assertThat(stacks.groupSizes("web-1")).contains(new GroupSizes(1, 3, 6));
    }
}
