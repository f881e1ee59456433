package dev.ecswizard.sandbox.world;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.PrefixList;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ecs.model.Cluster;

/// What there is in one region of the account.
public final class RegionWorld {
    private final Region region;
    private final Circumstances circumstances;
    private final Items<Vpc> vpcs = new Items<>(Vpc::vpcId);
    private final Items<Subnet> subnets = new Items<>(Subnet::subnetId);
    private final Items<RouteTable> routeTables = new Items<>(RouteTable::routeTableId);
    private final Items<InternetGateway> internetGateways = new Items<>(InternetGateway::internetGatewayId);
    private final Items<NatGateway> natGateways = new Items<>(NatGateway::natGatewayId);
    private final Items<VpcEndpoint> vpcEndpoints = new Items<>(VpcEndpoint::vpcEndpointId);
    private final Items<SecurityGroup> securityGroups = new Items<>(SecurityGroup::groupId);
    private final Items<KeyPairInfo> keyPairs = new Items<>(KeyPairInfo::keyName);
    private final Items<Image> images = new Items<>(Image::imageId);
    private final Items<Cluster> clusters = new Items<>(Cluster::clusterName);

    private final Items<NetworkAcl> networkAcls = new Items<>(NetworkAcl::networkAclId);
    private final Items<PrefixList> prefixLists = new Items<>(PrefixList::prefixListId);
    private final PublicAccess publicAccess = new PublicAccess();
    private final Map<String, Dns> dns = new ConcurrentHashMap<>();

    private SortedMap<String, PublicParameter> parameters;

    /// What a VPC's resolver does.
    ///
    /// @param support whether it answers at all
    /// @param hostnames whether hosts with public addresses get names, and endpoints the services' own
    public record Dns(boolean support, boolean hostnames) {}

    RegionWorld(Region region, Circumstances circumstances) {
        this.region = region;
        this.circumstances = circumstances;
        new Landscape(this, circumstances.lacksWayOut()).fill();
        Images.in(region.name()).forEach(images::put);
    }

    public Region region() {
        return region;
    }

    public List<Region.Zone> zones() {
        return region.zones();
    }

    /// Zones away from the region's data centres that the account has opted into.
    public List<Region.Zone> localZones() {
        return region.localZones();
    }

    /// Whether EC2 has hosts left in a zone.
    public boolean hasCapacity(String zone) {
        return !circumstances.lacksCapacity() || !zone.equals(zones().getFirst().name());
    }

    public Items<Vpc> vpcs() {
        return vpcs;
    }

    public Items<Subnet> subnets() {
        return subnets;
    }

    public Items<RouteTable> routeTables() {
        return routeTables;
    }

    public Items<InternetGateway> internetGateways() {
        return internetGateways;
    }

    public Items<NatGateway> natGateways() {
        return natGateways;
    }

    public Items<VpcEndpoint> vpcEndpoints() {
        return vpcEndpoints;
    }

    public Items<SecurityGroup> securityGroups() {
        return securityGroups;
    }

    public Items<NetworkAcl> networkAcls() {
        return networkAcls;
    }

    /// Those of AWS.
    public Items<PrefixList> prefixLists() {
        return prefixLists;
    }

    public PublicAccess publicAccess() {
        return publicAccess;
    }

    public Dns dns(String vpc) {
        return dns.getOrDefault(vpc, new Dns(true, true));
    }

    public void setDns(String vpc, Dns set) {
        dns.put(vpc, set);
    }

    public Items<KeyPairInfo> keyPairs() {
        return keyPairs;
    }

    public Items<Image> images() {
        return images;
    }

    public Items<Cluster> clusters() {
        return clusters;
    }

    /// The public parameters of Systems Manager, by name.
    public synchronized SortedMap<String, PublicParameter> parameters() {
        if (parameters == null) {
            parameters = Collections.unmodifiableSortedMap(
                    ImageParameters.of(Images.in(region.name()), Images.software(region.name())));
        }
        return parameters;
    }
}
