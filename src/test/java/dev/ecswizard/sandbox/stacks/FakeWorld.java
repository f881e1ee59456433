package dev.ecswizard.sandbox.stacks;

import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.fleet.Terrain;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import dev.ecswizard.sandbox.world.Quota;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A region with one VPC, two private subnets and one without a way out.
final class FakeWorld implements Terrain {
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
    private final RegionFleet fleet;
    private final Supplier<HostCalls> calls;
    int processors = 2_000;
    final Map<String, Integer> addresses = new HashMap<>();

    /// @param roles of the account, all regions'
    /// @param calls takes what hosts ask of CloudFormation
    FakeWorld(String region, Set<String> roles, Agenda agenda, Supplier<HostCalls> calls) {
        this.region = region;
        this.roles = roles;
        this.calls = calls;
        this.fleet = new RegionFleet(this, agenda, new Ids(11));
    }

    @Override
    public RegionFleet hosts() {
        return fleet;
    }

    @Override
    public Optional<Network> network(String subnet) {
        return subnet(subnet).map(_ -> new Network("10.0.0.0/20", false, addresses.getOrDefault(subnet, 4_091)));
    }

    @Override
    public void takeAddresses(String subnet, int count) {
        addresses.merge(subnet, 4_091 - count, (free, _) -> free - count);
    }

    @Override
    public Figures figures(String instanceType) {
        return new Figures(2, 8_192);
    }

    @Override
    public int limit(Quota quota) {
        return processors;
    }

    @Override
    public boolean hasAgent(String image) {
        return true;
    }

    @Override
    public boolean hasCluster(String name) {
        return things.stream()
                .anyMatch(thing ->
                        thing instanceof Thing.Cluster cluster && cluster.id().equals(name));
    }

    @Override
    public Optional<String> roleOf(String profile) {
        return Optional.of("role");
    }

    @Override
    public boolean mayRegister(String role) {
        return true;
    }

    @Override
    public Optional<String> metadata(String stack, String resource) {
        return calls.get().metadata(region, stack, resource);
    }

    @Override
    public void signal(String stack, String resource, String id, boolean isSuccess) {
        calls.get().deliver(region, stack, resource, id, isSuccess);
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
    public List<String> zones(String region) {
        return region.equals("nowhere-1") ? List.of() : List.of(region + "a", region + "b", region + "c");
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
    public Optional<String> tag(String id, String key) {
        return Optional.of("the first").filter(_ -> id.equals(FIRST) && key.equals("Name"));
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
            case Thing.Group group -> fleet.put(group);
            case Thing.HostSource source -> fleet.put(source);
            default -> {}
        }
    }

    @Override
    public void remove(Thing thing) {
        things.remove(thing);
        switch (thing) {
            case Thing.Role role -> roles.remove(role.id());
            case Thing.SecurityGroup group -> groups.remove(group.id());
            case Thing.Group group -> fleet.remove(group.id());
            case Thing.HostSource source -> fleet.remove(source);
            default -> {}
        }
    }

    @Override
    public boolean isClosedToLaunchConfigurations() {
        return isClosed;
    }

    @Override
    public Optional<String> refusalToLaunch(String instanceType, Place place) {
        return Optional.ofNullable(launchRefusal);
    }

    @Override
    public Optional<String> refusalToDelete(Thing thing) {
        return Optional.ofNullable(deletionRefusal).filter(_ -> thing instanceof Thing.Cluster);
    }
}
