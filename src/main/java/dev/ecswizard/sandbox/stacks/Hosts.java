package dev.ecswizard.sandbox.stacks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The Auto Scaling groups of a region and the hosts in them, as far as stacks work on them. Nothing blocks: hosts come
/// and go by and by, and who waits looks again later. To be called under the agenda's lock.
public interface Hosts {
    /// Makes a group, or gives the group of that name these properties. It launches and terminates until it has what it
    /// desires; hosts that are there stay what they were launched from.
    void put(Thing.Group group);

    /// Gives a group other sizes and nothing else.
    void resize(String group, Sizes sizes);

    /// Terminates hosts of a group, protected ones too. It launches others in their place as long as it desires more
    /// than it has.
    void terminate(String group, Collection<String> hosts);

    /// Keeps a group from processes, as Auto Scaling names them; without `Launch` and `Terminate` its hosts stay as
    /// they are.
    void suspend(String group, Collection<String> processes);

    void resume(String group, Collection<String> processes);

    /// Terminates what is in a group, and removes it when nothing is left. Hosts that are protected from scale-in keep
    /// it from going.
    void remove(String group);

    /// Empty if there is no such group, or no more.
    Optional<Standing> find(String group);

    /// A launch template, or a new version of one that is there; or a launch configuration.
    void put(Thing.HostSource source);

    void remove(Thing.HostSource source);

    /// How many hosts a group may have and wants.
    record Sizes(int least, int most, int desired) {
        /// Those in the properties of a group.
        ///
        /// @throws NumberFormatException if one of them is not a whole number
        static Sizes of(Map<String, Object> properties) {
            var least = Integer.parseInt(Tree.text(properties, "MinSize").orElse("0"));
            var most = Integer.parseInt(Tree.text(properties, "MaxSize").orElse("0"));
            var desired = Tree.text(properties, "DesiredCapacity").map(Integer::parseInt);
            return new Sizes(least, most, desired.orElse(least));
        }
    }

    /// A group as it is now.
    ///
    /// @param hosts oldest first
    /// @param trouble why launches fail, where none has succeeded since
    record Standing(Sizes sizes, List<Instance> hosts, Set<String> suspended, Optional<Trouble> trouble) {
        /// How many hosts are in service.
        public int inService() {
            return (int) hosts.stream()
                    .filter(host -> host.state() == State.IN_SERVICE)
                    .count();
        }

        /// Whether it has exactly what it wants, and all of it in service.
        public boolean isStable() {
            return inService() == sizes.desired() && hosts.size() == sizes.desired();
        }
    }

    /// @param attempts how many launches in a row have failed
    /// @param sentence EC2's, of the latest
    record Trouble(int attempts, String sentence) {}

    /// How far a host is in its group.
    enum State {
        PENDING,
        IN_SERVICE,
        TERMINATING
    }

    /// A host of a group.
    ///
    /// @param isObsolete whether the group would launch it from something else today: another launch configuration,
    /// another version of the launch template, another instance type
    record Instance(String id, State state, World.Place place, Instant launched, boolean isObsolete) {}
}
