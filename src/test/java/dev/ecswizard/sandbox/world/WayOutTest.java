package dev.ecswizard.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.InternetGatewayBlockMode;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion;
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

    private VpcEndpoint.Builder endpoint(String vpc, String service, String type) {
        return VpcEndpoint.builder()
                .vpcEndpointId(Ids.of("vpce", vpc, service))
                .vpcId(vpc)
                .vpcEndpointType(type)
                .serviceName("com.amazonaws.eu-west-1." + service)
                .state("available")
                .subnetIds(subnet("isolated-a"))
                .groups(SecurityGroupIdentifier.builder().groupId(balancer()).build())
                .privateDnsEnabled(true);
    }

    /// Takes HTTPS from the addresses of the isolated VPC.
    private String balancer() {
        return world.securityGroups().all().stream()
                .filter(group -> group.groupName().equals("batch-alb"))
                .findFirst()
                .orElseThrow()
                .groupId();
    }

    private void addEndpoints() {
        var vpc = world.subnets().find(subnet("isolated-a")).orElseThrow().vpcId();
        var table = world.routeTables().all().stream()
                .filter(candidate -> candidate.vpcId().equals(vpc))
                .map(RouteTable::routeTableId)
                .findFirst()
                .orElseThrow();
        for (var service : List.of("ecs", "ecs-agent", "ecs-telemetry", "cloudformation")) {
            world.vpcEndpoints().put(endpoint(vpc, service, "Interface").build());
        }
        world.vpcEndpoints()
                .put(endpoint(vpc, "s3", "Gateway").routeTableIds(table).build());
    }

    @Test
    void endpointsThatDoNotTakeHttpsFromTheSubnetAreNone() {
        addEndpoints();
        assertThat(leadsOut("isolated-a")).isTrue();
        var group = world.securityGroups().find(balancer()).orElseThrow();
        for (var ingress : List.of(
                SecurityGroups.tcp(80, "10.30.0.0/16"),
                SecurityGroups.tcp(443, "10.31.0.0/16"),
                SecurityGroups.from(443, balancer()))) {
            world.securityGroups().put(group.toBuilder().ipPermissions(ingress).build());
            assertThat(leadsOut("isolated-a")).isFalse();
        }
    }

    @Test
    void endpointsNeedDnsToBeFoundAndHaveToBeReady() {
        addEndpoints();
        var vpc = world.subnets().find(subnet("isolated-a")).orElseThrow().vpcId();
        world.setDns(vpc, new RegionWorld.Dns(true, false));
        assertThat(leadsOut("isolated-a")).isFalse();
        world.setDns(vpc, new RegionWorld.Dns(true, true));
        assertThat(leadsOut("isolated-a")).isTrue();
        world.vpcEndpoints()
                .put(endpoint(vpc, "ecs", "Interface").state("pending").build());
        assertThat(leadsOut("isolated-a")).isFalse();
    }

    @Test
    void withoutDnsNothingIsReached() {
        var main = world.subnets().find(subnet("main-public-a")).orElseThrow().vpcId();
        world.setDns(main, new RegionWorld.Dns(false, false));
        assertThat(leadsOut("main-public-a")).isFalse();
        assertThat(leadsOut("main-private-a")).isFalse();
    }

    private void replaceAcl(String subnet, NetworkAclEntry... entries) {
        var acl = world.networkAcls().all().stream()
                .filter(each -> each.associations().stream()
                        .anyMatch(association -> association.subnetId().equals(subnet(subnet))))
                .findFirst()
                .orElseThrow();
        world.networkAcls()
                .put(acl.toBuilder()
                        .associations(acl.associations().stream()
                                .filter(association -> !association.subnetId().equals(subnet(subnet)))
                                .toList())
                        .build());
        new NetworkAcls(world)
                .add(world.vpcs().find(acl.vpcId()).orElseThrow(), "of " + subnet, List.of(subnet(subnet)), entries);
    }

    @Test
    void anAclHasToLetRequestsOutAndAnswersIn() {
        var out = NetworkAcls.tcp(100, true, RuleAction.ALLOW, 443, 443);
        var in = NetworkAcls.tcp(100, false, RuleAction.ALLOW, 1024, 65_535);
        replaceAcl("main-public-b", out, in);
        assertThat(leadsOut("main-public-b")).isTrue();
        replaceAcl("main-public-c", out);
        assertThat(leadsOut("main-public-c")).isFalse();
        replaceAcl("main-private-b", in);
        assertThat(leadsOut("main-private-b")).isFalse();
    }

    @Test
    void theEntryWithTheLowestNumberDecides() {
        replaceAcl(
                "main-public-b",
                NetworkAcls.tcp(90, true, RuleAction.DENY, 443, 443),
                NetworkAcls.entry(100, true, RuleAction.ALLOW, "0.0.0.0/0").build(),
                NetworkAcls.entry(100, false, RuleAction.ALLOW, "0.0.0.0/0").build());
        assertThat(leadsOut("main-public-b")).isFalse();
        replaceAcl(
                "main-public-c",
                NetworkAcls.tcp(110, true, RuleAction.DENY, 443, 443),
                NetworkAcls.entry(100, true, RuleAction.ALLOW, "0.0.0.0/0").build(),
                NetworkAcls.entry(100, false, RuleAction.ALLOW, "0.0.0.0/0").build());
        assertThat(leadsOut("main-public-c")).isTrue();
    }

    @Test
    void theNatGatewaysOwnSubnetHasToTakeWhatItPasses() {
        replaceAcl(
                "main-public-a",
                NetworkAcls.entry(100, true, RuleAction.ALLOW, "0.0.0.0/0").build(),
                NetworkAcls.tcp(100, false, RuleAction.ALLOW, 1024, 65_535));
        assertThat(leadsOut("main-public-a")).isTrue();
        assertThat(leadsOut("main-private-a")).isFalse();
    }

    @Test
    void anEndpointThatBearsAServicesNameHelpsOrHindersWhereverRoutesLead() {
        var vpc = world.subnets().find(subnet("main-private-a")).orElseThrow().vpcId();
        var closed = world.vpcEndpoints()
                .put(endpoint(vpc, "ecs-agent", "Interface")
                        .subnetIds(subnet("main-private-a"))
                        .build());
        assertThat(leadsOut("main-private-b")).isFalse();
        assertThat(leadsOut("main-public-b")).isFalse();

        world.vpcEndpoints().put(closed.toBuilder().privateDnsEnabled(false).build());
        assertThat(leadsOut("main-private-b")).isTrue();
        world.vpcEndpoints().put(closed.toBuilder().state("deleting").build());
        assertThat(leadsOut("main-private-b")).isTrue();
        world.vpcEndpoints()
                .put(closed.toBuilder()
                        .serviceName("com.amazonaws.eu-west-1.sqs")
                        .build());
        assertThat(leadsOut("main-private-b")).isTrue();
    }

    @Test
    void aNatGatewayTakesTheRoutesOfItsOwnSubnet() {
        var nat = world.natGateways().all().getFirst();
        world.natGateways()
                .put(nat.toBuilder().subnetId(subnet("main-private-a")).build());
        assertThat(leadsOut("main-private-a")).isFalse();
        assertThat(leadsOut("main-private-b")).isFalse();
        assertThat(leadsOut("main-public-b")).isTrue();

        world.natGateways()
                .put(nat.toBuilder().subnetId(subnet("main-public-c")).build());
        assertThat(leadsOut("main-private-b")).isTrue();
        var table = world.routeTables().all().stream()
                .filter(each -> each.associations().stream()
                        .anyMatch(association -> subnet("main-public-c").equals(association.subnetId())))
                .findFirst()
                .orElseThrow();
        world.routeTables()
                .put(table.toBuilder()
                        .routes(table.routes().stream()
                                .map(route ->
                                        route.toBuilder().state("blackhole").build())
                                .toList())
                        .build());
        assertThat(leadsOut("main-private-b")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"off,true,true", "block-ingress,false,true", "block-bidirectional,false,false"})
    void blockedPublicAccessCutsGatewaysOff(String mode, boolean direct, boolean throughNat) {
        world.publicAccess().set(InternetGatewayBlockMode.fromValue(mode), Instant.EPOCH);
        assertThat(leadsOut("main-public-b")).isEqualTo(direct);
        assertThat(leadsOut("main-private-b")).isEqualTo(throughNat);
    }

    @ParameterizedTest
    @CsvSource({
        "allow-bidirectional,create-complete,true,true",
        "allow-egress,create-complete,true,true",
        "allow-bidirectional,delete-complete,false,false",
    })
    void anExclusionTakesTheBlockAwayFromAVpc(String mode, String state, boolean direct, boolean throughNat) {
        var subnet = world.subnets().find(subnet("main-public-b")).orElseThrow();
        world.publicAccess().set(InternetGatewayBlockMode.BLOCK_BIDIRECTIONAL, Instant.EPOCH);
        world.publicAccess()
                .exclusions()
                .put(VpcBlockPublicAccessExclusion.builder()
                        .exclusionId("vpcbpa-exclude-0123456789abcdef0")
                        .resourceArn("arn:aws:ec2:eu-west-1:" + World.ACCOUNT + ":vpc/" + subnet.vpcId())
                        .internetGatewayExclusionMode(mode)
                        .state(state)
                        .build());
        assertThat(leadsOut("main-public-b")).isEqualTo(direct);
        assertThat(leadsOut("main-private-b")).isEqualTo(throughNat);
    }

    @Test
    void anExclusionForWhatGoesOutDoesNotLetAnswersInWhereAllThatComesInIsBlocked() {
        var subnet = world.subnets().find(subnet("main-public-b")).orElseThrow();
        world.publicAccess().set(InternetGatewayBlockMode.BLOCK_INGRESS, Instant.EPOCH);
        world.publicAccess()
                .exclusions()
                .put(VpcBlockPublicAccessExclusion.builder()
                        .exclusionId("vpcbpa-exclude-0123456789abcdef0")
                        .resourceArn("arn:aws:ec2:eu-west-1:" + World.ACCOUNT + ":vpc/" + subnet.vpcId())
                        .internetGatewayExclusionMode("allow-egress")
                        .state("create-complete")
                        .build());
        assertThat(leadsOut("main-public-b")).isFalse();
        assertThat(leadsOut("main-private-b")).isTrue();
    }

    @Test
    void thereIsNoWayOutOfNowhere() {
        assertThat(wayOut.from("subnet-0123456789abcdef0", Optional.of(true))).isFalse();
    }
}
