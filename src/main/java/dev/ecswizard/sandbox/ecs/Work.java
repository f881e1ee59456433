package dev.ecswizard.sandbox.ecs;

import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.fleet.Workloads;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceResponse;
import software.amazon.awssdk.services.ecs.model.DeleteServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeleteServiceResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;
import software.amazon.awssdk.services.ecs.model.StopTaskResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/// ECS's operations on services and tasks. A task definition is taken by its name, known or not: what a container does
/// is nothing to this sandbox.
final class Work {
    private final Ecs ecs;
    private final Fleet fleet;

    Work(Ecs ecs, Fleet fleet) {
        this.ecs = ecs;
        this.fleet = fleet;
    }

    void addTo(Operations operations) {
        operations
                .on("CreateService", CreateServiceRequest::builder, this::create)
                .on("DeleteService", DeleteServiceRequest::builder, this::delete)
                .on("ListServices", ListServicesRequest::builder, this::list)
                .on("DescribeServices", DescribeServicesRequest::builder, this::describe)
                .on("RunTask", RunTaskRequest::builder, this::run)
                .on("StopTask", StopTaskRequest::builder, this::stop)
                .on("ListTasks", ListTasksRequest::builder, this::tasks);
    }

    private String cluster(String named, Call call) {
        return ecs.cluster(named, call.region()).clusterName();
    }

    private static String arn(String kind, String cluster, String name, Call call) {
        return "arn:aws:ecs:" + call.region() + ":" + World.ACCOUNT + ":" + kind + "/" + cluster + "/" + name;
    }

    private static String last(String nameOrArn) {
        return nameOrArn == null ? "" : nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }

    private CreateServiceResponse create(CreateServiceRequest request, Call call) {
        var cluster = cluster(request.cluster(), call);
        if (request.serviceName() == null || request.taskDefinition() == null) {
            throw Ecs.invalid("Service name and task definition cannot be blank.");
        }
        return fleet.on(call.region(), here -> {
            if (here.workloads().service(cluster, request.serviceName()).isPresent()) {
                throw Ecs.invalid("Creation of service was not idempotent.");
            }
            var desired = request.desiredCount() == null ? 0 : request.desiredCount();
            var made = here.workloads().put(cluster, request.serviceName(), request.taskDefinition(), desired);
            return CreateServiceResponse.builder()
                    .service(shown(made, cluster, here.workloads(), call))
                    .build();
        });
    }

    private DeleteServiceResponse delete(DeleteServiceRequest request, Call call) {
        var cluster = cluster(request.cluster(), call);
        return fleet.on(call.region(), here -> {
            var service = here.workloads()
                    .service(cluster, last(request.service()))
                    .orElseThrow(() -> new Refusal(400, "ServiceNotFoundException", "Service not found."));
            if (service.desired() > 0 && !Boolean.TRUE.equals(request.force())) {
                throw Ecs.invalid("The service cannot be stopped while it is scaled above 0.");
            }
            here.workloads().remove(cluster, service.name());
            return DeleteServiceResponse.builder()
                    .service(shown(service, cluster, here.workloads(), call)
                            .copy(to -> to.status("DRAINING").desiredCount(0)))
                    .build();
        });
    }

    private static Service shown(Workloads.ServiceWork service, String cluster, Workloads all, Call call) {
        var running = (int) all.tasks(cluster).stream()
                .filter(task -> task.service().equals(Optional.of(service.name())))
                .count();
        return Service.builder()
                .serviceName(service.name())
                .serviceArn(arn("service", cluster, service.name(), call))
                .clusterArn("arn:aws:ecs:" + call.region() + ":" + World.ACCOUNT + ":cluster/" + cluster)
                .taskDefinition(service.definition())
                .desiredCount(service.desired())
                .runningCount(running)
                .pendingCount(Math.max(0, service.desired() - running))
                .status("ACTIVE")
                .createdAt(service.created())
                .build();
    }

    private ListServicesResponse list(ListServicesRequest request, Call call) {
        var cluster = cluster(request.cluster(), call);
        return fleet.on(call.region(), here -> {
            var page = Page.of(
                    here.workloads().services(cluster).stream()
                            .map(service -> arn("service", cluster, service.name(), call))
                            .toList(),
                    request.maxResults(),
                    request.nextToken());
            return ListServicesResponse.builder()
                    .serviceArns(page.items())
                    .nextToken(page.token())
                    .build();
        });
    }

    private DescribeServicesResponse describe(DescribeServicesRequest request, Call call) {
        var cluster = cluster(request.cluster(), call);
        if (request.services().isEmpty()) {
            throw Ecs.invalid("Services cannot be empty.");
        }
        return fleet.on(call.region(), here -> {
            var found = new ArrayList<Service>();
            var failures = new ArrayList<Failure>();
            for (var name : request.services()) {
                here.workloads()
                        .service(cluster, last(name))
                        .ifPresentOrElse(
                                service -> found.add(shown(service, cluster, here.workloads(), call)),
                                () -> failures.add(Ecs.missing(
                                        name.startsWith("arn:") ? name : arn("service", cluster, name, call))));
            }
            return DescribeServicesResponse.builder()
                    .services(found)
                    .failures(failures)
                    .build();
        });
    }

    private RunTaskResponse run(RunTaskRequest request, Call call) {
        var cluster = cluster(request.cluster(), call);
        if (request.taskDefinition() == null) {
            throw Ecs.invalid("TaskDefinition cannot be blank.");
        }
        return fleet.on(call.region(), here -> {
            if (!here.workloads().hasRoom(cluster)) {
                throw Ecs.invalid("No Container Instances were found in your cluster.");
            }
            List<Task> tasks = IntStream.range(0, request.count() == null ? 1 : request.count())
                    .mapToObj(_ -> here.workloads().run(cluster, request.taskDefinition()))
                    .map(task -> shown(task, cluster, "PENDING", call))
                    .toList();
            return RunTaskResponse.builder().tasks(tasks).failures(List.of()).build();
        });
    }

    private StopTaskResponse stop(StopTaskRequest request, Call call) {
        var cluster = cluster(request.cluster(), call);
        return fleet.on(call.region(), here -> {
            var task = here.workloads().tasks(cluster).stream()
                    .filter(one -> one.id().equals(last(request.task())))
                    .findFirst()
                    .orElseThrow(() -> Ecs.invalid("The referenced task was not found."));
            here.workloads().stop(cluster, task.id());
            return StopTaskResponse.builder()
                    .task(shown(task, cluster, "STOPPED", call)
                            .copy(to -> to.lastStatus("RUNNING").stoppedReason(request.reason())))
                    .build();
        });
    }

    private static Task shown(Workloads.Task task, String cluster, String desired, Call call) {
        return Task.builder()
                .taskArn(arn("task", cluster, task.id(), call))
                .clusterArn("arn:aws:ecs:" + call.region() + ":" + World.ACCOUNT + ":cluster/" + cluster)
                .taskDefinitionArn(task.definition())
                .group(task.service().map(name -> "service:" + name).orElse("family:" + task.definition()))
                .desiredStatus(desired.equals("PENDING") ? "RUNNING" : desired)
                .lastStatus(desired.equals("PENDING") ? "PENDING" : "RUNNING")
                .launchType("EC2")
                .createdAt(task.started())
                .build();
    }

    private ListTasksResponse tasks(ListTasksRequest request, Call call) {
        var cluster = cluster(request.cluster(), call);
        return fleet.on(call.region(), here -> {
            var page = Page.of(
                    here.workloads().tasks(cluster).stream()
                            .filter(task -> request.serviceName() == null
                                    || task.service().equals(Optional.of(last(request.serviceName()))))
                            .map(task -> arn("task", cluster, task.id(), call))
                            .toList(),
                    request.maxResults(),
                    request.nextToken());
            return ListTasksResponse.builder()
                    .taskArns(page.items())
                    .nextToken(page.token())
                    .build();
        });
    }
}
