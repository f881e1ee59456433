package dev.ecswizard.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.BlockPublicAccessMode;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;

/// Lays out networks in a region: each thing with all that AWS says of it, under an id that is the same at every start.
final class Groundwork {
    static final String ANYWHERE = "0.0.0.0/0";
    static final Instant BUILT = Instant.parse("2025-11-03T09:12:44Z");

    private static final Instant DELETED = Instant.parse("2026-02-17T16:40:05Z");

    private final RegionWorld world;
    private final String region;
    private final SecurityGroups groups;

    Groundwork(RegionWorld world) {
        this.world = world;
        this.region = world.region().name();
        this.groups = new SecurityGroups(world);
    }

    SecurityGroups groups() {
        return groups;
    }

    List<Region.Zone> threeZones() {
        return world.zones().subList(0, Math.min(3, world.zones().size()));
    }

    /// The last letter of a zone's name, such as `a` of eu-west-1a.
    String letter(Region.Zone zone) {
        return zone.name().substring(region.length());
    }

    Vpc vpc(String name, String cidr, boolean isDefault) {
        return vpc(name, isDefault, World.ACCOUNT, cidr);
    }

    /// @param name null leaves the VPC without a tag
    /// @param cidrs the first of them is the VPC's own, the others came later
    Vpc vpc(String name, boolean isDefault, String owner, String... cidrs) {
        var vpc = world.vpcs()
                .put(Vpc.builder()
                        .vpcId(Ids.of("vpc", region, cidrs[0]))
                        .state("available")
                        .cidrBlock(cidrs[0])
                        .cidrBlockAssociationSet(Stream.of(cidrs)
                                .map(cidr -> VpcCidrBlockAssociation.builder()
                                        .associationId(Ids.of("vpc-cidr-assoc", region, cidr))
                                        .cidrBlock(cidr)
                                        .cidrBlockState(state -> state.state("associated"))
                                        .build())
                                .toList())
                        .dhcpOptionsId(Ids.of("dopt", region))
                        .instanceTenancy("default")
                        .isDefault(isDefault)
                        .ownerId(owner)
                        .blockPublicAccessStates(block -> block.internetGatewayBlockMode(BlockPublicAccessMode.OFF))
                        .tags(named(name))
                        .build());
        groups.addDefault(vpc);
        return vpc;
    }

    /// A subnet with the VPC's owner, not yet put into the region.
    Subnet.Builder subnet(Vpc vpc, String name, String cidr, Region.Zone zone) {
        var id = Ids.of("subnet", vpc.vpcId(), cidr);
        // five addresses of every subnet are AWS's own
        int all = (1 << 32 - Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1))) - 5;
        return Subnet.builder()
                .subnetId(id)
                .subnetArn("arn:aws:ec2:" + region + ":" + vpc.ownerId() + ":subnet/" + id)
                .vpcId(vpc.vpcId())
                .state("available")
                .availabilityZone(zone.name())
                .availabilityZoneId(zone.id())
                .cidrBlock(cidr)
                .availableIpAddressCount(all - (vpc.isDefault() ? 0 : Ids.number(Math.min(all / 4, 90), id)))
                .mapPublicIpOnLaunch(false)
                .defaultForAz(vpc.isDefault())
                .assignIpv6AddressOnCreation(false)
                .ipv6CidrBlockAssociationSet(List.of())
                .ipv6Native(false)
                .enableDns64(false)
                .mapCustomerOwnedIpOnLaunch(false)
                .privateDnsNameOptionsOnLaunch(dns -> dns.hostnameType("ip-name")
                        .enableResourceNameDnsARecord(false)
                        .enableResourceNameDnsAAAARecord(false))
                .blockPublicAccessStates(block -> block.internetGatewayBlockMode(BlockPublicAccessMode.OFF))
                .ownerId(vpc.ownerId())
                .tags(named(name));
    }

    String put(Subnet.Builder subnet) {
        return world.subnets().put(subnet.build()).subnetId();
    }

    /// A private subnet in each of three zones.
    ///
    /// @param third of the octets of the first block; the others follow
    List<String> subnets(Vpc vpc, String name, int third) {
        var start = vpc.cidrBlock().substring(0, vpc.cidrBlock().indexOf('.', 3) + 1);
        var ids = new ArrayList<String>();
        for (var zone : threeZones()) {
            ids.add(put(subnet(vpc, name + "-" + letter(zone), start + (third + ids.size()) + ".0/24", zone)));
        }
        return ids;
    }

    String gateway(Vpc vpc, String name, boolean isAttached) {
        return world.internetGateways()
                .put(InternetGateway.builder()
                        .internetGatewayId(Ids.of("igw", vpc.vpcId()))
                        .attachments(
                                isAttached
                                        ? List.of(InternetGatewayAttachment.builder()
                                                .vpcId(vpc.vpcId())
                                                .state("available")
                                                .build())
                                        : List.of())
                        .ownerId(World.ACCOUNT)
                        .tags(named(name))
                        .build())
                .internetGatewayId();
    }

    String nat(Vpc vpc, String name, String subnet, boolean isThere) {
        var id = vpc.vpcId();
        var cidr = world.subnets().find(subnet).orElseThrow().cidrBlock();
        return world.natGateways()
                .put(NatGateway.builder()
                        .natGatewayId(Ids.of("nat", id))
                        .vpcId(id)
                        .subnetId(subnet)
                        .state(isThere ? "available" : "deleted")
                        .connectivityType("public")
                        .natGatewayAddresses(NatGatewayAddress.builder()
                                .allocationId(Ids.of("eipalloc", id))
                                .associationId(Ids.of("eipassoc", id))
                                .networkInterfaceId(Ids.of("eni", id))
                                .privateIp(cidr.substring(0, cidr.lastIndexOf('.') + 1) + (10 + Ids.number(200, id)))
                                .publicIp("198.51.100." + (1 + Ids.number(254, id)))
                                .isPrimary(true)
                                .status("succeeded")
                                .build())
                        .createTime(BUILT)
                        .deleteTime(isThere ? null : DELETED)
                        .tags(named(name))
                        .build())
                .natGatewayId();
    }

    /// @param isMain whether subnets use it that no table names
    String routes(Vpc vpc, String name, boolean isMain, List<String> subnets, Route... beyondLocal) {
        var id = Ids.of("rtb", vpc.vpcId(), name);
        var local = vpc.cidrBlockAssociationSet().stream()
                .map(block -> route(block.cidrBlock(), true)
                        .gatewayId("local")
                        .origin("CreateRouteTable")
                        .build());
        var main = isMain ? Optional.of(association(id, null)) : Optional.<RouteTableAssociation>empty();
        return world.routeTables()
                .put(RouteTable.builder()
                        .routeTableId(id)
                        .vpcId(vpc.vpcId())
                        .routes(Stream.concat(local, Stream.of(beyondLocal)).toList())
                        .associations(Stream.concat(
                                        main.stream(), subnets.stream().map(subnet -> association(id, subnet)))
                                .toList())
                        .propagatingVgws(List.of())
                        .ownerId(vpc.ownerId())
                        .tags(named(name))
                        .build())
                .routeTableId();
    }

    private static RouteTableAssociation association(String table, String subnet) {
        return RouteTableAssociation.builder()
                .main(subnet == null)
                .routeTableId(table)
                .routeTableAssociationId(Ids.of("rtbassoc", table, subnet == null ? "main" : subnet))
                .subnetId(subnet)
                .associationState(state -> state.state("associated"))
                .build();
    }

    /// @param leads whether what the route names is still there
    static Route.Builder route(String destination, boolean leads) {
        return Route.builder()
                .destinationCidrBlock(destination)
                .state(leads ? "active" : "blackhole")
                .origin("CreateRoute");
    }

    void key(String name, String type, String fingerprint) {
        world.keyPairs()
                .put(KeyPairInfo.builder()
                        .keyPairId(Ids.of("key", region, name))
                        .keyName(name)
                        .keyType(type)
                        .keyFingerprint(fingerprint)
                        .createTime(BUILT)
                        .tags(List.of())
                        .build());
    }

    /// @param name empty and null leave the thing without a tag
    static List<Tag> named(String name) {
        return name == null || name.isEmpty()
                ? List.of()
                : List.of(Tag.builder().key("Name").value(name).build());
    }
}
