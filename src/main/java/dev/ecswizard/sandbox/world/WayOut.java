package dev.ecswizard.sandbox.world;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.ConnectivityType;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/// Whether a host in a subnet reaches what it needs to signal and to join a cluster: through an internet gateway and a
/// public address, through a public NAT gateway, or through endpoints inside the VPC. Worked out from routes, never
/// looked up.
public final class WayOut {
    /// With these and the package repositories behind S3 a host needs no internet.
    private static final Set<String> ENDPOINTS = Set.of("ecs", "ecs-agent", "ecs-telemetry", "cloudformation");

    private final RegionWorld world;

    public WayOut(RegionWorld world) {
        this.world = world;
    }

    /// @param publicAddress what the launch template says; empty leaves it to the subnet
    public boolean from(String subnetId, Optional<Boolean> publicAddress) {
        var found = world.subnets().find(subnetId);
        if (found.isEmpty()) {
            return false;
        }
        var subnet = found.get();
        var table = table(subnet);
        return table.stream()
                .flatMap(routes -> routes.routes().stream())
                .filter(route -> "0.0.0.0/0".equals(route.destinationCidrBlock()) && route.state() == RouteState.ACTIVE)
                .findFirst()
                .map(route -> leadsOut(route, publicAddress.orElse(subnet.mapPublicIpOnLaunch())))
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

    private boolean leadsOut(Route route, boolean hasPublicAddress) {
        if (route.natGatewayId() != null) {
            return world.natGateways()
                    .find(route.natGatewayId())
                    .filter(nat -> nat.state() == NatGatewayState.AVAILABLE
                            && nat.connectivityType() == ConnectivityType.PUBLIC)
                    .isPresent();
        }
        return route.gatewayId() != null && route.gatewayId().startsWith("igw-") && hasPublicAddress;
    }

    private boolean hasEndpoints(Subnet subnet, Optional<RouteTable> table) {
        var here = world.vpcEndpoints().all().stream()
                .filter(endpoint -> endpoint.vpcId().equals(subnet.vpcId()))
                .toList();
        var named = here.stream()
                .filter(endpoint ->
                        endpoint.vpcEndpointType() == VpcEndpointType.INTERFACE && endpoint.privateDnsEnabled())
                .map(WayOut::service)
                .collect(Collectors.toSet());
        var hasPackages = here.stream()
                .filter(endpoint -> endpoint.vpcEndpointType() == VpcEndpointType.GATEWAY
                        && service(endpoint).equals("s3"))
                .flatMap(endpoint -> endpoint.routeTableIds().stream())
                .anyMatch(id -> table.stream()
                        .flatMap(routes -> Stream.of(routes.routeTableId()))
                        .anyMatch(id::equals));
        return hasPackages && named.containsAll(ENDPOINTS);
    }

    private static String service(VpcEndpoint endpoint) {
        return endpoint.serviceName().substring(endpoint.serviceName().lastIndexOf('.') + 1);
    }
}
