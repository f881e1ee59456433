package dev.ecswizard.cloud;

import java.util.List;
import java.util.Set;

/// A network ACL: packets are held against it one by one, answers too.
///
/// @param subnets those that it guards
/// @param entries about TCP over IPv4, in the order in which they are held against a packet; what none speaks of is
///     denied
public record NetworkAcl(String id, Set<String> subnets, List<Entry> entries) {
    public NetworkAcl {
        subnets = Set.copyOf(subnets);
        entries = List.copyOf(entries);
    }

    /// A line of it.
    ///
    /// @param isEgress whether it is about packets that leave the subnet
    /// @param cidr whom they go to or come from
    /// @param fromPort the first of the ports that they go to
    /// @param toPort the last of them
    public record Entry(boolean isEgress, boolean allows, String cidr, int fromPort, int toPort) {}
}
