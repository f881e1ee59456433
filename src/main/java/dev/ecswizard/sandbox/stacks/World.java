package dev.ecswizard.sandbox.stacks;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stacks need to know of one region of an account, and where they put what they make. Called under the engine's
/// lock, from any thread.
public interface World {
    String account();

    String region();

    /// The names of a region's zones, such as `eu-west-1a`; none if the account may not use such a region.
    List<String> zones(String region);

    boolean hasKeyPair(String name);

    boolean hasVpc(String id);

    Optional<String> defaultVpc();

    Optional<Place> subnet(String id);

    /// The subnet that every zone of the default VPC has from its beginning.
    default Optional<Place> defaultSubnet(String zone) {
        return Optional.empty();
    }

    /// The VPC of a security group, made by a stack or not; empty if there is no such group.
    Optional<String> vpcOfSecurityGroup(String id);

    /// @param profile name or ARN; profiles are the account's, not the region's
    default boolean hasInstanceProfile(String profile) {
        return true;
    }

    /// The architecture of an image, as EC2 writes it (`x86_64`, `arm64`); empty if there is no such image.
    Optional<String> architectureOfImage(String id);

    /// Empty if no zone of the region has such a type.
    Optional<Type> instanceType(String name);

    /// Whether a host there reaches the endpoints that it needs to signal and to join a cluster.
    ///
    /// @param publicAddress what its launch template says of it; empty leaves it to the subnet
    boolean hasWayOut(String subnet, Optional<Boolean> publicAddress);

    /// The value of a parameter of Systems Manager.
    Optional<String> parameter(String name);

    /// The value of a tag of a VPC or a subnet.
    default Optional<String> tag(String id, String key) {
        return Optional.empty();
    }

    default Optional<String> defaultSecurityGroup(String vpc) {
        return Optional.empty();
    }

    default Optional<String> defaultNetworkAcl(String vpc) {
        return Optional.empty();
    }

    /// Roles are the account's, not the region's, and their names are not case-sensitive.
    boolean hasRole(String name);

    void add(Thing thing);

    void remove(Thing thing);

    /// What was there is something else now, under the same id.
    default void change(Thing before, Thing after) {
        switch (after) {
            case Thing.Group group -> hosts().put(group);
            case Thing.HostSource source -> hosts().put(source);
            default -> {
                remove(before);
                add(after);
            }
        }
    }

    /// Whether the account was made too late for launch configurations.
    default boolean isClosedToLaunchConfigurations() {
        return false;
    }

    /// Why a host can not be launched there now, in EC2's words: no capacity, for one.
    default Optional<String> refusalToLaunch(String instanceType, Place place) {
        return Optional.empty();
    }

    /// The Auto Scaling groups here and their hosts.
    Hosts hosts();

    /// Why something can not be deleted now, in its service's words.
    default Optional<String> refusalToDelete(Thing thing) {
        return Optional.empty();
    }

    /// Where a subnet is.
    record Place(String subnet, String vpc, String zone) {}

    /// @param architectures as EC2 writes them
    /// @param zones of the region, those that offer it
    record Type(String name, Set<String> architectures, Set<String> zones) {}
}
