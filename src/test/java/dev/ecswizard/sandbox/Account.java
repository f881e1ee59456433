package dev.ecswizard.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Subnet;

/// A sandbox whose time a test moves, and one who works in it through real SDK clients as the recipes want it. Every
/// question is asked again when its answer is lost or the account asks too often; between two attempts time passes.
final class Account implements AutoCloseable {
    static final String REGION = "eu-west-1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T03:02:01Z"));
    private final Sandbox sandbox;
    private String accessKey = "AKID";
    private Ec2Client ec2;
    private CloudFormationClient stacks;

    Account(Sandbox.Options options) throws IOException {
        sandbox = Sandbox.start(0, options.withClock(now::get));
        connect();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /// Speaks with another access key from now on.
    void signInAnew() {
        accessKey += "X";
        connect();
    }

    private void connect() {
        ec2 = clients().of(Ec2Client.builder());
        stacks = clients().of(CloudFormationClient.builder());
    }

    private Clients clients() {
        return new Clients(sandbox.endpoint(), REGION, accessKey);
    }

    Ec2Client ec2() {
        return ec2;
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return clients().of(builder);
    }

    CloudFormationClient stacks() {
        return stacks;
    }

    /// Asks until there is an answer.
    <T> T ask(Supplier<T> question) {
        for (var attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (software.amazon.awssdk.services.ec2.model.Ec2Exception
                    | software.amazon.awssdk.services.cloudformation.model.CloudFormationException refused) {
                var code = refused.awsErrorDetails().errorCode();
                if (code.equals("RequestExpired") || code.equals("ExpiredToken")) {
                    signInAnew();
                } else if (!code.equals("RequestLimitExceeded") && !code.equals("Throttling") || attempt == 20) {
                    throw refused;
                }
            } catch (SdkClientException lost) {
                if (attempt == 20) {
                    throw lost;
                }
            }
            later(Duration.ofMillis(250));
        }
    }

    /// A request that is right, for two hosts in the VPC of that name.
    CreateStackRequest.Builder request(String recipe, String vpcName, String subnets, String instanceType) {
        var vpc = ask(() -> ec2().describeVpcs(r -> r.filters(filter("tag:Name", vpcName))))
                .vpcs()
                .getFirst()
                .vpcId();
        var places = ask(
                        () -> ec2().describeSubnets(r -> r.filters(filter("vpc-id", vpc), filter("tag:Name", subnets))))
                .subnets()
                .stream()
                .map(Subnet::subnetId)
                .collect(Collectors.joining(","));
        var group = ask(() -> ec2().describeSecurityGroups(
                                r -> r.filters(filter("vpc-id", vpc), filter("group-name", "*-alb"))))
                .securityGroups()
                .getFirst()
                .groupId();
        return CreateStackRequest.builder()
                .stackName("web")
                .clientRequestToken("first")
                .templateBody(template(recipe))
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .parameters(parameters(Map.of(
                        "VpcId",
                        vpc,
                        "Subnets",
                        places,
                        "SourceSecurityGroup",
                        group,
                        "KeyName",
                        "ops",
                        "InstanceType",
                        instanceType)));
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    /// The same for more hosts.
    static CreateStackRequest sized(CreateStackRequest request, int hosts) {
        var values = new TreeMap<String, String>();
        request.parameters().forEach(each -> values.put(each.parameterKey(), each.parameterValue()));
        values.put("ClusterSize", String.valueOf(hosts));
        values.put("ClusterMaxSize", String.valueOf(hosts + 1));
        return request.toBuilder().parameters(parameters(values)).build();
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
        var newest = ask(() -> ec2().describeImages(
                                r -> r.owners("amazon").filters(filter("name", "al2023-ami-ecs-hvm-*-x86_64"))))
                .images()
                .stream()
                .max(Comparator.comparing(Image::creationDate))
                .orElseThrow()
                .imageId();
        try (var in = Account.class.getResourceAsStream("stacks/" + recipe + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(" + REGION + ":\\s+AMI: )\\S+", "$1" + newest);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /// Makes a stack and waits long enough for its end, whatever that is.
    String create(CreateStackRequest request) {
        var id = ask(() -> stacks().createStack(request)).stackId();
        later(Duration.ofMinutes(3));
        return id;
    }

    Stack stack(String id) {
        return ask(() -> stacks().describeStacks(r -> r.stackName(id))).stacks().getFirst();
    }

    /// What failed first, and why.
    String cause(String id) {
        return ask(() -> stacks().describeStackEvents(r -> r.stackName(id))).stackEvents().reversed().stream()
                .filter(event -> event.resourceStatusAsString().equals("CREATE_FAILED"))
                .findFirst()
                .map(Account::words)
                .orElse("");
    }

    private static String words(StackEvent event) {
        return event.logicalResourceId() + ": " + event.resourceStatusReason();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
