package dev.ecswizard.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

class LandscapeTest {
    private final World world = new World();
    private final RegionWorld oregon = world.in("us-west-2");

    @ParameterizedTest
    @CsvSource({
        "172.31.0.0/16,true", "10.20.0.0/16,true", "10.30.0.0/16,false", "10.40.0.0/16,true", "10.41.0.0/16,false",
        "10.50.0.0/16,true", "10.60.0.0/16,false", "10.61.0.0/16,false", "10.62.0.0/16,false", "10.70.0.0/16,false",
        "10.71.0.0/16,true", "10.90.0.0/16,true",
    })
    void allSubnetsOfANetworkComeOutOrNoneDoes(String cidr, boolean comeOut) {
        var vpc = oregon.vpcs().all().stream()
                .filter(each -> each.cidrBlock().equals(cidr))
                .findFirst()
                .orElseThrow();
        var wayOut = new WayOut(oregon);
        assertThat(oregon.subnets().all())
                .filteredOn(subnet -> subnet.vpcId().equals(vpc.vpcId()))
                .isNotEmpty()
                .allMatch(subnet -> wayOut.from(subnet.subnetId(), Optional.empty()) == comeOut);
    }

    @Test
    void aSubnetWithoutIpv4DoesNotComeOut() {
        var wayOut = new WayOut(oregon);
        assertThat(oregon.subnets().all().stream()
                        .filter(subnet -> name(subnet.tags()).startsWith("edge"))
                        .filter(subnet -> wayOut.from(subnet.subnetId(), Optional.of(true)))
                        .map(subnet -> name(subnet.tags()))
                        .toList())
                .containsExactly("edge-local", "edge-outpost");
    }

    @Test
    void namesAreMissingEmptyAndTwice() {
        var names = oregon.vpcs().all().stream().map(vpc -> name(vpc.tags())).collect(Collectors.toList());
        assertThat(names)
                .contains("none", "")
                .containsOnlyOnce("main")
                .filteredOn("shop"::equals)
                .hasSize(2);
    }

    @Test
    void thereIsAVpcWithTwoBlocksOneInASingleZoneAndOneOfAnotherAccount() {
        assertThat(oregon.vpcs().all())
                .filteredOn(vpc -> vpc.cidrBlockAssociationSet().size() == 2)
                .hasSize(1);
        assertThat(oregon.vpcs().all())
                .filteredOn(vpc -> zones(vpc).size() == 1)
                .hasSize(1);
        assertThat(oregon.vpcs().all())
                .filteredOn(vpc -> !vpc.ownerId().equals(World.ACCOUNT))
                .singleElement()
                .satisfies(vpc ->
                        assertThat(vpc.hasTags() && !vpc.tags().isEmpty()).isFalse());
        assertThat(oregon.subnets().all())
                .filteredOn(subnet -> subnet.outpostArn() != null)
                .hasSize(1);
        assertThat(oregon.subnets().all())
                .filteredOn(subnet -> subnet.availabilityZone().equals("us-west-2-lax-1a"))
                .hasSize(1);
    }

    @Test
    void oneRegionHasNoVpcAtAll() {
        var osaka = world.in("ap-northeast-3");
        assertThat(osaka.vpcs().all()).isEmpty();
        assertThat(osaka.subnets().all()).isEmpty();
        assertThat(osaka.securityGroups().all()).isEmpty();
        assertThat(osaka.keyPairs().all()).isNotEmpty();
    }

    @Test
    void noTwoThingsHaveOneIdAndAllThatIsNamedIsThere() {
        for (var here : List.of(oregon, world.in("eu-west-1"))) {
            var vpcs = here.vpcs().all().stream().map(Vpc::vpcId).collect(Collectors.toSet());
            var subnets = here.subnets().all().stream().map(Subnet::subnetId).collect(Collectors.toSet());
            assertThat(here.subnets().all()).allMatch(subnet -> vpcs.contains(subnet.vpcId()));
            assertThat(here.routeTables().all())
                    .allMatch(table -> vpcs.contains(table.vpcId()))
                    .allMatch(table -> subnets.containsAll(table.associations().stream()
                            .map(association -> association.subnetId())
                            .filter(Objects::nonNull)
                            .toList()))
                    .allMatch(table -> table.routes().stream()
                            .map(route -> route.natGatewayId())
                            .filter(Objects::nonNull)
                            .allMatch(nat -> here.natGateways().find(nat).isPresent()));
            assertThat(here.vpcEndpoints().all()).allMatch(endpoint -> subnets.containsAll(endpoint.subnetIds()));
            for (var vpc : vpcs) {
                assertThat(here.routeTables().all())
                        .filteredOn(table -> table.vpcId().equals(vpc)
                                && table.associations().stream().anyMatch(association -> association.main()))
                        .hasSize(1);
            }
        }
    }

    private Set<String> zones(Vpc vpc) {
        return oregon.subnets().all().stream()
                .filter(subnet -> subnet.vpcId().equals(vpc.vpcId()))
                .map(Subnet::availabilityZone)
                .collect(Collectors.toSet());
    }

    private static String name(List<Tag> tags) {
        return tags.isEmpty() ? "none" : tags.getFirst().value();
    }
}
