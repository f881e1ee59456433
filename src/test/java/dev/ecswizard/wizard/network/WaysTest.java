package dev.ecswizard.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.aws.AwsConnections;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.preflight.Reach;
import dev.ecswizard.preflight.Surroundings;
import dev.ecswizard.preflight.WayOut;
import dev.ecswizard.sandbox.Altered;
import dev.ecswizard.sandbox.Sandbox;
import dev.ecswizard.sandbox.world.Permissions.Denial;
import dev.ecswizard.sandbox.world.World;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the page says of every network in the sandbox's account, held against what the checks say.
class WaysTest {
    private static final String REGION = "us-west-2";

    private static World world;
    private static Sandbox sandbox;
    private static Cloud cloud;

    private final Dropped dropped = new Dropped();
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.STANDARD);
    private final NetworkModel model = new NetworkModel(
            new InOrder(),
            new SimpleObjectProperty<>(Optional.of(new Place(cloud, cloud.caller(), REGION, List.of(REGION)))),
            new SimpleObjectProperty<>(Optional.<Connection>empty()),
            recipe,
            dropped);

    @BeforeAll
    static void start() throws IOException {
        sandbox = Altered.sandbox(made -> world = made);
        cloud = AwsConnections.toEndpoint("sandbox", "Sandbox", "", sandbox.endpoint(), REGION, () -> "sandbox")
                .open((_, _) -> Optional.empty());
    }

    @AfterAll
    static void stop() {
        cloud.close();
        sandbox.close();
    }

    @AfterEach
    void allowAll() {
        world.permissions().allowAll();
    }

    private static String vpc(String cidr) {
        return cloud.networks(REGION).vpcs().stream()
                .filter(vpc -> vpc.cidrs().contains(cidr))
                .map(Vpc::id)
                .findFirst()
                .orElseThrow();
    }

    private SubnetLine line(String name) {
        return model.lines().getValue().stream()
                .filter(line -> line.facts().orElseThrow().name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private void chooseNone() {
        List.copyOf(model.subnets().getValue()).forEach(model::toggleSubnet);
    }

    @Test
    void thePageSaysWhatTheChecksSayOfEverySubnet() {
        var compared = 0;
        for (var vpc : cloud.networks(REGION).vpcs()) {
            model.chooseVpc(vpc.id());
            chooseNone();
            var checks = new WayOut(vpc.id(), Surroundings.of(cloud, REGION, vpc.id()));
            for (var assigned : List.of(Optional.<Boolean>empty(), Optional.of(true), Optional.of(false))) {
                model.addresses().choose(Optional.of(assigned.isEmpty()));
                model.addresses().choose(assigned);
                for (var line : model.lines().getValue()) {
                    assertThat(line.way())
                            .as(line.called())
                            .contains(checks.from(line.facts().orElseThrow(), assigned));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "172.31.0.0/16, '', Public, \u2192 igw-",
        "10.20.0.0/16, main-public, Public, \u2192 igw-",
        "10.20.0.0/16, main-private, Private with NAT, \u2192 nat-",
        "10.30.0.0/16, isolated, No way out, no route to the internet",
        "10.40.0.0/16, endpoints, 'Private, by endpoints', by endpoints of the VPC",
        "10.41.0.0/16, halfway, No way out, 2 endpoints are missing",
        "10.50.0.0/16, hub, Transit gateway: unknown, \u2192 tgw-",
        "10.60.0.0/16, retired, No way out, \u2192 nat-",
        "10.61.0.0/16, undns, No way out, DNS is switched off",
        "10.62.0.0/16, guarded, No way out, a network ACL stops the answers",
        "10.80.0.0/16, edge-ipv6, No way out, no IPv4 addresses"
    })
    void everyKindOfWayHasItsWords(String cidr, String subnet, String kind, String brief) {
        model.chooseVpc(vpc(cidr));

        assertThat(WayWords.kind(line(subnet))).isEqualTo(kind);
        assertThat(WayWords.brief(line(subnet))).startsWith(brief);
    }

    @Test
    void theRouteThatSaysSoIsShownWithItsTable() {
        model.chooseVpc(vpc("10.20.0.0/16"));
        var words = WayWords.all(line("main-private"), REGION);

        assertThat(words).containsPattern("Private with NAT: 0\\.0\\.0\\.0/0 \u2192 nat-[0-9a-f]+, in rtb-[0-9a-f]+");
        model.chooseVpc(vpc("10.60.0.0/16"));
        assertThat(WayWords.all(line("retired"), REGION))
                .containsPattern("0\\.0\\.0\\.0/0 \u2192 nat-[0-9a-f]+ \\(a black hole\\), in rtb-");
        model.chooseVpc(vpc("10.30.0.0/16"));
        assertThat(WayWords.all(line("isolated"), REGION))
                .containsPattern("rtb-[0-9a-f]+ has no route 0\\.0\\.0\\.0/0");
    }

    @Test
    void missingEndpointsAreSaidByTheNamesThatTheyAreMadeBy() {
        model.chooseVpc(vpc("10.41.0.0/16"));

        assertThat(WayWords.all(line("halfway"), REGION))
                .contains(
                        "Missing endpoints: com.amazonaws.us-west-2.ecs-agent, com.amazonaws.us-west-2.ecs-telemetry");
        assertThat(WayWords.all(line("halfway"), "cn-north-1")).contains("Missing endpoints: ecs-agent, ecs-telemetry");
    }

    @ParameterizedTest
    @CsvSource({"edge-local, LOCAL_ZONE, us-west-2-lax-1a", "edge-outpost, OUTPOST, rack", "edge-ipv6, IPV6_ONLY, IPv4"
    })
    void whatIsSpecialIsMarkedAndExplained(String subnet, Marker marker, String meaning) {
        model.chooseVpc(vpc("10.80.0.0/16"));
        var line = line(subnet);

        assertThat(line.markers()).containsExactly(marker);
        assertThat(WayWords.all(line, REGION)).contains(WayWords.marker(marker)).contains(meaning);
    }

    @Test
    void anotherAccountsSubnetsAreMarked() {
        model.chooseVpc(vpc("10.90.0.0/16"));

        assertThat(model.lines().getValue())
                .isNotEmpty()
                .allMatch(line -> line.markers().equals(Set.of(Marker.OTHER_ACCOUNT)))
                .allMatch(line -> WayWords.all(line, REGION).contains("210987654321"));
        model.chooseVpc(vpc("10.20.0.0/16"));
        assertThat(model.lines().getValue()).allMatch(line -> line.markers().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2:DescribeRouteTables",
                "ec2:DescribeNatGateways",
                "ec2:DescribeVpcEndpoints",
                "ec2:DescribeNetworkAcls",
                "ec2:DescribeVpcAttribute"
            })
    void whatMayNotBeReadIsNamedAndKeepsNobodyFromChoosing(String action) {
        world.permissions().deny(new Denial(action, false));
        model.chooseVpc(vpc("10.20.0.0/16"));
        var line = line("main-private");

        assertThat(WayWords.kind(line)).isEqualTo("Not known");
        assertThat(WayWords.brief(line)).isEqualTo(action + " was denied");
        assertThat(WayWords.all(line, REGION)).contains("Not known: " + action + " was denied.");
        assertThat(WayWarning.ofUnread(model.lines().getValue()))
                .contains("Not every way out is known: " + action
                        + " was denied. The subnets can be chosen all the same.");
        model.toggleSubnet(line.id());
        model.chooseSourceSecurityGroup(cloud.networks(REGION)
                .securityGroups(vpc("10.20.0.0/16"))
                .getFirst()
                .id());
        assertThat(model.missing().getValue()).isEmpty();

        world.permissions().allowAll();
        model.inventory().ways().retry();
        assertThat(WayWords.kind(line("main-private"))).isEqualTo("Private with NAT");
        assertThat(WayWarning.ofUnread(model.lines().getValue())).isEmpty();
    }

    @Test
    void whoComesFirstFindsPrivateSubnetsChosenOneInEachZone() {
        model.chooseVpc(vpc("10.20.0.0/16"));

        assertThat(model.lines().getValue())
                .filteredOn(line -> model.subnets().getValue().contains(line.id()))
                .extracting(SubnetLine::called)
                .containsExactly("main-private-a", "main-private-b", "main-private-c");
        assertThat(model.zoneWarning().get()).isEmpty();
        model.chooseVpc(vpc("10.80.0.0/16"));
        assertThat(model.subnets().getValue()).isEmpty();
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void publicSubnetsThatGiveNoAddressesAreOfferedWithThem() {
        model.chooseVpc(vpc("10.70.0.0/16"));

        assertThat(model.subnets().getValue()).hasSize(3);
        assertThat(model.addresses().assignPublicIp().get()).contains(true);
        assertThat(WayWords.kind(line("shop"))).isEqualTo("Public");

        model.addresses().choose(Optional.of(false));
        assertThat(WayWords.kind(line("shop"))).isEqualTo("No way out");
        assertThat(WayWords.brief(line("shop"))).endsWith(", no public address");
        assertThat(model.wayWarning().get())
                .hasValueSatisfying(words -> assertThat(words).startsWith("Hosts in shop-public-a, "));

        recipe.set(Recipe.CLASSIC);
        assertThat(line("shop").way().orElseThrow().reach()).isEqualTo(Reach.NO);
        assertThat(model.chosen().getValue().flatMap(Network::assignPublicIp)).isEmpty();
    }

    @Test
    void aVpcWithoutAnyWayOutSaysSo() {
        model.chooseVpc(vpc("10.30.0.0/16"));

        assertThat(model.wayWarning().get())
                .hasValueSatisfying(words -> assertThat(words).startsWith("No subnet of this VPC has a way out"));
        assertThat(model.subnets().getValue()).isEmpty();
    }

    @Test
    void aChosenSubnetWhereHostsCanNotWorkIsNamedAndStaysChosen() {
        model.chooseVpc(vpc("10.80.0.0/16"));
        assertThat(model.wayWarning().get()).isEmpty();

        model.toggleSubnet(line("edge-ipv6").id());

        assertThat(model.wayWarning().get())
                .hasValueSatisfying(words -> assertThat(words).startsWith("Hosts in edge-ipv6 do not reach ECS"));
        assertThat(model.subnets().getValue()).hasSize(1);
    }

    @Test
    void oneZoneOnlyIsWarnedOfByItsName() {
        model.chooseVpc(vpc("10.71.0.0/16"));

        assertThat(model.subnets().getValue()).hasSize(1);
        assertThat(model.zoneWarning().get())
                .hasValueSatisfying(words -> assertThat(words).contains("us-west-2a"));
    }

    @Test
    void aVpcIsReadByElevenCallsSideBySide() {
        var before = sandbox.ledger().entries().size();

        model.chooseVpc(vpc("10.20.0.0/16"));

        // one of them asked here
        assertThat(sandbox.ledger().entries().size() - before).isEqualTo(11 + 1);
    }
}
