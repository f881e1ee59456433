package dev.ecswizard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.sandbox.world.Permissions.Denial;
import dev.ecswizard.sandbox.world.World;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every kind of way out in the sandbox's account, read as the pages and the checks read it.
class WayTest {
    private static World world;
    private static Trial trial;

    @BeforeAll
    static void start() throws IOException {
        trial = new Trial(made -> world = made);
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @AfterEach
    void allowAll() {
        world.permissions().allowAll();
    }

    private static Vpc vpc(String cidr) {
        return trial.cloud.networks(Trial.REGION).vpcs().stream()
                .filter(vpc -> vpc.cidrs().contains(cidr))
                .findFirst()
                .orElseThrow();
    }

    private static Way way(String cidr, String subnetPrefix) {
        var vpc = vpc(cidr);
        var subnet = trial.cloud.networks(Trial.REGION).subnets(vpc.id()).stream()
                .filter(each -> each.name().startsWith(subnetPrefix))
                .findFirst()
                .orElseThrow();
        return new WayOut(vpc.id(), Surroundings.of(trial.cloud, Trial.REGION, vpc.id()))
                .from(subnet, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "172.31.0.0/16, '', YES, INTERNET_GATEWAY, igw-",
                "10.20.0.0/16, main-public, YES, INTERNET_GATEWAY, igw-",
                "10.20.0.0/16, main-private, YES, NAT_GATEWAY, nat-",
                "10.30.0.0/16, isolated, NO, NONE, -",
                "10.40.0.0/16, endpoints, YES, ENDPOINTS, -",
                "10.41.0.0/16, halfway, NO, NONE, -",
                "10.50.0.0/16, hub, UNKNOWN, BEYOND, tgw-",
                "10.60.0.0/16, retired, NO, NONE, nat-",
                "10.61.0.0/16, undns, NO, INTERNET_GATEWAY, igw-",
                "10.62.0.0/16, guarded, NO, INTERNET_GATEWAY, igw-",
                "10.70.0.0/16, shop, NO, INTERNET_GATEWAY, igw-",
                "10.80.0.0/16, edge-ipv6, NO, NONE, igw-",
                "10.90.0.0/16, '', YES, INTERNET_GATEWAY, igw-"
            })
    void itSaysWhatTheHostsLeaveByAndWhichRouteSaysSo(
            String cidr, String subnet, Reach reach, Exit exit, String target) {
        var way = way(cidr, subnet);

        assertThat(way.reach()).isEqualTo(reach);
        assertThat(way.exit()).isEqualTo(exit);
        assertThat(way.table()).hasValueSatisfying(id -> assertThat(id).startsWith("rtb-"));
        assertThat(way.route().map(route -> route.target().substring(0, 4))).isEqualTo(Optional.ofNullable(target));
        assertThat(way.hindrances().isEmpty()).isEqualTo(reach == Reach.YES);
        assertThat(way.mends()).hasSameSizeAs(way.hindrances());
        assertThat(way.problem()).isEmpty();
    }

    @Test
    void onlyAPublicAddressIsWantedWhereNothingElseIsInTheWay() {
        assertThat(way("10.70.0.0/16", "shop").wantsPublicAddress()).isTrue();
        assertThat(way("10.70.0.0/16", "shop").missingEndpoints()).isEmpty();
        assertThat(way("10.60.0.0/16", "retired").wantsPublicAddress()).isFalse();
        assertThat(way("10.20.0.0/16", "main-public").wantsPublicAddress()).isFalse();
    }

    @Test
    void theEndpointsThatWouldHelpAreNamed() {
        assertThat(way("10.41.0.0/16", "halfway").missingEndpoints()).containsExactly("ecs-agent", "ecs-telemetry");
        assertThat(way("10.30.0.0/16", "isolated").missingEndpoints())
                .containsExactly("ecs", "ecs-agent", "ecs-telemetry", "cloudformation", "s3");
        assertThat(way("10.40.0.0/16", "endpoints").missingEndpoints()).isEmpty();
    }

    @Test
    void whatIsDeniedIsToldAndTheRestIsReadAllTheSame() {
        world.permissions().deny(new Denial("ec2:DescribeRouteTables", false));
        var vpc = vpc("10.20.0.0/16").id();
        var around = Surroundings.of(trial.cloud, Trial.REGION, vpc);
        var way = new WayOut(vpc, around).from(subnet(vpc), Optional.empty());

        assertThat(around.problems()).extracting(CloudProblem::action).containsExactly("ec2:DescribeRouteTables");
        assertThat(way.reach()).isEqualTo(Reach.UNREAD);
        assertThat(way.problem().map(CloudProblem::kind)).contains(CloudProblem.Kind.DENIED);
        assertThat(way.table()).isEmpty();
        assertThat(way.hindrances()).isEmpty();
    }

    private static Subnet subnet(String vpc) {
        return trial.cloud.networks(Trial.REGION).subnets(vpc).getFirst();
    }

    @Test
    void aVpcCostsNineCallsBesideItsSubnets() {
        var vpc = vpc("10.20.0.0/16").id();
        var before = trial.sandbox.ledger().entries().size();

        var around = Surroundings.of(trial.cloud.ground(Trial.REGION), vpc);

        assertThat(trial.sandbox.ledger().entries().size() - before).isEqualTo(9);
        assertThat(around.problems()).isEmpty();
        var actions = new TreeSet<String>();
        trial.sandbox.ledger().entries().stream()
                .skip(before)
                .forEach(entry -> actions.add(entry.call().action()));
        assertThat(actions).doesNotContain("DescribeSubnets").hasSize(8);
        assertThat(List.copyOf(actions)).allMatch(action -> action.startsWith("Describe"));
    }
}
