package dev.ecswizard.sandbox.world;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.PrefixList;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/// Lays out VPC endpoints, and the prefix lists of AWS that gateway endpoints need.
final class EndpointWorks {
    private final RegionWorld world;
    private final String region;

    EndpointWorks(RegionWorld world) {
        this.world = world;
        this.region = world.region().name();
    }

    void prefixLists() {
        prefixList("s3", "52.216.0.0/15", "3.5.0.0/19");
        prefixList("dynamodb", "52.94.0.0/22");
    }

    private void prefixList(String service, String... cidrs) {
        var id = Ids.of("pl", region, service);
        world.prefixLists()
                .put(PrefixList.builder()
                        // AWS's own lists have short ids
                        .prefixListId("pl-" + id.substring(id.length() - 8))
                        .prefixListName("com.amazonaws." + region + "." + service)
                        .cidrs(cidrs)
                        .build());
    }

    private VpcEndpoint.Builder endpoint(Vpc vpc, String service, String name) {
        return VpcEndpoint.builder()
                .vpcEndpointId(Ids.of("vpce", vpc.vpcId(), service))
                .vpcId(vpc.vpcId())
                .serviceName("com.amazonaws." + region + "." + service)
                .serviceRegion(region)
                .state("available")
                .requesterManaged(false)
                .creationTimestamp(Groundwork.BUILT)
                .ownerId(World.ACCOUNT)
                .tags(Groundwork.named(name));
    }

    /// An endpoint for S3 in a route table, whose routes it is added to.
    void gateway(Vpc vpc, String name, String table) {
        var id = world.vpcEndpoints()
                .put(endpoint(vpc, "s3", name)
                        .vpcEndpointType("Gateway")
                        .routeTableIds(table)
                        .subnetIds(List.of())
                        .groups(List.of())
                        .privateDnsEnabled(false)
                        .networkInterfaceIds(List.of())
                        .dnsEntries(List.of())
                        .build())
                .vpcEndpointId();
        var list = world.prefixLists().all().stream()
                .filter(each -> each.prefixListName().endsWith(".s3"))
                .findFirst()
                .orElseThrow();
        var before = world.routeTables().find(table).orElseThrow();
        var route = Route.builder()
                .destinationPrefixListId(list.prefixListId())
                .gatewayId(id)
                .state(RouteState.ACTIVE)
                .origin(RouteOrigin.CREATE_ROUTE)
                .build();
        world.routeTables()
                .put(before.toBuilder()
                        .routes(Stream.concat(before.routes().stream(), Stream.of(route))
                                .toList())
                        .build());
    }

    /// Endpoints with interfaces in subnets, found by the services' usual names.
    ///
    /// @param group the security group of the interfaces
    void interfaces(Vpc vpc, List<String> subnets, SecurityGroup group, String... services) {
        for (var service : services) {
            var id = Ids.of("vpce", vpc.vpcId(), service);
            world.vpcEndpoints()
                    .put(endpoint(vpc, service, null)
                            .vpcEndpointType("Interface")
                            .routeTableIds(List.of())
                            .subnetIds(subnets)
                            .groups(SecurityGroupIdentifier.builder()
                                    .groupId(group.groupId())
                                    .groupName(group.groupName())
                                    .build())
                            .privateDnsEnabled(true)
                            .ipAddressType("ipv4")
                            .networkInterfaceIds(subnets.stream()
                                    .map(subnet -> Ids.of("eni", id, subnet))
                                    .toList())
                            .dnsEntries(DnsEntry.builder()
                                    .dnsName(service + "." + region + ".amazonaws.com")
                                    .build())
                            .build());
        }
    }
}
