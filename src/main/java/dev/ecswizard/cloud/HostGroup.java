package dev.ecswizard.cloud;

import java.util.List;

/// An Auto Scaling group and its hosts, those that are on their way in or out included.
///
/// @param desired how many hosts it wants
public record HostGroup(String name, int desired, List<Member> members) {
    public HostGroup {
        members = List.copyOf(members);
    }

    /// A host of a group.
    ///
    /// @param lifecycle as Auto Scaling writes it, such as Pending, InService, Terminating:Wait
    public record Member(String instanceId, String lifecycle) {
        /// Whether it is on its way out.
        public boolean isLeaving() {
            return lifecycle.startsWith("Terminat") || lifecycle.startsWith("Detach");
        }
    }

    /// The hosts that are not on their way out.
    public List<Member> staying() {
        return members.stream().filter(member -> !member.isLeaving()).toList();
    }
}
