package dev.ecswizard.cloud;

import java.util.Set;

/// An endpoint of a VPC, by which hosts reach a service of AWS without a way out.
///
/// @param service without what stands before and after it in full, such as `ecs-agent` or `ecr.api`
/// @param hasPrivateDns whether the service's own name leads to it
/// @param subnets where it has interfaces
/// @param routeTables where a gateway endpoint has routes
/// @param securityGroups those of its interfaces
/// @param hasOpenPolicy whether its policy lets everybody do everything, as that of a new one does
public record ServiceEndpoint(
        String id,
        String service,
        Kind kind,
        boolean isAvailable,
        boolean hasPrivateDns,
        Set<String> subnets,
        Set<String> routeTables,
        Set<String> securityGroups,
        boolean hasOpenPolicy) {
    /// How traffic gets to an endpoint.
    public enum Kind {
        /// By interfaces in subnets.
        INTERFACE,
        /// By routes.
        GATEWAY,
        OTHER
    }

    public ServiceEndpoint {
        subnets = Set.copyOf(subnets);
        routeTables = Set.copyOf(routeTables);
        securityGroups = Set.copyOf(securityGroups);
    }
}
