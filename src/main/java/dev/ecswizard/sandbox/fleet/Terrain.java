package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.stacks.World;
import dev.ecswizard.sandbox.world.Quota;
import java.util.Optional;

/// What hosts find in their region beside what stacks have to know of it. Called under the agenda's lock.
public interface Terrain extends World {
    /// Empty if there is no such subnet.
    Optional<Network> network(String subnet);

    /// Takes so many of a subnet's free addresses; gives them back if the number is negative.
    void takeAddresses(String subnet, int count);

    /// Of a type that is offered here.
    Figures figures(String instanceType);

    /// How many virtual processors the account may run here.
    int limit(Quota quota);

    /// Whether the container agent is on an image.
    boolean hasAgent(String image);

    boolean hasCluster(String name);

    /// The role in an instance profile; empty if there is no such profile.
    ///
    /// @param profile name or ARN
    Optional<String> roleOf(String profile);

    /// Whether a role may register container instances.
    boolean mayRegister(String role);

    /// The metadata of a stack's resource, as text, for cfn-init.
    Optional<String> metadata(String stack, String resource);

    /// Takes a signal to CloudFormation.
    ///
    /// @throws dev.ecswizard.sandbox.protocol.Refusal if nobody waits for it
    void signal(String stack, String resource, String id, boolean isSuccess);

    /// @param free addresses that nobody has
    record Network(String cidr, boolean givesPublicAddresses, int free) {}

    /// @param memory in MiB
    record Figures(int processors, long memory) {}
}
