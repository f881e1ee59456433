package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A stack's cluster and the group of its hosts, by their names in AWS.
public record HostTarget(String stackId, String cluster, String group) {
    private static final String CLUSTER = "AWS::ECS::Cluster";
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    /// As the events tell; nothing before both are there, or where a stack has none of them.
    ///
    /// @param events oldest first
    public static Optional<HostTarget> in(String stackId, List<StackEvent> events) {
        var log = EventLog.of(events);
        return of(stackId, name(log, CLUSTER), name(log, GROUP));
    }

    private static Optional<String> name(EventLog log, String type) {
        return log.sayings()
                .filter(saying -> saying.type().equals(type))
                .map(Saying::physicalId)
                .filter(Predicate.not(String::isEmpty))
                .reduce((_, newer) -> newer);
    }

    /// As the stack's resources tell, for a stack whose events are no longer kept.
    public static Optional<HostTarget> of(String stackId, List<StackResource> resources) {
        return of(stackId, named(resources, CLUSTER), named(resources, GROUP));
    }

    private static Optional<String> named(List<StackResource> resources, String type) {
        return resources.stream()
                .filter(resource ->
                        resource.type().equals(type) && !resource.status().isDeleted())
                .map(StackResource::physicalId)
                .filter(Predicate.not(String::isEmpty))
                .findFirst();
    }

    private static Optional<HostTarget> of(String stackId, Optional<String> cluster, Optional<String> group) {
        return cluster.flatMap(there -> group.map(hosts -> new HostTarget(stackId, there, hosts)));
    }
}
