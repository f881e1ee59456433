package dev.ecswizard.sandbox.world;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.ConnectivityType;
import software.amazon.awssdk.services.ec2.model.InternetGatewayBlockMode;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/// Whether a host in a subnet reaches what it needs to signal and to join a cluster, each service by itself: by the
/// endpoint that bears its name, if the VPC has one, and else through an internet gateway and a public address, through
/// a public NAT gateway, or through a transit gateway, behind which the company is taken to have a way. Worked out from
/// routes, network ACLs, Block Public Access, DNS and the endpoints' security groups, never looked up.
public final class WayOut {
    /// What a host asks, beside the package repositories behind S3.
    private static final Set<String> SERVICES = Set.of("ecs", "ecs-agent", "ecs-telemetry", "cloudformation");

    /// One of AWS's own, which stands for all.
    private static final String AWS = "52.95.110.1";

    private final RegionWorld world;
    private final Passage passage;

    public WayOut(RegionWorld world) {
        this.world = world;
        this.passage = new Passage(world);
    }

    /// @param publicAddress what the launch template says; empty leaves it to the subnet
    public boolean from(String subnetId, Optional<Boolean> publicAddress) {
        return world.subnets()
                .find(subnetId)
                .filter(subnet ->
                        !subnet.ipv6Native() && world.dns(subnet.vpcId()).support())
                .filter(subnet -> comesOut(subnet, publicAddress.orElse(subnet.mapPublicIpOnLaunch())))
                .isPresent();
    }

    private boolean comesOut(Subnet subnet, boolean hasPublicAddress) {
        var isOnline = passage.outward(subnet, AWS)
                && way(subnet)
                        .filter(route -> leadsOut(route, subnet, hasPublicAddress))
                        .isPresent();
        return SERVICES.stream().allMatch(service -> reaches(service, subnet, isOnline))
                && (isOnline || hasPackages(subnet) && passage.outward(subnet, AWS));
    }

    /// The resolver gives out an endpoint's addresses for its service's name, wherever routes lead.
    private boolean reaches(String service, Subnet subnet, boolean isOnline) {
        var named = endpoints(subnet)
                .filter(endpoint -> service(endpoint).equals(service) && bearsName(endpoint))
                .toList();
        return named.isEmpty() ? isOnline : named.stream().anyMatch(endpoint -> isReachable(endpoint, subnet));
    }

    /// Where everything goes that no other route is for.
    private Optional<Route> way(Subnet subnet) {
        return table(subnet).stream()
                .flatMap(table -> table.routes().stream())
                .filter(route ->
                        Groundwork.ANYWHERE.equals(route.destinationCidrBlock()) && route.state() == RouteState.ACTIVE)
                .findFirst();
    }

    /// A subnet that no table names uses its VPC's main one.
    private Optional<RouteTable> table(Subnet subnet) {
        var tables = world.routeTables().all();
        return tables.stream()
                .filter(table -> table.associations().stream()
                        .anyMatch(association -> subnet.subnetId().equals(association.subnetId())))
                .findFirst()
                .or(() -> tables.stream()
                        .filter(table -> table.vpcId().equals(subnet.vpcId())
                                && table.associations().stream().anyMatch(association -> association.main()))
                        .findFirst());
    }

    private boolean leadsOut(Route route, Subnet subnet, boolean hasPublicAddress) {
        if (route.natGatewayId() != null) {
            return world.natGateways()
                    .find(route.natGatewayId())
                    .filter(nat -> nat.state() == NatGatewayState.AVAILABLE
                            && nat.connectivityType() == ConnectivityType.PUBLIC)
                    .filter(nat -> passes(nat, subnet))
                    .isPresent();
        }
        if (route.transitGatewayId() != null) {
            return true;
        }
        return isInternetGateway(route)
                && hasPublicAddress
                && world.publicAccess().in(subnet) == InternetGatewayBlockMode.OFF;
    }

    private static boolean isInternetGateway(Route route) {
        return route.gatewayId() != null && route.gatewayId().startsWith("igw-");
    }

    /// A NAT gateway's traffic goes through the gateway's own subnet and by that one's routes, outward only.
    private boolean passes(NatGateway nat, Subnet from) {
        return world.subnets()
                .find(nat.subnetId())
                .filter(subnet -> world.publicAccess().in(subnet) != InternetGatewayBlockMode.BLOCK_BIDIRECTIONAL)
                .filter(subnet -> way(subnet)
                        .filter(route -> isInternetGateway(route) || route.transitGatewayId() != null)
                        .isPresent())
                .filter(subnet -> passage.outward(subnet, AWS))
                .filter(subnet -> subnet.equals(from) || passage.between(from, subnet))
                .isPresent();
    }

    private Stream<VpcEndpoint> endpoints(Subnet subnet) {
        return world.vpcEndpoints().all().stream()
                .filter(endpoint ->
                        endpoint.vpcId().equals(subnet.vpcId()) && "available".equals(endpoint.stateAsString()));
    }

    private boolean hasPackages(Subnet subnet) {
        var table = table(subnet).map(RouteTable::routeTableId);
        return endpoints(subnet)
                .filter(endpoint -> endpoint.vpcEndpointType() == VpcEndpointType.GATEWAY
                        && service(endpoint).equals("s3"))
                .flatMap(endpoint -> endpoint.routeTableIds().stream())
                .anyMatch(id -> table.filter(id::equals).isPresent());
    }

    private boolean bearsName(VpcEndpoint endpoint) {
        return endpoint.vpcEndpointType() == VpcEndpointType.INTERFACE
                && endpoint.privateDnsEnabled()
                && world.dns(endpoint.vpcId()).hostnames();
    }

    private boolean isReachable(VpcEndpoint endpoint, Subnet from) {
        return passage.into(endpoint.groups(), from)
                && endpoint.subnetIds().stream()
                        .flatMap(id -> world.subnets().find(id).stream())
                        .anyMatch(to -> to.equals(from) || passage.between(from, to));
    }

    private static String service(VpcEndpoint endpoint) {
        // ecr.api and its like are two words
        return endpoint.serviceName().replaceFirst("^com\\.amazonaws\\.[^.]+\\.", "");
    }
}
