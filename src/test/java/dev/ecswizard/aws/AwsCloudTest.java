package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.aws.CannedAws.Asked;
import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import dev.ecswizard.cloud.Image;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.InstanceType.Accelerator;
import dev.ecswizard.cloud.Region;
import dev.ecswizard.cloud.Rights;
import dev.ecswizard.cloud.SecurityGroup;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.spec.Architecture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class AwsCloudTest {
    private static final Patience ONCE = new Patience(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), 1, Duration.ofSeconds(20));

    private final CannedAws aws = new CannedAws(_ -> CannedAws.xml("<Nothing/>"));
    private final AwsCloud cloud = new AwsCloud(
            Credentials.of(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))),
            new Clients.Network(Endpoints.allAt(aws.endpoint()), false, false, ONCE),
            new ImageShelf(Optional.empty(), InstantSource.system()),
            "eu-west-1");

    @AfterEach
    void close() {
        cloud.close();
        aws.close();
    }

    private Asked onlyQuestion() {
        assertThat(aws.asked).hasSize(1);
        return aws.asked.getFirst();
    }

    @Test
    void theCallerIsToldByAccountAndArn() {
        aws.script(_ -> CannedAws.xml("""
                <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/ann</Arn>\
                <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"""));
        assertThat(cloud.caller()).isEqualTo(new Caller("123456789012", "arn:aws:iam::123456789012:user/ann"));
    }

    /// IAM API reference, EvaluationResult: with a resource named, what is missing is told beside the resource.
    @Test
    void whatTheSimulatorWasNotToldMakesItUnsure() {
        aws.script(_ -> CannedAws.xml("""
                <R><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults>\
                <member><EvalActionName>iam:PassRole</EvalActionName><EvalDecision>implicitDeny</EvalDecision>\
                <ResourceSpecificResults><member><EvalResourceName>arn:aws:iam::123456789012:role/r</EvalResourceName>\
                <EvalResourceDecision>implicitDeny</EvalResourceDecision><MissingContextValues>\
                <member>iam:AssociatedResourceArn</member></MissingContextValues></member></ResourceSpecificResults></member>\
                <member><EvalActionName>iam:CreateRole</EvalActionName><EvalDecision>explicitDeny</EvalDecision></member>\
                </EvaluationResults></SimulatePrincipalPolicyResult></R>"""));
        var decisions = cloud.rights()
                .simulate(
                        "arn:aws:iam::123456789012:user/ann",
                        List.of("iam:PassRole", "iam:CreateRole"),
                        "arn:aws:iam::123456789012:role/r",
                        Map.of(
                                "iam:PassedToService", List.of("ec2.amazonaws.com"),
                                "aws:CalledVia", List.of("cloudformation.amazonaws.com"),
                                "aws:ViaAWSService", List.of("true")));

        assertThat(decisions)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("iam:PassRole", Rights.Decision.UNSURE, "iam:CreateRole", Rights.Decision.DENIED));
        assertThat(onlyQuestion().values())
                .containsEntry("ContextEntries.member.1.ContextKeyName", "aws:CalledVia")
                .containsEntry("ContextEntries.member.1.ContextKeyType", "stringList")
                .containsEntry("ContextEntries.member.2.ContextKeyType", "boolean")
                .containsEntry("ContextEntries.member.3.ContextKeyName", "iam:PassedToService")
                .containsEntry("ContextEntries.member.3.ContextKeyType", "string")
                .containsEntry("ContextEntries.member.3.ContextKeyValues.member.1", "ec2.amazonaws.com");
    }

    @Test
    void regionsThatAreNotOptedIntoAreThereButNotEnabled() {
        aws.script(_ -> CannedAws.xml("""
                <R><regionInfo><item><regionName>eu-west-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>\
                <item><regionName>af-south-1</regionName><optInStatus>not-opted-in</optInStatus></item>\
                <item><regionName>ap-east-1</regionName><optInStatus>opted-in</optInStatus></item></regionInfo></R>"""));
        assertThat(cloud.regions())
                .containsExactly(
                        new Region("af-south-1", false), new Region("ap-east-1", true), new Region("eu-west-1", true));
        assertThat(onlyQuestion().value("AllRegions")).isEqualTo("true");
    }

    @Test
    void everyPageOfVpcsIsReadAndTheDefaultOneComesFirst() {
        aws.script(question -> CannedAws.xml(
                question.value("NextToken").isEmpty()
                        ? "<R><vpcSet><item><vpcId>vpc-2</vpcId><cidrBlock>10.0.0.0/16</cidrBlock><ownerId>1</ownerId>"
                                + "<tagSet><item><key>Name</key><value>shop</value></item></tagSet>"
                                + "<cidrBlockAssociationSet><item><cidrBlock>10.0.0.0/16</cidrBlock></item>"
                                + "<item><cidrBlock>10.1.0.0/16</cidrBlock><cidrBlockState><state>associated</state>"
                                + "</cidrBlockState></item><item><cidrBlock>10.2.0.0/16</cidrBlock><cidrBlockState>"
                                + "<state>disassociated</state></cidrBlockState></item></cidrBlockAssociationSet>"
                                + "</item></vpcSet><nextToken>more</nextToken></R>"
                        : "<R><vpcSet><item><vpcId>vpc-1</vpcId><cidrBlock>172.31.0.0/16</cidrBlock>"
                                + "<isDefault>true</isDefault><ownerId>1</ownerId></item></vpcSet></R>"));
        assertThat(cloud.networks("eu-west-1").vpcs())
                .containsExactly(
                        new Vpc("vpc-1", "", List.of("172.31.0.0/16"), true, "1"),
                        new Vpc("vpc-2", "shop", List.of("10.0.0.0/16", "10.1.0.0/16"), false, "1"));
        assertThat(aws.asked).extracting(asked -> asked.value("NextToken")).containsExactly("", "more");
        assertThat(aws.asked.getFirst().value("Filter.1.Name")).isEqualTo("state");
        assertThat(aws.asked.getFirst().value("Filter.1.Value.1")).isEqualTo("available");
    }

    @Test
    void subnetsAreAskedForByVpcAndSortedByZone() {
        aws.script(_ -> CannedAws.xml("""
                <R><subnetSet>\
                <item><subnetId>subnet-2</subnetId><vpcId>vpc-1</vpcId><availabilityZone>eu-west-1b</availabilityZone>\
                <cidrBlock>10.0.1.0/24</cidrBlock><availableIpAddressCount>250</availableIpAddressCount>\
                <mapPublicIpOnLaunch>true</mapPublicIpOnLaunch><ownerId>1</ownerId>\
                <outpostArn>arn:aws:outposts:eu-west-1:1:outpost/op-1</outpostArn></item>\
                <item><subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId><availabilityZone>eu-west-1a</availabilityZone>\
                <ownerId>1</ownerId></item></subnetSet></R>"""));
        assertThat(cloud.networks("eu-west-1").subnets("vpc-1"))
                .containsExactly(
                        new Subnet("subnet-1", "", "vpc-1", "eu-west-1a", "", 0, false, "1"),
                        new Subnet("subnet-2", "", "vpc-1", "eu-west-1b", "10.0.1.0/24", 250, true, "1", true));
        assertThat(onlyQuestion().value("Filter.1.Name")).isEqualTo("vpc-id");
        assertThat(onlyQuestion().value("Filter.1.Value.1")).isEqualTo("vpc-1");
        assertThat(onlyQuestion().value("Filter.2.Name")).isEqualTo("state");
    }

    @Test
    void securityGroupsAreNeverAskedForWithoutAVpc() {
        aws.script(_ -> CannedAws.xml("""
                <R><securityGroupInfo><item><groupId>sg-1</groupId><groupName>lb</groupName>\
                <groupDescription>in front</groupDescription></item></securityGroupInfo></R>"""));
        assertThat(cloud.networks("eu-west-1").securityGroups("vpc-1"))
                .containsExactly(new SecurityGroup("sg-1", "lb", "in front", "vpc-1"));
        assertThat(onlyQuestion().value("Filter.1.Value.1")).isEqualTo("vpc-1");
    }

    @Test
    void offeringsOfRegionAndZonesAreReadToTheLastPageAndAZoneWithNoneIsEmpty() {
        aws.script(question -> CannedAws.xml("<R><instanceTypeOfferingSet>" + offered(question)
                + "</instanceTypeOfferingSet>"
                + (question.value("NextToken").isEmpty() ? "<nextToken>more</nextToken>" : "") + "</R>"));
        assertThat(cloud.catalog("eu-west-1").offerings(List.of("eu-west-1a", "eu-west-1b")))
                .isEqualTo(Map.of("eu-west-1a", Set.of("t3.large", "m7g.large"), "eu-west-1b", Set.of()));
        assertThat(cloud.catalog("eu-west-1").typeNames()).containsExactlyInAnyOrder("t3.large", "p5.48xlarge");
        assertThat(aws.asked)
                .hasSize(6)
                .allMatch(question -> question.value("MaxResults").equals("1000"))
                .filteredOn(question -> question.value("LocationType").equals("availability-zone"))
                .extracting(question -> question.value("Filter.1.Value.1"))
                .containsExactlyInAnyOrder("eu-west-1a", "eu-west-1a", "eu-west-1b", "eu-west-1b");
    }

    private static String offered(CannedAws.Asked question) {
        var isFirst = question.value("NextToken").isEmpty();
        var names = switch (question.value("Filter.1.Value.1")) {
            case "eu-west-1a" -> isFirst ? "t3.large" : "m7g.large";
            case "eu-west-1b" -> "";
            default -> isFirst ? "t3.large" : "p5.48xlarge";
        };
        return names.isEmpty() ? "" : "<item><instanceType>" + names + "</instanceType></item>";
    }

    @Test
    void typesAreAskedForByNameAtMostAHundredAtATime() {
        aws.script(question -> CannedAws.xml("<R><instanceTypeSet>"
                + question.values().entrySet().stream()
                        .filter(value -> value.getKey().startsWith("InstanceType."))
                        .map(value -> "<item><instanceType>" + value.getValue() + "</instanceType></item>")
                        .collect(Collectors.joining())
                + "</instanceTypeSet></R>"));
        var names = IntStream.range(0, 250).mapToObj("t%03d.large"::formatted).toList();
        assertThat(cloud.catalog("eu-west-1").instanceTypes(names))
                .extracting(InstanceType::name)
                .containsExactlyElementsOf(names);
        assertThat(aws.asked)
                .extracting(asked -> asked.values().keySet().stream()
                        .filter(key -> key.startsWith("InstanceType."))
                        .count())
                .containsExactlyInAnyOrder(100L, 100L, 50L);
    }

    @Test
    void theFactsOfATypeAreTakenOver() {
        aws.script(_ -> CannedAws.xml("""
                <R><instanceTypeSet><item><instanceType>g5.large</instanceType><currentGeneration>true</currentGeneration>\
                <bareMetal>false</bareMetal><burstablePerformanceSupported>true</burstablePerformanceSupported>\
                <processorInfo><supportedArchitectures><item>x86_64</item></supportedArchitectures>\
                <manufacturer>AMD</manufacturer></processorInfo>\
                <vCpuInfo><defaultVCpus>2</defaultVCpus></vCpuInfo><memoryInfo><sizeInMiB>8192</sizeInMiB></memoryInfo>\
                <networkInfo><networkPerformance>Up to 5 Gigabit</networkPerformance>\
                <maximumNetworkInterfaces>3</maximumNetworkInterfaces></networkInfo>\
                <gpuInfo><gpus><item><count>3</count></item><item><count>1</count></item></gpus>\
                <totalGpuMemoryInMiB>24</totalGpuMemoryInMiB></gpuInfo></item>\
                <item><instanceType>inf1.large</instanceType><inferenceAcceleratorInfo><accelerators><item>\
                <manufacturer>AWS</manufacturer></item></accelerators></inferenceAcceleratorInfo></item>\
                <item><instanceType>trn1.large</instanceType><neuronInfo><totalNeuronDeviceMemoryInMiB>1\
                </totalNeuronDeviceMemoryInMiB></neuronInfo></item>\
                <item><instanceType>vt1.large</instanceType><mediaAcceleratorInfo><totalMediaMemoryInMiB>1\
                </totalMediaMemoryInMiB></mediaAcceleratorInfo></item>\
                <item><instanceType>f1.large</instanceType><fpgaInfo><totalFpgaMemoryInMiB>1</totalFpgaMemoryInMiB>\
                </fpgaInfo></item></instanceTypeSet></R>"""));
        var types = cloud.catalog("eu-west-1").instanceTypes(List.of("any.large"));
        assertThat(types)
                .contains(new InstanceType(
                        "g5.large",
                        2,
                        8192,
                        Set.of("x86_64"),
                        "AMD",
                        "Up to 5 Gigabit",
                        3,
                        true,
                        true,
                        false,
                        4,
                        Accelerator.GPU));
        assertThat(types.stream().collect(Collectors.toMap(InstanceType::family, InstanceType::accelerator)))
                .isEqualTo(Map.of(
                        "g5", Accelerator.GPU,
                        "inf1", Accelerator.NEURON,
                        "trn1", Accelerator.NEURON,
                        "vt1", Accelerator.OTHER,
                        "f1", Accelerator.OTHER));
    }

    @Test
    void keyPairsAreSorted() {
        aws.script(_ -> CannedAws.xml(
                "<R><keySet><item><keyName>ops</keyName></item><item><keyName>ann</keyName></item></keySet></R>"));
        assertThat(cloud.catalog("eu-west-1").keyPairs()).containsExactly("ann", "ops");
    }

    private static String image(String id, String name, String created) {
        return "<item><imageId>" + id + "</imageId><name>" + name + "</name><creationDate>" + created
                + "</creationDate></item>";
    }

    @Test
    void theNewestImageIsThePlainOneWithTheLatestDateThenName() {
        aws.script(_ -> CannedAws.xml("<R><imagesSet>"
                + image(
                        "ami-00000001",
                        "al2023-ami-ecs-hvm-2023.0.20260101-kernel-6.1-arm64",
                        "2026-01-01T00:00:00.000Z")
                + image(
                        "ami-00000002",
                        "al2023-ami-ecs-hvm-2023.0.20260201-kernel-6.1-arm64",
                        "2026-02-01T00:00:00.000Z")
                + image(
                        "ami-00000003",
                        "al2023-ami-ecs-hvm-2023.0.20260201-kernel-6.12-arm64",
                        "2026-02-01T00:00:00.000Z")
                + image(
                        "ami-00000004",
                        "al2023-ami-ecs-gpu-hvm-2023.0.20260301-kernel-6.1-arm64",
                        "2026-03-01T00:00:00.000Z")
                + image(
                        "ami-00000005",
                        "al2023-ami-ecs-neuron-hvm-2023.0.2026-kernel-6.1-arm64",
                        "2026-03-01T00:00:00.000Z")
                + "</imagesSet></R>"));
        assertThat(cloud.images()
                        .newest(Architecture.ARM64, List.of("eu-west-1"))
                        .images())
                .isEqualTo(Map.of(
                        "eu-west-1",
                        new Image(
                                "ami-00000003",
                                "al2023-ami-ecs-hvm-2023.0.20260201-kernel-6.12-arm64",
                                Instant.parse("2026-02-01T00:00:00Z"),
                                Architecture.ARM64)));
        var question = onlyQuestion();
        assertThat(question.value("Owner.1")).isEqualTo("amazon");
        var filters = IntStream.rangeClosed(1, 5)
                .boxed()
                .collect(Collectors.toMap(
                        i -> question.value("Filter." + i + ".Name"), i -> question.value("Filter." + i + ".Value.1")));
        assertThat(filters)
                .isEqualTo(Map.of(
                        "name", "al2023-ami-ecs-hvm-*-kernel-*-arm64",
                        "architecture", "arm64",
                        "state", "available",
                        "virtualization-type", "hvm",
                        "root-device-type", "ebs"));
    }

    @Test
    void oneRegionsProblemSpoilsNoOthersImage() {
        aws.script(question -> question.authorization().contains("/af-south-1/")
                ? CannedAws.ec2Error(401, "AuthFailure", "AWS was not able to validate the provided access credentials")
                : CannedAws.xml("<R><imagesSet>"
                        + image(
                                "ami-00000001",
                                "al2023-ami-ecs-hvm-2023.0.20260101-kernel-6.1-x86_64",
                                "2026-01-01T00:00:00.000Z")
                        + "</imagesSet></R>"));
        var found = cloud.images().newest(Architecture.X86_64, List.of("eu-west-1", "af-south-1", "us-east-1"));
        assertThat(found.images()).containsOnlyKeys("eu-west-1", "us-east-1");
        assertThat(found.problems()).containsOnlyKeys("af-south-1");
    }

    @Test
    void aStackThatDoesNotExistIsNoProblem() {
        aws.script(_ -> CannedAws.queryError(400, "ValidationError", "Stack with id web does not exist"));
        assertThat(cloud.stacks("eu-west-1").find("web")).isEmpty();
    }

    @Test
    void aStackComesWithParametersTagsAndOutputs() {
        aws.script(_ -> CannedAws.xml("""
                <DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackId>arn:1</StackId>\
                <StackName>web</StackName><StackStatus>CREATE_COMPLETE</StackStatus>\
                <CreationTime>2026-03-01T10:00:00Z</CreationTime>\
                <Parameters><member><ParameterKey>VpcId</ParameterKey><ParameterValue>vpc-1</ParameterValue></member></Parameters>\
                <Tags><member><Key>team</Key><Value>ops</Value></member></Tags>\
                <Outputs><member><OutputKey>Cluster</OutputKey><OutputValue>web-cluster</OutputValue></member></Outputs>\
                </member></Stacks></DescribeStacksResult></DescribeStacksResponse>"""));
        assertThat(cloud.stacks("eu-west-1").find("arn:1"))
                .contains(new Stack(
                        "arn:1",
                        "web",
                        new StackStatus("CREATE_COMPLETE"),
                        "",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Map.of("VpcId", "vpc-1"),
                        Map.of("team", "ops"),
                        List.of(new Stack.Output("Cluster", "web-cluster", ""))));
    }

    @Test
    void eventsComeOnePageAtATime() {
        aws.script(_ -> CannedAws.xml("""
                <DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents><member><EventId>e1</EventId>\
                <StackId>arn:1</StackId><Timestamp>2026-03-01T10:00:00Z</Timestamp>\
                <ResourceStatus>SOME_NEW_STATUS</ResourceStatus></member></StackEvents><NextToken>older</NextToken>\
                </DescribeStackEventsResult></DescribeStackEventsResponse>"""));
        var page = cloud.stacks("eu-west-1").events("arn:1", Optional.of("newer"));
        assertThat(page.next()).contains("older");
        assertThat(page.events()).extracting(event -> event.status().name()).containsExactly("SOME_NEW_STATUS");
        assertThat(onlyQuestion().value("NextToken")).isEqualTo("newer");
    }

    @Test
    void deletedStacksAreNotListed() {
        aws.script(_ -> CannedAws.xml("<ListStacksResponse><ListStacksResult/></ListStacksResponse>"));
        assertThat(cloud.stacks("eu-west-1").list()).isEmpty();
        assertThat(onlyQuestion().values().entrySet().stream()
                        .filter(value -> value.getKey().startsWith("StackStatusFilter"))
                        .map(Map.Entry::getValue))
                .contains("CREATE_COMPLETE", "ROLLBACK_COMPLETE", "DELETE_FAILED", "REVIEW_IN_PROGRESS")
                .doesNotContain("DELETE_COMPLETE");
    }

    @Test
    void servicesOfAClusterThatIsNotThereAreNone() {
        aws.script(_ ->
                CannedAws.json(400, "{\"__type\":\"ClusterNotFoundException\",\"message\":\"Cluster not found.\"}"));
        assertThat(cloud.stacks("eu-west-1").services("web")).isEmpty();
    }

    @Test
    void servicesAreReadToTheLastPage() {
        aws.script(question -> CannedAws.json(
                200,
                question.value("body").contains("nextToken")
                        ? "{\"serviceArns\":[\"arn:2\"]}"
                        : "{\"serviceArns\":[\"arn:1\"],\"nextToken\":\"more\"}"));
        assertThat(cloud.stacks("eu-west-1").services("web")).containsExactly("arn:1", "arn:2");
    }

    @Test
    void whatIsNoRegionNeverBecomesPartOfAHostName() {
        assertThatThrownBy(() -> cloud.networks("evil.example/#"))
                .isInstanceOfSatisfying(
                        CloudProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.REFUSED));
        assertThat(aws.asked).isEmpty();
    }

    @Test
    void aClosedCloudAsksNothing() {
        cloud.close();
        assertThatThrownBy(cloud::caller).isInstanceOf(CloudProblem.class);
        assertThat(aws.asked).isEmpty();
    }
}
