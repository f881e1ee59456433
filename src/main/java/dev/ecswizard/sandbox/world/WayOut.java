package dev.ecswizard.sandbox.world;

import java.util.List;
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

/// Whether a host in a subnet reaches what it needs to signal and to join a cluster: through an internet gateway and a
/// public address, through a public NAT gateway, through endpoints inside the VPC, or through a transit gateway, behind
/// which the company is taken to have a way. Worked out from routes, network ACLs, Block Public Access, DNS and the
/// endpoints' security groups, never looked up.
public final class WayOut {
    /// With these and the package repositories behind S3 a host needs no internet.
    private static final Set<String> ENDPOINTS = Set.of("ecs", "ecs-agent", "ecs-telemetry", "cloudformation");

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
                .filter(subnet -> leadsOut(subnet, publicAddress.orElse(subnet.mapPublicIpOnLaunch())))
                .isPresent();
    }

    private boolean leadsOut(Subnet subnet, boolean hasPublicAddress) {
        var table = table(subnet);
        return table.stream()
                .flatMap(routes -> routes.routes().stream())
                .filter(route ->
                        Groundwork.ANYWHERE.equals(route.destinationCidrBlock()) && route.state() == RouteState.ACTIVE)
                .findFirst()
                .map(route -> passage.outward(subnet, AWS) && leadsOut(route, subnet, hasPublicAddress))
                .orElseGet(() -> hasEndpoints(subnet, table));
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
        return route.gatewayId() != null
                && route.gatewayId().startsWith("igw-")
                && hasPublicAddress
                && world.publicAccess().in(subnet) == InternetGatewayBlockMode.OFF;
    }

    /// A NAT gateway's traffic goes through the gateway's own subnet, outward only.
    private boolean passes(NatGateway nat, Subnet from) {
        return world.subnets()
                .find(nat.subnetId())
                .filter(subnet -> world.publicAccess().in(subnet) != InternetGatewayBlockMode.BLOCK_BIDIRECTIONAL)
                .filter(subnet -> passage.outward(subnet, AWS))
                .filter(subnet -> subnet.equals(from) || passage.between(from, subnet))
                .isPresent();
    }

    private boolean hasEndpoints(Subnet subnet, Optional<RouteTable> table) {
        var here = world.vpcEndpoints().all().stream()
                .filter(endpoint ->
                        endpoint.vpcId().equals(subnet.vpcId()) && "available".equals(endpoint.stateAsString()))
                .toList();
        var services = here.stream()
                .filter(endpoint -> isReachable(endpoint, subnet))
                .map(WayOut::service)
                .toList();
        return hasPackages(here, table) && passage.outward(subnet, AWS) && services.containsAll(ENDPOINTS);
    }

    private static boolean hasPackages(List<VpcEndpoint> here, Optional<RouteTable> table) {
        return here.stream()
                .filter(endpoint -> endpoint.vpcEndpointType() == VpcEndpointType.GATEWAY
                        && service(endpoint).equals("s3"))
                .flatMap(endpoint -> endpoint.routeTableIds().stream())
                .anyMatch(id -> table.stream()
                        .flatMap(routes -> Stream.of(routes.routeTableId()))
                        .anyMatch(id::equals));
    }

    private boolean isReachable(VpcEndpoint endpoint, Subnet from) {
        return endpoint.vpcEndpointType() == VpcEndpointType.INTERFACE
                && endpoint.privateDnsEnabled()
                && world.dns(from.vpcId()).hostnames()
                && passage.into(endpoint.groups(), from)
                && endpoint.subnetIds().stream()
                        .flatMap(id -> world.subnets().find(id).stream())
                        .anyMatch(to -> to.equals(from) || passage.between(from, to));
    }

    private static String service(VpcEndpoint endpoint) {
        // ecr.api and its like are two words
        return endpoint.serviceName().replaceFirst("^com\\.amazonaws\\.[^.]+\\.", "");
    }
}
