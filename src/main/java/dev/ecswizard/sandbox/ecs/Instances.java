package dev.ecswizard.sandbox.ecs;

import dev.ecswizard.sandbox.fleet.ContainerInstance;
import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceField;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;
import software.amazon.awssdk.services.ecs.model.DeregisterContainerInstanceRequest;
import software.amazon.awssdk.services.ecs.model.DeregisterContainerInstanceResponse;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesRequest;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateRequest;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateResponse;

/// ECS's operations on container instances.
final class Instances {
    private static final int MOST = 100;

    private final Ecs ecs;
    private final Fleet fleet;

    /// What was asked for, found or not.
    private record Picked(List<ContainerInstance> found, List<Failure> failures) {}

    Instances(Ecs ecs, Fleet fleet) {
        this.ecs = ecs;
        this.fleet = fleet;
    }

    void addTo(Operations operations) {
        operations
                .on("ListContainerInstances", ListContainerInstancesRequest::builder, this::list)
                .on("DescribeContainerInstances", DescribeContainerInstancesRequest::builder, this::describe)
                .on("UpdateContainerInstancesState", UpdateContainerInstancesStateRequest::builder, this::update)
                .on("DeregisterContainerInstance", DeregisterContainerInstanceRequest::builder, this::deregister);
    }

    private ListContainerInstancesResponse list(ListContainerInstancesRequest request, Call call) {
        if (request.status() == ContainerInstanceStatus.UNKNOWN_TO_SDK_VERSION) {
            throw Ecs.invalid(
                    "Container instance status should be one of [ACTIVE, DRAINING, REGISTERING, DEREGISTERING, REGISTRATION_FAILED]");
        }
        var query = Query.of(request.filter());
        return fleet.on(call.region(), here -> {
            var page = Page.of(
                    in(request.cluster(), here, call).stream()
                            .filter(instance -> request.status() == null
                                    || request.statusAsString().equals(Described.status(instance)))
                            .map(instance -> Described.instance(instance, here))
                            .filter(query)
                            .map(software.amazon.awssdk.services.ecs.model.ContainerInstance::containerInstanceArn)
                            .toList(),
                    request.maxResults(),
                    request.nextToken());
            return ListContainerInstancesResponse.builder()
                    .containerInstanceArns(page.items())
                    .nextToken(page.token())
                    .build();
        });
    }

    private List<ContainerInstance> in(String cluster, RegionFleet here, Call call) {
        return here.clusters().in(ecs.cluster(cluster, call.region()).clusterName());
    }

    private DescribeContainerInstancesResponse describe(DescribeContainerInstancesRequest request, Call call) {
        var withTags = request.include().contains(ContainerInstanceField.TAGS);
        return fleet.on(call.region(), here -> {
            var picked = pick(request.containerInstances(), request.cluster(), here, call);
            return DescribeContainerInstancesResponse.builder()
                    .containerInstances(picked.found().stream()
                            .map(instance -> Described.instance(instance, here)
                                    .copy(to -> to.tags(withTags ? Described.tags(instance) : List.of())))
                            .toList())
                    .failures(picked.failures())
                    .build();
        });
    }

    private Picked pick(List<String> wanted, String cluster, RegionFleet here, Call call) {
        var all = in(cluster, here, call);
        if (wanted.isEmpty()) {
            throw Ecs.invalid("Container instances cannot be empty.");
        }
        if (wanted.size() > MOST) {
            throw Ecs.invalid("Container instances cannot be more than " + MOST + ".");
        }
        var found = new ArrayList<ContainerInstance>();
        var failures = new ArrayList<Failure>();
        for (var name : wanted) {
            find(all, name)
                    .ifPresentOrElse(
                            found::add,
                            () -> failures.add(Ecs.missing(
                                    name.startsWith("arn:")
                                            ? name
                                            : "arn:aws:ecs:" + call.region() + ":" + World.ACCOUNT
                                                    + ":container-instance/" + name)));
        }
        return new Picked(found, failures);
    }

    /// By its id, or by its ARN with or without the cluster's name.
    private static Optional<ContainerInstance> find(List<ContainerInstance> all, String name) {
        var id = name.substring(name.lastIndexOf('/') + 1);
        return all.stream().filter(instance -> instance.id().equals(id)).findFirst();
    }

    private UpdateContainerInstancesStateResponse update(UpdateContainerInstancesStateRequest request, Call call) {
        Consumer<ContainerInstance> change = switch (String.valueOf(request.statusAsString())) {
            case "ACTIVE" -> instance -> instance.drain(false);
            case "DRAINING" -> instance -> instance.drain(true);
            default -> throw Ecs.invalid("Container instance status should be one of [ACTIVE, DRAINING]");
        };
        return fleet.on(call.region(), here -> {
            var picked = pick(request.containerInstances(), request.cluster(), here, call);
            picked.found().forEach(change);
            return UpdateContainerInstancesStateResponse.builder()
                    .containerInstances(picked.found().stream()
                            .map(instance -> Described.instance(instance, here))
                            .toList())
                    .failures(picked.failures())
                    .build();
        });
    }

    private DeregisterContainerInstanceResponse deregister(DeregisterContainerInstanceRequest request, Call call) {
        if (request.containerInstance() == null) {
            throw Ecs.invalid("Container instance cannot be null.");
        }
        return fleet.on(call.region(), here -> {
            var instance = find(in(request.cluster(), here, call), request.containerInstance())
                    .orElseThrow(() -> new Refusal(
                            400,
                            "ClientException",
                            "Referenced container instance " + request.containerInstance() + " not found."));
            var shown = Described.instance(instance, here);
            here.clusters().deregister(instance);
            return DeregisterContainerInstanceResponse.builder()
                    .containerInstance(shown.copy(to -> to.status("INACTIVE").agentConnected(false)))
                    .build();
        });
    }
}
