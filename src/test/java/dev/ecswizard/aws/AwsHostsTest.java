package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.ScalingActivity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class AwsHostsTest {
    private static final Patience ONCE = new Patience(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), 1, Duration.ofSeconds(20));

    private final CannedAws aws = new CannedAws(_ -> CannedAws.xml("<Nothing/>"));
    private final AwsCloud cloud = new AwsCloud(
            Credentials.of(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))),
            new Clients.Network(Endpoints.allAt(aws.endpoint()), false, false, ONCE),
            new ImageShelf(Optional.empty(), InstantSource.system()),
            "eu-west-1");
    private final Hosts hosts = cloud.hosts("eu-west-1");

    @AfterEach
    void close() {
        cloud.close();
        aws.close();
    }

    @Test
    void aGroupTellsWhatItWantsAndWhoStays() {
        aws.script(_ -> CannedAws.xml("""
                <R><DescribeAutoScalingGroupsResult><AutoScalingGroups><member>\
                <AutoScalingGroupName>web-Group-1</AutoScalingGroupName><DesiredCapacity>2</DesiredCapacity><Instances>\
                <member><InstanceId>i-1</InstanceId><LifecycleState>InService</LifecycleState></member>\
                <member><InstanceId>i-2</InstanceId><LifecycleState>Terminating:Wait</LifecycleState></member>\
                </Instances></member></AutoScalingGroups></DescribeAutoScalingGroupsResult></R>"""));

        var group = hosts.group("web-Group-1").orElseThrow();
        assertThat(group)
                .isEqualTo(new HostGroup(
                        "web-Group-1",
                        2,
                        List.of(
                                new HostGroup.Member("i-1", "InService"),
                                new HostGroup.Member("i-2", "Terminating:Wait"))));
        assertThat(group.staying()).extracting(HostGroup.Member::instanceId).containsExactly("i-1");
        assertThat(aws.asked.getFirst().value("AutoScalingGroupNames.member.1")).isEqualTo("web-Group-1");
    }

    @Test
    void aGroupThatIsGoneIsNone() {
        aws.script(_ -> CannedAws.xml(
                "<R><DescribeAutoScalingGroupsResult><AutoScalingGroups/></DescribeAutoScalingGroupsResult></R>"));
        assertThat(hosts.group("web")).isEmpty();
    }

    @Test
    void activitiesAreReadPageByPageEvenOfDeletedGroups() {
        aws.script(asked -> CannedAws.xml(asked.value("NextToken").isEmpty() ? """
                        <R><DescribeScalingActivitiesResult><Activities><member><ActivityId>a1</ActivityId>\
                        <AutoScalingGroupName>web</AutoScalingGroupName><Description>Launching a new EC2 instance: \
                        i-0ab12</Description><Cause>At once.</Cause><StatusCode>Failed</StatusCode><StatusMessage>No \
                        room.</StatusMessage><StartTime>2026-03-01T10:00:00Z</StartTime>\
                        <EndTime>2026-03-01T10:00:05Z</EndTime></member></Activities><NextToken>more</NextToken>\
                        </DescribeScalingActivitiesResult></R>""" : """
                        <R><DescribeScalingActivitiesResult><Activities/></DescribeScalingActivitiesResult></R>"""));

        var page = hosts.activities("web", Optional.empty());
        assertThat(page.activities())
                .containsExactly(new ScalingActivity(
                        "a1",
                        "web",
                        "Launching a new EC2 instance: i-0ab12",
                        "At once.",
                        "Failed",
                        "No room.",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Optional.of(Instant.parse("2026-03-01T10:00:05Z"))));
        assertThat(page.activities().getFirst().instanceId()).contains("i-0ab12");
        assertThat(hosts.activities("web", page.next()).next()).isEmpty();
        assertThat(aws.asked.getFirst().value("IncludeDeletedGroups")).isEqualTo("true");
        assertThat(aws.asked.getLast().value("NextToken")).isEqualTo("more");
    }

    @Test
    void moreThanAHundredContainerInstancesAreDescribedByTheHundred() {
        var arns = IntStream.range(0, 150).mapToObj(i -> "\"arn:" + i + "\"").toList();
        aws.script(asked -> CannedAws.json(
                200,
                switch (asked.action()) {
                    case "ListContainerInstances" ->
                        asked.value("body").contains("more")
                                ? "{\"containerInstanceArns\":[" + String.join(",", arns.subList(100, 150)) + "]}"
                                : "{\"containerInstanceArns\":[" + String.join(",", arns.subList(0, 100))
                                        + "],\"nextToken\":\"more\"}";
                    default ->
                        "{\"containerInstances\":[{\"ec2InstanceId\":\"i-1\",\"status\":\"REGISTRATION_FAILED\","
                                + "\"statusReason\":\"Why.\",\"agentConnected\":false,\"runningTasksCount\":2,"
                                + "\"pendingTasksCount\":1,\"registeredAt\":1772359200}]}";
                }));

        assertThat(hosts.registered("web"))
                .hasSize(2)
                .containsOnly(new ContainerInstance(
                        "i-1",
                        "REGISTRATION_FAILED",
                        "Why.",
                        false,
                        3,
                        Optional.of(Instant.parse("2026-03-01T10:00:00Z"))));
        assertThat(aws.asked.stream().collect(Collectors.groupingBy(CannedAws.Asked::action, Collectors.counting())))
                .containsEntry("ListContainerInstances", 2L)
                .containsEntry("DescribeContainerInstances", 2L);
    }

    @Test
    void inNoClusterNobodyIsRegistered() {
        aws.script(_ ->
                CannedAws.json(400, "{\"__type\":\"ClusterNotFoundException\",\"message\":\"Cluster not found.\"}"));
        assertThat(hosts.registered("web")).isEmpty();
    }

    @Test
    void aDeniedReadNamesTheAction() {
        aws.script(_ -> CannedAws.queryError(
                403,
                "AccessDenied",
                "User: arn:aws:iam::1:user/ann is not authorized to perform:"
                        + " autoscaling:DescribeScalingActivities because no identity-based policy allows it"));
        assertThatThrownBy(() -> hosts.activities("web", Optional.empty()))
                .isInstanceOfSatisfying(CloudProblem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(CloudProblem.Kind.DENIED);
                    assertThat(problem.action()).isEqualTo("autoscaling:DescribeScalingActivities");
                    assertThat(problem.region()).contains("eu-west-1");
                });
    }

    @Test
    void oneMoreIsWantedAndOneIsReleased() {
        aws.script(_ -> CannedAws.xml("<R><TerminateInstanceInAutoScalingGroupResult/></R>"));
        hosts.want("web", 1);
        hosts.release("i-1");

        assertThat(aws.actions()).containsExactly("SetDesiredCapacity", "TerminateInstanceInAutoScalingGroup");
        assertThat(aws.asked.getFirst().value("DesiredCapacity")).isEqualTo("1");
        assertThat(aws.asked.getLast().value("ShouldDecrementDesiredCapacity")).isEqualTo("true");
    }

    @Test
    void whereTheNewestConsoleOutputCanNotBeHadTheKeptOneIsRead() {
        var words = "cloud-init: caf\u00e9\n";
        var encoded = Base64.getMimeEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
        aws.script(asked -> asked.value("Latest").equals("true")
                ? CannedAws.ec2Error(
                        400,
                        "UnsupportedOperation",
                        "This instance type does not support retrieving the latest console logs.")
                : CannedAws.xml("<R><instanceId>i-1</instanceId><output>" + encoded + "</output></R>"));

        assertThat(hosts.console("i-1")).isEqualTo(words);
        assertThat(aws.actions()).hasSize(2);
    }

    @Test
    void aConsoleWithoutOutputIsEmpty() {
        aws.script(_ -> CannedAws.xml("<R><instanceId>i-1</instanceId></R>"));
        assertThat(hosts.console("i-1")).isEmpty();
    }
}
