package dev.ecswizard.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

class WayOutTest {
    private final RegionWorld world = new World().in("eu-west-1");
    private final WayOut wayOut = new WayOut(world);

    private String subnet(String name) {
        return world.subnets().all().stream()
                .filter(subnet ->
                        subnet.tags().stream().anyMatch(tag -> tag.value().equals(name)))
                .findFirst()
                .orElseThrow()
                .subnetId();
    }

    private boolean leadsOut(String name) {
        return wayOut.from(subnet(name), Optional.empty());
    }

    @Test
    void aPublicSubnetNeedsAPublicAddress() {
        assertThat(leadsOut("main-public-a")).isTrue();
        assertThat(wayOut.from(subnet("main-public-a"), Optional.of(false))).isFalse();
    }

    @Test
    void aPrivateSubnetNeedsNoPublicAddressBehindANatGateway() {
        assertThat(leadsOut("main-private-b")).isTrue();
        assertThat(wayOut.from(subnet("main-private-b"), Optional.of(false))).isTrue();
    }

    @Test
    void aNatGatewayThatIsGoneOrPrivateLeadsNowhere() {
        var nat = world.natGateways().all().getFirst();
        world.natGateways().put(nat.toBuilder().state("deleted").build());
        assertThat(leadsOut("main-private-b")).isFalse();
        world.natGateways().put(nat.toBuilder().connectivityType("private").build());
        assertThat(leadsOut("main-private-b")).isFalse();
    }

    @Test
    void aBlackholeIsNoRoute() {
        for (var table : world.routeTables().all()) {
            world.routeTables()
                    .put(table.toBuilder()
                            .routes(table.routes().stream()
                                    .map(route ->
                                            route.toBuilder().state("blackhole").build())
                                    .toList())
                            .build());
        }
        assertThat(leadsOut("main-public-a")).isFalse();
        assertThat(leadsOut("main-private-a")).isFalse();
    }

    @Test
    void aSubnetThatNoTableNamesUsesTheMainOneOfItsVpc() {
        var vpc = world.vpcs().all().stream()
                .filter(candidate -> candidate.isDefault())
                .findFirst()
                .orElseThrow()
                .vpcId();
        var byDefault = world.subnets().all().stream()
                .filter(subnet -> subnet.vpcId().equals(vpc))
                .findFirst()
                .orElseThrow()
                .subnetId();
        assertThat(wayOut.from(byDefault, Optional.empty())).isTrue();
        var table = world.routeTables().all().stream()
                .filter(candidate -> candidate.vpcId().equals(vpc))
                .findFirst()
                .orElseThrow();
        world.routeTables().remove(table.routeTableId());
        assertThat(wayOut.from(byDefault, Optional.empty())).isFalse();
    }

    @Test
    void anIsolatedSubnetNeedsAllOfItsEndpoints() {
        assertThat(leadsOut("isolated-a")).isFalse();
        var vpc = world.subnets().find(subnet("isolated-a")).orElseThrow().vpcId();
        var table = world.routeTables().all().stream()
                .filter(candidate -> candidate.vpcId().equals(vpc))
                .map(RouteTable::routeTableId)
                .findFirst()
                .orElseThrow();
        for (var service : List.of("ecs", "ecs-agent", "ecs-telemetry", "cloudformation")) {
            world.vpcEndpoints().put(endpoint(vpc, service, "Interface").build());
            assertThat(leadsOut("isolated-a")).isFalse();
        }
        world.vpcEndpoints().put(endpoint(vpc, "s3", "Gateway").build());
        assertThat(leadsOut("isolated-a")).isFalse();
        world.vpcEndpoints()
                .put(endpoint(vpc, "s3", "Gateway").routeTableIds(table).build());
        assertThat(leadsOut("isolated-a")).isTrue();
        world.vpcEndpoints()
                .put(endpoint(vpc, "ecs", "Interface").privateDnsEnabled(false).build());
        assertThat(leadsOut("isolated-a")).isFalse();
    }

    private static VpcEndpoint.Builder endpoint(String vpc, String service, String type) {
        return VpcEndpoint.builder()
                .vpcEndpointId(Ids.of("vpce", vpc, service))
                .vpcId(vpc)
                .vpcEndpointType(type)
                .serviceName("com.amazonaws.eu-west-1." + service)
                .privateDnsEnabled(true);
    }

    @Test
    void thereIsNoWayOutOfNowhere() {
        assertThat(wayOut.from("subnet-0123456789abcdef0", Optional.of(true))).isFalse();
    }
}
