package dev.ecswizard.cloud;

import java.util.List;
import java.util.Set;

/// A route table of a VPC.
///
/// @param isMain whether the subnets use it that no table names
/// @param subnets those that name it
public record RouteTable(String id, boolean isMain, Set<String> subnets, List<Route> routes) {
    public RouteTable {
        subnets = Set.copyOf(subnets);
        routes = List.copyOf(routes);
    }

    /// A route.
    ///
    /// @param destination an IPv4 or IPv6 block, or the id of a prefix list
    /// @param target the id of what it leads to
    /// @param isActive false for a black hole: what it leads to is gone
    public record Route(String destination, Kind kind, String target, boolean isActive) {
        public boolean isIpv4() {
            return destination.indexOf('.') > 0;
        }

        public boolean isPrefixList() {
            return destination.startsWith("pl-");
        }
    }

    /// What a route leads to.
    public enum Kind {
        /// The VPC itself.
        LOCAL,
        INTERNET_GATEWAY,
        NAT_GATEWAY,
        TRANSIT_GATEWAY,
        VIRTUAL_PRIVATE_GATEWAY,
        PEERING,
        /// An instance or another interface, such as a firewall's.
        NETWORK_INTERFACE,
        EGRESS_ONLY_GATEWAY,
        /// Of a service, or of a load balancer for firewalls.
        ENDPOINT,
        OTHER
    }
}
