package dev.ecswizard.sandbox;

import dev.ecswizard.sandbox.stacks.Thing;
import dev.ecswizard.sandbox.world.PublicParameter;
import dev.ecswizard.sandbox.world.Region;
import dev.ecswizard.sandbox.world.RegionWorld;
import dev.ecswizard.sandbox.world.Role;
import dev.ecswizard.sandbox.world.WayOut;
import dev.ecswizard.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ecs.model.Cluster;

/// What stacks stand on: one region of the world, in which they look things up and leave what they make.
final class Ground implements dev.ecswizard.sandbox.stacks.World {
    private final World world;
    private final RegionWorld here;
    private final Supplier<Instant> clock;

    /// @param clock asked when a stack makes something
    Ground(World world, String region, Supplier<Instant> clock) {
        this.world = world;
        this.clock = clock;
        this.here = world.in(region);
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
    public List<String> zones() {
        return here.zones().stream().map(Region.Zone::name).toList();
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
    public boolean hasRole(String name) {
        return world.roles().find(name).isPresent();
    }

    @Override
    public boolean isClosedToLaunchConfigurations() {
        return world.circumstances().isClosedToLaunchConfigurations();
    }

    @Override
    public void add(Thing thing) {
        switch (thing) {
            case Thing.Role role -> world.roles().put(Identities.role(role, since(role)));
            case Thing.SecurityGroup group -> here.securityGroups().put(group(group));
            case Thing.Cluster cluster ->
                here.clusters()
                        .put(Cluster.builder()
                                .clusterName(cluster.id())
                                .clusterArn(cluster.arn())
                                .status("ACTIVE")
                                .registeredContainerInstancesCount(0)
                                .runningTasksCount(0)
                                .pendingTasksCount(0)
                                .activeServicesCount(0)
                                .tags(cluster.tags().entrySet().stream()
                                        .map(tag -> software.amazon.awssdk.services.ecs.model.Tag.builder()
                                                .key(tag.getKey())
                                                .value(tag.getValue())
                                                .build())
                                        .toList())
                                .build());
            // nobody but CloudFormation can be asked about these
            case Thing.Other other
            when other.type().equals(Identities.PROFILE) ->
                world.roles()
                        .putProfile(world.roles()
                                .findProfile(other.id())
                                .orElseGet(() -> Identities.profile(other, clock.get())));
            case Thing.Group _, Thing.HostSource _, Thing.Other _ -> {}
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
            case Thing.Group _, Thing.HostSource _, Thing.Other _ -> {}
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

    private SecurityGroup group(Thing.SecurityGroup group) {
        var egress = permissions(group.properties().get("SecurityGroupEgress"), "DestinationSecurityGroupId");
        return SecurityGroup.builder()
                .groupId(group.id())
                .groupName(group.name())
                .description(group.description())
                .vpcId(group.vpc())
                .ownerId(World.ACCOUNT)
                .securityGroupArn("arn:aws:ec2:" + region() + ":" + World.ACCOUNT + ":security-group/" + group.id())
                .ipPermissions(permissions(group.properties().get("SecurityGroupIngress"), "SourceSecurityGroupId"))
                // a group that says nothing of egress lets everything out
                .ipPermissionsEgress(
                        egress.isEmpty()
                                ? permissions(
                                        List.of(Map.of("IpProtocol", "-1", "CidrIp", "0.0.0.0/0")),
                                        "DestinationSecurityGroupId")
                                : egress)
                .tags(group.tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    private static List<IpPermission> permissions(Object rules, String peer) {
        return !(rules instanceof List<?> list)
                ? List.of()
                : list.stream()
                        .filter(Map.class::isInstance)
                        .map(rule -> permission((Map<?, ?>) rule, peer))
                        .toList();
    }

    private static IpPermission permission(Map<?, ?> rule, String peer) {
        var description = text(rule, "Description").orElse(null);
        return IpPermission.builder()
                .ipProtocol(text(rule, "IpProtocol").orElse("-1"))
                .fromPort(port(rule, "FromPort"))
                .toPort(port(rule, "ToPort"))
                .ipRanges(text(rule, "CidrIp").stream()
                        .map(cidr -> IpRange.builder()
                                .cidrIp(cidr)
                                .description(description)
                                .build())
                        .toList())
                .ipv6Ranges(text(rule, "CidrIpv6").stream()
                        .map(cidr -> Ipv6Range.builder()
                                .cidrIpv6(cidr)
                                .description(description)
                                .build())
                        .toList())
                .userIdGroupPairs(text(rule, peer).stream()
                        .map(id -> UserIdGroupPair.builder()
                                .groupId(id)
                                .userId(World.ACCOUNT)
                                .description(description)
                                .build())
                        .toList())
                .prefixListIds(List.of())
                .build();
    }

    /// EC2 shows no ports where all of them are meant.
    private static Integer port(Map<?, ?> rule, String key) {
        return text(rule, key)
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    private static Optional<String> text(Map<?, ?> rule, String key) {
        return Optional.ofNullable(rule.get(key)).map(Object::toString);
    }
}
