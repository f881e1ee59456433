package dev.ecswizard.sandbox;

import dev.ecswizard.sandbox.fleet.Fleet;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import dev.ecswizard.sandbox.fleet.Terrain;
import dev.ecswizard.sandbox.stacks.HostCalls;
import dev.ecswizard.sandbox.stacks.Thing;
import dev.ecswizard.sandbox.world.PublicParameter;
import dev.ecswizard.sandbox.world.Quota;
import dev.ecswizard.sandbox.world.Region;
import dev.ecswizard.sandbox.world.RegionWorld;
import dev.ecswizard.sandbox.world.Role;
import dev.ecswizard.sandbox.world.WayOut;
import dev.ecswizard.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

/// What stacks stand on: one region of the world, in which they look things up and leave what they make.
final class Ground implements Terrain {
    /// AWS's managed policies that allow `ecs:RegisterContainerInstance`.
    private static final Set<String> REGISTERING = Set.of(
            "AmazonEC2ContainerServiceforEC2Role", "AmazonECS_FullAccess", "AdministratorAccess", "PowerUserAccess");

    private final World world;
    private final RegionWorld here;
    private final Supplier<Instant> clock;
    private final Supplier<HostCalls> calls;
    private final Supplier<RegionFleet> hosts;

    /// @param clock asked when a stack makes something
    /// @param calls takes what hosts ask of CloudFormation
    /// @param fleet whose hosts stand here
    Ground(World world, String region, Supplier<Instant> clock, Supplier<HostCalls> calls, Supplier<Fleet> fleet) {
        this.world = world;
        this.clock = clock;
        this.here = world.in(region);
        this.calls = calls;
        this.hosts = () -> fleet.get().in(region);
    }

    @Override
    public RegionFleet hosts() {
        return hosts.get();
    }

    @Override
    public Optional<Network> network(String subnet) {
        return here.subnets()
                .find(subnet)
                .map(found ->
                        new Network(found.cidrBlock(), found.mapPublicIpOnLaunch(), found.availableIpAddressCount()));
    }

    @Override
    public void takeAddresses(String subnet, int count) {
        here.subnets()
                .find(subnet)
                .ifPresent(found -> here.subnets()
                        .put(found.copy(to -> to.availableIpAddressCount(found.availableIpAddressCount() - count))));
    }

    @Override
    public Figures figures(String instanceType) {
        var type = world.types().find(region(), instanceType).orElseThrow();
        return new Figures(type.vCpuInfo().defaultVCpus(), type.memoryInfo().sizeInMiB());
    }

    @Override
    public int limit(Quota quota) {
        return world.quotas().of(quota);
    }

    @Override
    public boolean hasAgent(String image) {
        return here.images()
                .find(image)
                .filter(found -> found.name().contains("-ecs-"))
                .isPresent();
    }

    @Override
    public boolean hasCluster(String name) {
        return here.clusters().find(name).isPresent();
    }

    @Override
    public Optional<String> roleOf(String profile) {
        return world.roles()
                .findProfile(profile.substring(profile.lastIndexOf('/') + 1))
                .map(Role.Profile::role);
    }

    @Override
    public boolean hasInstanceProfile(String profile) {
        return roleOf(profile).isPresent();
    }

    /// Looks at the managed policies alone: what a policy inside the role says is not known.
    @Override
    public boolean mayRegister(String role) {
        return world.roles().find(role).stream()
                .flatMap(found -> found.policies().stream())
                .anyMatch(policy -> REGISTERING.contains(policy.substring(policy.lastIndexOf('/') + 1)));
    }

    @Override
    public Optional<String> metadata(String stack, String resource) {
        return calls.get().metadata(region(), stack, resource);
    }

    @Override
    public void signal(String stack, String resource, String id, boolean isSuccess) {
        calls.get().deliver(region(), stack, resource, id, isSuccess);
    }

    @Override
    public String account() {
        return World.ACCOUNT;
    }

    @Override
    public String region() {
        return here.region().name();
    }

    @Override
    public List<String> zones(String region) {
        return world.enabled(region)
                ? world.in(region).zones().stream().map(Region.Zone::name).toList()
                : List.of();
    }

    @Override
    public boolean hasKeyPair(String name) {
        return here.keyPairs().find(name).isPresent();
    }

    @Override
    public boolean hasVpc(String id) {
        return here.vpcs().find(id).isPresent();
    }

    @Override
    public Optional<String> defaultVpc() {
        return here.vpcs().all().stream().filter(Vpc::isDefault).findFirst().map(Vpc::vpcId);
    }

    @Override
    public Optional<Place> defaultSubnet(String zone) {
        return here.subnets().all().stream()
                .filter(subnet ->
                        subnet.defaultForAz() && subnet.availabilityZone().equals(zone))
                .findFirst()
                .map(subnet -> new Place(subnet.subnetId(), subnet.vpcId(), zone));
    }

    @Override
    public Optional<Place> subnet(String id) {
        return here.subnets()
                .find(id)
                .map(subnet -> new Place(subnet.subnetId(), subnet.vpcId(), subnet.availabilityZone()));
    }

    @Override
    public Optional<String> vpcOfSecurityGroup(String id) {
        return here.securityGroups().find(id).map(SecurityGroup::vpcId);
    }

    @Override
    public Optional<String> architectureOfImage(String id) {
        return here.images().find(id).map(Image::architectureAsString);
    }

    @Override
    public Optional<Type> instanceType(String name) {
        return world.types()
                .find(region(), name)
                .map(type -> new Type(
                        name,
                        Set.copyOf(type.processorInfo().supportedArchitecturesAsStrings()),
                        world.types().offeredIn(region()).get(name)));
    }

    @Override
    public boolean hasWayOut(String subnet, Optional<Boolean> publicAddress) {
        return new WayOut(here).from(subnet, publicAddress);
    }

    @Override
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(here.parameters().get(name)).map(PublicParameter::value);
    }

    @Override
    public Optional<String> tag(String id, String key) {
        var tags = here.subnets()
                .find(id)
                .map(Subnet::tags)
                .or(() -> here.vpcs().find(id).map(Vpc::tags))
                .orElse(List.of());
        return tags.stream()
                .filter(tag -> tag.key().equals(key))
                .map(Tag::value)
                .findFirst();
    }

    @Override
    public Optional<String> defaultSecurityGroup(String vpc) {
        return here.securityGroups().all().stream()
                .filter(group -> group.vpcId().equals(vpc) && group.groupName().equals("default"))
                .map(SecurityGroup::groupId)
                .findFirst();
    }

    @Override
    public boolean hasRole(String name) {
        return world.roles().find(name).isPresent();
    }

    @Override
    public Optional<String> refusalToLaunch(String instanceType, Place place) {
        if (here.hasCapacity(place.zone())) {
            return Optional.empty();
        }
        var others = world.types().offeredIn(region()).get(instanceType).stream()
                .filter(zone -> !zone.equals(place.zone()))
                .collect(Collectors.joining(", "));
        return Optional.of("We currently do not have sufficient " + instanceType
                + " capacity in the Availability Zone you requested (" + place.zone()
                + "). Our system will be working on provisioning additional capacity. You can currently get "
                + instanceType
                + " capacity by not specifying an Availability Zone in your request or choosing " + others + ".");
    }

    @Override
    public boolean isClosedToLaunchConfigurations() {
        return world.circumstances().isClosedToLaunchConfigurations();
    }

    @Override
    public Optional<String> refusalToDelete(Thing thing) {
        return switch (thing) {
            case Thing.Cluster cluster
            when !hosts().workloads().services(cluster.id()).isEmpty() ->
                Optional.of("The Cluster cannot be deleted while Services are active. (Service: AmazonECS, Status Code:"
                        + " 400, Error Code: ClusterContainsServicesException)");
            case Thing.Cluster cluster
            when !hosts().clusters().in(cluster.id()).isEmpty() ->
                Optional.of(
                        "The Cluster cannot be deleted while Container Instances are active or draining. (Service: AmazonECS, Status Code: 400, Error Code: ClusterContainsContainerInstancesException)");
            case Thing.SecurityGroup group
            when Firewalls.isNamedByAnother(group.id(), here.securityGroups().all()) ->
                Optional.of("resource " + group.id()
                        + " has a dependent object (Service: Ec2, Status Code: 400, Error Code: DependencyViolation)");
            default -> Optional.empty();
        };
    }

    @Override
    public void add(Thing thing) {
        switch (thing) {
            case Thing.Role role -> world.roles().put(Identities.role(role, since(role)));
            case Thing.SecurityGroup group -> here.securityGroups().put(Firewalls.group(group, region()));
            case Thing.Cluster cluster -> here.clusters().put(Containers.cluster(cluster));
            case Thing.Group group -> hosts().put(group);
            case Thing.HostSource source -> hosts().put(source);
            case Thing.Other other
            when other.type().equals(Identities.PROFILE) ->
                world.roles()
                        .putProfile(world.roles()
                                .findProfile(other.id())
                                .orElseGet(() -> Identities.profile(other, clock.get())));
            case Thing.Other other -> Containers.add(other, hosts(), region());
        }
    }

    @Override
    public void remove(Thing thing) {
        switch (thing) {
            case Thing.Role role -> world.roles().remove(role.id());
            case Thing.SecurityGroup group -> here.securityGroups().remove(group.id());
            case Thing.Cluster cluster -> here.clusters().remove(cluster.id());
            case Thing.Other other
            when other.type().equals(Identities.PROFILE) -> world.roles().removeProfile(other.id());
            case Thing.Group group -> hosts().remove(group.id());
            case Thing.HostSource source -> hosts().remove(source);
            case Thing.Other other -> Containers.remove(other, hosts());
        }
    }

    /// A role that is changed is as old as before.
    private Instant since(Thing.Role role) {
        return world.roles()
                .find(role.id())
                .filter(before -> before.id().equals(role.roleId()))
                .map(Role::created)
                .orElseGet(clock);
    }
}
