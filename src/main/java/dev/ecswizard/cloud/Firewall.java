package dev.ecswizard.cloud;

import java.util.List;
import java.util.Set;

/// A security group with its rules for TCP. What no rule speaks of is denied; answers always pass.
public record Firewall(String id, String vpcId, List<Opening> ingress, List<Opening> egress) {
    public Firewall {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }

    /// A rule: which ports are open for whom.
    ///
    /// @param cidrs IPv4 blocks
    /// @param groups ids of security groups
    /// @param prefixLists ids of lists of blocks
    public record Opening(int fromPort, int toPort, Set<String> cidrs, Set<String> groups, Set<String> prefixLists) {
        public Opening {
            cidrs = Set.copyOf(cidrs);
            groups = Set.copyOf(groups);
            prefixLists = Set.copyOf(prefixLists);
        }

        public boolean has(int port) {
            return fromPort <= port && port <= toPort;
        }
    }
}
