package dev.ecswizard.spec;

/// What is watched and kept of a running cluster.
///
/// @param protectBusyInstances whether hosts with tasks are kept from scale-in; the stack can then not be
///     deleted before the protection is lifted
/// @param logRetentionDays how long sessions of ECS Exec are kept
public record Operations(ContainerInsights containerInsights, boolean protectBusyInstances, int logRetentionDays) {
    public Operations {
        if (containerInsights == null) {
            Rule.refuse(Rule.CONTAINER_INSIGHTS.brokenBy(null));
        }
        Rule.LOG_RETENTION_DAYS.require(logRetentionDays);
    }
}
