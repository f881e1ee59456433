package dev.ecswizard.sandbox.stacks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A region with one VPC, two private subnets and one without a way out.
final class FakeWorld implements World {
    static final String VPC = "vpc-0a1b2c3d4e5f60718";
    static final String FIRST = "subnet-0a1b2c3d4e5f60718";
    static final String SECOND = "subnet-0b1b2c3d4e5f60718";
    static final String SEALED = "subnet-0c1b2c3d4e5f60718";
    static final String BALANCER = "sg-0a1b2c3d4e5f60718";

    final Map<String, Place> subnets = new HashMap<>(Map.of(
            FIRST, new Place(FIRST, VPC, "eu-west-1a"),
            SECOND, new Place(SECOND, VPC, "eu-west-1b"),
            SEALED, new Place(SEALED, VPC, "eu-west-1b")));
    final Map<String, String> groups = new HashMap<>(Map.of(BALANCER, VPC, "sg-0ffffffffffffffff", "vpc-0other"));
    final Map<String, String> images =
            new HashMap<>(Map.of("ami-0a168278a10694b9b", "x86_64", "ami-0aae19d30bab785d3", "x86_64"));
    final Set<String> keys = new HashSet<>(Set.of("ops"));
    final Set<String> roles;
    final List<Thing> things = new ArrayList<>();
    final Map<String, Type> types = new HashMap<>(Map.of(
            "t3.large", new Type("t3.large", Set.of("x86_64"), Set.of("eu-west-1a", "eu-west-1b")),
            "t2.large", new Type("t2.large", Set.of("i386", "x86_64"), Set.of("eu-west-1a", "eu-west-1b")),
            "m6g.large", new Type("m6g.large", Set.of("arm64"), Set.of("eu-west-1a", "eu-west-1b"))));
    boolean isClosed;
    String launchRefusal;
    String deletionRefusal;
    private final String region;

    /// @param roles of the account, all regions'
    FakeWorld(String region, Set<String> roles) {
        this.region = region;
        this.roles = roles;
    }

    @Override
    public String account() {
        return "123456789012";
    }

    @Override
    public String region() {
        return region;
    }

    @Override
    public List<String> zones() {
        return List.of("eu-west-1a", "eu-west-1b", "eu-west-1c");
    }

    @Override
    public boolean hasKeyPair(String name) {
        return keys.contains(name);
    }

    @Override
    public boolean hasVpc(String id) {
        return id.equals(VPC);
    }

    @Override
    public Optional<String> defaultVpc() {
        return Optional.empty();
    }

    @Override
    public Optional<Place> subnet(String id) {
        return Optional.ofNullable(subnets.get(id));
    }

    @Override
    public Optional<String> vpcOfSecurityGroup(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    @Override
    public Optional<String> architectureOfImage(String id) {
        return Optional.ofNullable(images.get(id));
    }

    @Override
    public Optional<Type> instanceType(String name) {
        return Optional.ofNullable(types.get(name));
    }

    @Override
    public boolean hasWayOut(String subnet, Optional<Boolean> publicAddress) {
        return !subnet.equals(SEALED);
    }

    @Override
    public Optional<String> parameter(String name) {
        return name.equals("/image") ? Optional.of("ami-0a168278a10694b9b") : Optional.empty();
    }

    @Override
    public boolean hasRole(String name) {
        return roles.contains(name);
    }

    @Override
    public void add(Thing thing) {
        things.add(thing);
        switch (thing) {
            case Thing.Role role -> roles.add(role.id());
            case Thing.SecurityGroup group -> groups.put(group.id(), group.vpc());
            default -> {}
        }
    }

    @Override
    public void remove(Thing thing) {
        things.remove(thing);
        switch (thing) {
            case Thing.Role role -> roles.remove(role.id());
            case Thing.SecurityGroup group -> groups.remove(group.id());
            default -> {}
        }
    }

    @Override
    public boolean isClosedToLaunchConfigurations() {
        return isClosed;
    }

    @Override
    public Optional<String> refusalToLaunch(String instanceType, List<Place> places, int count) {
        return Optional.ofNullable(launchRefusal);
    }

    @Override
    public Optional<String> refusalToDelete(Thing thing) {
        return Optional.ofNullable(deletionRefusal).filter(_ -> thing instanceof Thing.Cluster);
    }
}
