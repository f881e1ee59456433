package dev.ecswizard.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;

/// A sandbox whose clock goes only when it is told to, real clients for it, and the recipes to try them on.
final class Yard implements AutoCloseable {
    static final String REGION = "eu-west-1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T03:02:01Z"));
    private final Sandbox sandbox;
    final CloudFormationClient stacks;
    final Ec2Client ec2;
    final EcsClient ecs;
    final AutoScalingClient scaling;

    Yard(Sandbox.Options options) throws IOException {
        sandbox = Sandbox.start(0, options.withClock(now::get));
        var clients = new Clients(sandbox.endpoint(), REGION);
        stacks = clients.of(CloudFormationClient.builder());
        ec2 = clients.of(Ec2Client.builder());
        ecs = clients.of(EcsClient.builder());
        scaling = clients.of(AutoScalingClient.builder());
    }

    @Override
    public void close() {
        sandbox.close();
    }

    void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    List<Subnet> subnets(String prefix) {
        return ec2.describeSubnets(r -> r.filters(filter("tag:Name", prefix + "*")))
                .subnets();
    }

    /// Begins a stack named web of that recipe in subnets of that name.
    String create(String recipe, String prefix, Map<String, String> others) {
        var subnets = subnets(prefix);
        var vpc = subnets.getFirst().vpcId();
        var balancer = ec2.describeSecurityGroups(r -> r.filters(filter("vpc-id", vpc), filter("group-name", "*-alb")))
                .securityGroups()
                .getFirst()
                .groupId();
        var values = new TreeMap<>(Map.of(
                "VpcId",
                vpc,
                "Subnets",
                subnets.stream().map(Subnet::subnetId).collect(Collectors.joining(",")),
                "SourceSecurityGroup",
                balancer,
                "KeyName",
                "ops",
                "InstanceType",
                "t3.large"));
        values.putAll(others);
        return stacks.createStack(r -> r.stackName("web")
                        .templateBody(template(recipe))
                        .capabilities(Capability.CAPABILITY_NAMED_IAM)
                        .parameters(values.entrySet().stream()
                                .map(entry -> Parameter.builder()
                                        .parameterKey(entry.getKey())
                                        .parameterValue(entry.getValue())
                                        .build())
                                .toList()))
                .stackId();
    }

    /// With the newest image that there is here.
    private String template(String recipe) {
        var newest = ec2
                .describeImages(r -> r.owners("amazon").filters(filter("name", "al2023-ami-ecs-hvm-*-x86_64")))
                .images()
                .stream()
                .max(java.util.Comparator.comparing(Image::creationDate))
                .orElseThrow()
                .imageId();
        try (var in = Yard.class.getResourceAsStream("stacks/" + recipe + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(" + REGION + ":\\s+AMI: )\\S+", "$1" + newest);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    String status(String stack) {
        return stacks.describeStacks(r -> r.stackName(stack))
                .stacks()
                .getFirst()
                .stackStatusAsString();
    }

    AutoScalingGroup group() {
        return scaling.describeAutoScalingGroups().autoScalingGroups().getFirst();
    }

    List<Activity> activities() {
        return scaling.describeScalingActivities(r -> r.includeDeletedGroups(true))
                .activities();
    }

    List<Instance> instances() {
        return ec2.describeInstances().reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .toList();
    }

    List<ContainerInstance> registered(String cluster) {
        var arns = ecs.listContainerInstances(r -> r.cluster(cluster)).containerInstanceArns();
        return arns.isEmpty()
                ? List.of()
                : ecs.describeContainerInstances(r -> r.cluster(cluster).containerInstances(arns))
                        .containerInstances();
    }

    /// What a host's console shows.
    String console(String instance) {
        var output = ec2.getConsoleOutput(r -> r.instanceId(instance)).output();
        return output == null ? "" : new String(java.util.Base64.getDecoder().decode(output), StandardCharsets.UTF_8);
    }
}
