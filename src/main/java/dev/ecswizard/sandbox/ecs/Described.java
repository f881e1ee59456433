package dev.ecswizard.sandbox.ecs;

import dev.ecswizard.sandbox.fleet.Group;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.fleet.Terrain;
import dev.ecswizard.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Attribute;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.Resource;
import software.amazon.awssdk.services.ecs.model.Tag;

/// Container instances as ECS shows them. Nothing is ever placed on one, so what is registered remains.
final class Described {
    /// What the agent says it can do: a selection of those that every ECS-optimized image has.
    private static final List<String> CAPABILITIES = List.of(
            "com.amazonaws.ecs.capability.docker-remote-api.1.44",
            "com.amazonaws.ecs.capability.ecr-auth",
            "com.amazonaws.ecs.capability.logging-driver.awslogs",
            "com.amazonaws.ecs.capability.logging-driver.json-file",
            "com.amazonaws.ecs.capability.privileged-container",
            "com.amazonaws.ecs.capability.task-iam-role",
            "com.amazonaws.ecs.capability.task-iam-role-network-host",
            "ecs.capability.container-health-check",
            "ecs.capability.execution-role-awslogs",
            "ecs.capability.execution-role-ecr-pull",
            "ecs.capability.secrets.ssm.environment-variables",
            "ecs.capability.task-eni");

    private Described() {}

    static String arn(String region, dev.ecswizard.sandbox.fleet.ContainerInstance instance) {
        return "arn:aws:ecs:" + region + ":" + World.ACCOUNT + ":container-instance/" + instance.cluster() + "/"
                + instance.id();
    }

    static String status(dev.ecswizard.sandbox.fleet.ContainerInstance instance) {
        return instance.isDraining() ? "DRAINING" : "ACTIVE";
    }

    static ContainerInstance instance(dev.ecswizard.sandbox.fleet.ContainerInstance instance, RegionFleet here) {
        var birth = instance.host().birth();
        var resources = resources(here.terrain().figures(birth.what().instanceType()));
        return ContainerInstance.builder()
                .containerInstanceArn(arn(here.terrain().region(), instance))
                .ec2InstanceId(instance.host().id())
                .capacityProviderName(here.providers()
                        .behind(
                                instance.cluster(),
                                here.group(birth.group()).map(Group::plan).map(plan -> plan.arn()))
                        .orElse(null))
                .version(instance.version())
                .versionInfo(version ->
                        version.agentVersion("1.98.0").agentHash("f6c2ac1d").dockerVersion("DockerVersion: 25.0.8"))
                .registeredResources(resources)
                .remainingResources(resources)
                .status(status(instance))
                .agentConnected(instance.isConnected())
                .runningTasksCount(0)
                .pendingTasksCount(0)
                .registeredAt(instance.registered())
                .attributes(attributes(
                        instance,
                        here.terrain().architectureOfImage(birth.what().image()).orElse("x86_64")))
                .attachments(List.of())
                .tags(List.of())
                .build();
    }

    static List<Tag> tags(dev.ecswizard.sandbox.fleet.ContainerInstance instance) {
        return instance.host().birth().tags().entrySet().stream()
                .filter(tag -> !tag.getKey().startsWith("aws:"))
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static List<Resource> resources(Terrain.Figures figures) {
        return List.of(
                number("CPU", figures.processors() * 1024),
                // the kernel and the agent keep the rest
                number("MEMORY", (int) (figures.memory() * 0.955)),
                ports("PORTS", List.of("22", "2375", "2376", "51678", "51679")),
                ports("PORTS_UDP", List.of()));
    }

    private static Resource number(String name, int value) {
        return Resource.builder()
                .name(name)
                .type("INTEGER")
                .integerValue(value)
                .longValue(0L)
                .doubleValue(0.0)
                .build();
    }

    private static Resource ports(String name, List<String> taken) {
        return Resource.builder()
                .name(name)
                .type("STRINGSET")
                .stringSetValue(taken)
                .integerValue(0)
                .longValue(0L)
                .doubleValue(0.0)
                .build();
    }

    private static List<Attribute> attributes(
            dev.ecswizard.sandbox.fleet.ContainerInstance instance, String architecture) {
        var birth = instance.host().birth();
        var attributes = new ArrayList<Attribute>();
        attributes.add(attribute("ecs.ami-id", birth.what().image()));
        attributes.add(attribute("ecs.availability-zone", birth.place().zone()));
        attributes.add(attribute("ecs.cpu-architecture", architecture));
        attributes.add(attribute("ecs.instance-type", birth.what().instanceType()));
        attributes.add(attribute("ecs.os-family", "LINUX"));
        attributes.add(attribute("ecs.os-type", "linux"));
        attributes.add(attribute("ecs.subnet-id", birth.place().subnet()));
        attributes.add(attribute("ecs.vpc-id", birth.place().vpc()));
        CAPABILITIES.forEach(
                name -> attributes.add(Attribute.builder().name(name).build()));
        return attributes;
    }

    private static Attribute attribute(String name, String value) {
        return Attribute.builder().name(name).value(value).build();
    }
}
