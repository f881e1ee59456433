package dev.ecswizard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.TokenAlreadyExistsException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/// Whole stacks of the recipes, over the wire, on what the world has.
class RecipesTest {
    private static final String REGION = "eu-west-1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T03:02:01Z"));
    private Sandbox sandbox;
    private CloudFormationClient stacks;
    private Ec2Client ec2;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(0, Sandbox.Options.DEFAULT.withClock(now::get));
        stacks = new Clients(sandbox.endpoint(), REGION).of(CloudFormationClient.builder());
        ec2 = new Clients(sandbox.endpoint(), REGION).of(Ec2Client.builder());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /// A request that is right, for the VPC of that name.
    private CreateStackRequest.Builder request(String recipe, String vpcName, String subnetPrefix) {
        var vpc = ec2.describeVpcs(r -> r.filters(filter("tag:Name", vpcName))).vpcs().stream()
                .map(Vpc::vpcId)
                .findFirst()
                .orElseThrow();
        var subnets = ec2
                .describeSubnets(r -> r.filters(filter("vpc-id", vpc), filter("tag:Name", subnetPrefix + "*")))
                .subnets()
                .stream()
                .map(Subnet::subnetId)
                .collect(Collectors.joining(","));
        var group = ec2.describeSecurityGroups(r -> r.filters(filter("vpc-id", vpc), filter("group-name", "*-alb")))
                .securityGroups()
                .getFirst()
                .groupId();
        return CreateStackRequest.builder()
                .stackName("web")
                .templateBody(template(recipe))
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .parameters(parameters(Map.of(
                        "VpcId",
                        vpc,
                        "Subnets",
                        subnets,
                        "SourceSecurityGroup",
                        group,
                        "KeyName",
                        "ops",
                        "InstanceType",
                        "t3.large")));
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private static List<Parameter> parameters(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> Parameter.builder()
                                .parameterKey(entry.getKey())
                                .parameterValue(entry.getValue())
                                .build())
                        .toList();
    }

    /// The recipe with the newest image that the world has here.
    private String template(String recipe) {
        var newest = ec2
                .describeImages(r -> r.owners("amazon").filters(filter("name", "al2023-ami-ecs-hvm-*-x86_64")))
                .images()
                .stream()
                .max(Comparator.comparing(Image::creationDate))
                .orElseThrow()
                .imageId();
        try (var in = RecipesTest.class.getResourceAsStream("stacks/" + recipe + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(" + REGION + ":\\s+AMI: )\\S+", "$1" + newest);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private Stack stack(String id) {
        return stacks.describeStacks(r -> r.stackName(id)).stacks().getFirst();
    }

    private List<StackEvent> failures(String id) {
        return stacks.describeStackEventsPaginator(r -> r.stackName(id)).stackEvents().stream()
                .filter(event -> event.resourceStatusAsString().equals("CREATE_FAILED"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "standard"})
    void aRecipeComesUpInPrivateSubnetsAndGoesAgain(String recipe) {
        var request = request(recipe, "main", "main-private").build();
        var id = stacks.createStack(request).stackId();
        later(Duration.ofSeconds(30));

        assertThat(failures(id)).isEmpty();
        assertThat(stack(id).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(stack(id).outputs())
                .singleElement()
                .satisfies(output -> assertThat(output.outputValue()).isEqualTo("web"));
        assertThat(stacks.describeStackEvents(r -> r.stackName(id)).stackEvents())
                .hasSize(22)
                .isSortedAccordingTo(Comparator.comparing(StackEvent::timestamp).reversed());
        assertThat(stacks.getTemplate(r -> r.stackName(id)).templateBody()).isEqualTo(request.templateBody());
        assertThat(stacks.describeStackResources(r -> r.stackName(id)).stackResources())
                .hasSize(6);

        stacks.deleteStack(r -> r.stackName(id));
        later(Duration.ofSeconds(30));
        assertThat(stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(stacks.describeStacks().stacks()).isEmpty();
    }

    @Test
    void hostsOfAnIsolatedNetworkNeverSignal() {
        var id = stacks.createStack(request("standard", "isolated", "isolated").build())
                .stackId();
        later(Duration.ofSeconds(120));

        assertThat(stack(id).stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(failures(id))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.resourceStatusReason())
                                .isEqualTo(
                                        "Received 0 SUCCESS signal(s) out of 2.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement"));
    }

    @Test
    void refusalsArriveAsTheClientsOwnExceptions() {
        var good = request("standard", "main", "main-private").clientRequestToken("one");
        assertThatThrownBy(() ->
                        stacks.createStack(good.copy().capabilities(List.of()).build()))
                .isInstanceOf(InsufficientCapabilitiesException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_NAMED_IAM]");
        var id = stacks.createStack(good.build()).stackId();
        assertThat(stacks.createStack(good.build()).stackId()).isEqualTo(id);
        assertThatThrownBy(() ->
                        stacks.createStack(good.copy().clientRequestToken("two").build()))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("Stack [web] already exists");
        assertThatThrownBy(
                        () -> stacks.createStack(good.copy().stackName("other").build()))
                .isInstanceOf(TokenAlreadyExistsException.class);
        assertThatThrownBy(() -> stacks.validateTemplate(r -> r.templateBody("Resources: {A: {Type: Foo}}")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Template format error: Unrecognized resource types: [Foo]");
    }

    @Test
    void eventsOfALargeGroupComeInPages() {
        var request = request("standard", "main", "main-private");
        var sizes = new TreeMap<String, String>();
        request.build().parameters().forEach(p -> sizes.put(p.parameterKey(), p.parameterValue()));
        sizes.put("ClusterSize", "150");
        sizes.put("ClusterMaxSize", "200");
        var id = stacks.createStack(request.parameters(parameters(sizes)).build())
                .stackId();
        later(Duration.ofSeconds(60));

        assertThat(stacks.describeStackEvents(r -> r.stackName(id)).stackEvents())
                .hasSize(100);
        assertThat(stacks.describeStackEventsPaginator(r -> r.stackName(id)).stackEvents().stream()
                        .map(StackEvent::eventId)
                        .distinct())
                .hasSize(170);
    }
}
