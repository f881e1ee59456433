package dev.ecswizard.sandbox.autoscaling;

import dev.ecswizard.sandbox.fleet.Activity;
import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.fleet.Group;
import dev.ecswizard.sandbox.fleet.Host;
import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.stacks.Hosts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.autoscaling.model.ResumeProcessesRequest;
import software.amazon.awssdk.services.autoscaling.model.ResumeProcessesResponse;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityRequest;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityResponse;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceProtectionRequest;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceProtectionResponse;
import software.amazon.awssdk.services.autoscaling.model.SuspendProcessesRequest;
import software.amazon.awssdk.services.autoscaling.model.SuspendProcessesResponse;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupResponse;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupResponse;

/// What changes Auto Scaling groups.
final class Commands {
    private static final Set<String> PROCESSES = new TreeSet<>(List.of(
            "AZRebalance",
            "AddToLoadBalancer",
            "AlarmNotification",
            "HealthCheck",
            "InstanceRefresh",
            "Launch",
            "ReplaceUnhealthy",
            "ScheduledActions",
            "Terminate"));

    private final Fleet fleet;

    Commands(Fleet fleet) {
        this.fleet = fleet;
    }

    void addTo(Operations operations) {
        operations
                .on("SetDesiredCapacity", SetDesiredCapacityRequest::builder, this::desire)
                .on("SetInstanceProtection", SetInstanceProtectionRequest::builder, this::protect)
                .on("UpdateAutoScalingGroup", UpdateAutoScalingGroupRequest::builder, this::update)
                .on("SuspendProcesses", SuspendProcessesRequest::builder, this::suspend)
                .on("ResumeProcesses", ResumeProcessesRequest::builder, this::resume)
                .on(
                        "TerminateInstanceInAutoScalingGroup",
                        TerminateInstanceInAutoScalingGroupRequest::builder,
                        this::terminate);
    }

    private static Refusal invalid(String sentence) {
        return new Refusal(400, "ValidationError", sentence);
    }

    private SetDesiredCapacityResponse desire(SetDesiredCapacityRequest request, Call call) {
        AutoScaling.CONSTRAINTS.require(request.desiredCapacity(), "desiredCapacity");
        return fleet.on(call.region(), here -> {
            var group = AutoScaling.find(here, request.autoScalingGroupName());
            var desired = request.desiredCapacity();
            if (desired > group.sizes().most()) {
                throw invalid("New SetDesiredCapacity value " + desired + " is above max value "
                        + group.sizes().most() + " for the AutoScalingGroup.");
            }
            if (desired < group.sizes().least()) {
                throw invalid("New SetDesiredCapacity value " + desired + " is below min value "
                        + group.sizes().least() + " for the AutoScalingGroup.");
            }
            if (Boolean.TRUE.equals(request.honorCooldown())) {
                here.activities().stream()
                        .filter(activity ->
                                activity.groupArn().equals(group.plan().arn())
                                        && activity.status() == Activity.Status.IN_PROGRESS)
                        .findFirst()
                        .ifPresent(activity -> {
                            throw new Refusal(
                                    400,
                                    "ScalingActivityInProgress",
                                    "Scaling activity " + activity.id() + " is in progress and blocks this action");
                        });
            }
            here.setDesired(group, desired);
            return SetDesiredCapacityResponse.builder().build();
        });
    }

    private SetInstanceProtectionResponse protect(SetInstanceProtectionRequest request, Call call) {
        AutoScaling.CONSTRAINTS.require(request.protectedFromScaleIn(), "protectedFromScaleIn");
        return fleet.on(call.region(), here -> {
            var group = AutoScaling.find(here, request.autoScalingGroupName());
            var hosts = request.instanceIds().stream()
                    .map(id -> inService(group, id))
                    .toList();
            hosts.forEach(host -> here.protect(host, request.protectedFromScaleIn()));
            return SetInstanceProtectionResponse.builder().build();
        });
    }

    /// Changes sizes and whether new hosts are protected; all else that AWS would change is not for this sandbox.
    private UpdateAutoScalingGroupResponse update(UpdateAutoScalingGroupRequest request, Call call) {
        return fleet.on(call.region(), here -> {
            var group = AutoScaling.find(here, request.autoScalingGroupName());
            var sizes = sizes(request, group.sizes());
            if (request.newInstancesProtectedFromScaleIn() != null) {
                here.protectNewHosts(group, request.newInstancesProtectedFromScaleIn());
            }
            if (!sizes.equals(group.sizes())) {
                here.resize(group.name(), sizes);
            }
            return UpdateAutoScalingGroupResponse.builder().build();
        });
    }

    /// A desired capacity that nobody asked for moves into the new bounds.
    private static Hosts.Sizes sizes(UpdateAutoScalingGroupRequest request, Hosts.Sizes now) {
        var least = request.minSize() == null ? now.least() : request.minSize();
        var most = request.maxSize() == null ? now.most() : request.maxSize();
        if (least > most) {
            throw invalid("Max bound, " + most + ", must be greater than or equal to min bound, " + least);
        }
        var desired = request.desiredCapacity();
        if (desired != null && (desired < least || desired > most)) {
            throw invalid("Desired capacity:" + desired + " must be between the specified min size:" + least
                    + " and max size:" + most);
        }
        return new Hosts.Sizes(least, most, desired == null ? Math.clamp(now.desired(), least, most) : desired);
    }

    private static Host inService(Group group, String id) {
        var host = group.hosts().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        invalid("The instance " + id + " is not part of Auto Scaling group " + group.name() + "."));
        if (host.state() != Hosts.State.IN_SERVICE) {
            throw invalid("The instance " + id + " is not in InService or EnteringStandby or Standby.");
        }
        return host;
    }

    private SuspendProcessesResponse suspend(SuspendProcessesRequest request, Call call) {
        return fleet.on(call.region(), here -> {
            var group = AutoScaling.find(here, request.autoScalingGroupName());
            here.suspend(group.name(), processes(request.scalingProcesses()));
            return SuspendProcessesResponse.builder().build();
        });
    }

    private ResumeProcessesResponse resume(ResumeProcessesRequest request, Call call) {
        return fleet.on(call.region(), here -> {
            var group = AutoScaling.find(here, request.autoScalingGroupName());
            here.resume(group.name(), processes(request.scalingProcesses()));
            return ResumeProcessesResponse.builder().build();
        });
    }

    /// Who names none means all.
    private static Collection<String> processes(List<String> names) {
        names.stream().filter(name -> !PROCESSES.contains(name)).findFirst().ifPresent(name -> {
            throw invalid("Invalid process type: " + name);
        });
        return names.isEmpty() ? PROCESSES : names;
    }

    private TerminateInstanceInAutoScalingGroupResponse terminate(
            TerminateInstanceInAutoScalingGroupRequest request, Call call) {
        AutoScaling.CONSTRAINTS.require(request.instanceId(), "instanceId");
        AutoScaling.CONSTRAINTS.require(request.shouldDecrementDesiredCapacity(), "shouldDecrementDesiredCapacity");
        return fleet.on(call.region(), here -> {
            for (var group : here.groups()) {
                for (var host : group.hosts()) {
                    if (host.id().equals(request.instanceId()) && host.state() != Hosts.State.TERMINATING) {
                        if (request.shouldDecrementDesiredCapacity()
                                && group.sizes().desired() == group.sizes().least()) {
                            throw invalid(
                                    "Currently, desiredSize equals minSize ("
                                            + group.sizes().least()
                                            + "). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.");
                        }
                        var activity = here.terminate(group, host, request.shouldDecrementDesiredCapacity());
                        return TerminateInstanceInAutoScalingGroupResponse.builder()
                                .activity(Described.activity(activity))
                                .build();
                    }
                }
            }
            throw invalid("Instance Id not found - No managed instance found for instance ID " + request.instanceId());
        });
    }
}
