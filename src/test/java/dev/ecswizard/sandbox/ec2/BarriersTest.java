package dev.ecswizard.sandbox.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.sandbox.Altered;
import dev.ecswizard.sandbox.Clients;
import dev.ecswizard.sandbox.Sandbox;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.BlockPublicAccessMode;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InternetGatewayBlockMode;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PrefixList;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion;

/// What may pass, as a client meets it; and the limits of asking.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BarriersTest {
    private static final Instant CHANGED = Instant.parse("2026-03-04T05:06:07Z");

    private Sandbox sandbox;
    private Ec2Client ec2;

    @BeforeAll
    void start() throws IOException {
        sandbox = Altered.sandbox(world -> {
            var blocked = world.in("eu-west-2");
            blocked.publicAccess().set(InternetGatewayBlockMode.BLOCK_INGRESS, CHANGED);
            blocked.publicAccess()
                    .exclusions()
                    .put(VpcBlockPublicAccessExclusion.builder()
                            .exclusionId("vpcbpa-exclude-0123456789abcdef0")
                            .internetGatewayExclusionMode("allow-bidirectional")
                            .resourceArn(blocked.subnets().all().getFirst().subnetArn())
                            .state("create-complete")
                            .creationTimestamp(CHANGED)
                            .lastUpdateTimestamp(CHANGED)
                            .tags(List.of())
                            .build());
        });
        ec2 = in("eu-west-1");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private Ec2Client in(String region) {
        return new Clients(sandbox.endpoint(), region).of(Ec2Client.builder());
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    @Test
    void everySubnetHasOneAclAndItLetsAllPass() {
        var acls = ec2.describeNetworkAcls().networkAcls();
        assertThat(acls).hasSize(3).allSatisfy(acl -> {
            assertThat(acl.isDefault()).isTrue();
            assertThat(acl.entries())
                    .extracting(NetworkAclEntry::ruleNumber, NetworkAclEntry::egress, NetworkAclEntry::ruleAction)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple(100, true, RuleAction.ALLOW),
                            org.assertj.core.api.Assertions.tuple(100, false, RuleAction.ALLOW),
                            org.assertj.core.api.Assertions.tuple(32_767, true, RuleAction.DENY),
                            org.assertj.core.api.Assertions.tuple(32_767, false, RuleAction.DENY));
        });
        assertThat(acls.stream()
                        .flatMap(acl -> acl.associations().stream())
                        .map(association -> association.subnetId())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(ec2.describeSubnets().subnets().stream()
                        .map(subnet -> subnet.subnetId())
                        .toList());
    }

    @Test
    void anAclIsFoundByItsEntries() {
        assertThat(in("us-west-2")
                        .describeNetworkAcls(request -> request.filters(
                                filter("entry.port-range.from", "443"),
                                filter("entry.protocol", "6"),
                                filter("default", "false")))
                        .networkAcls())
                .singleElement()
                .satisfies(acl -> assertThat(acl.associations()).hasSize(3));
        assertThatThrownBy(() -> ec2.describeNetworkAcls(request -> request.networkAclIds("acl-0123456789abcdef0")))
                .isInstanceOfSatisfying(Ec2Exception.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidNetworkAclID.NotFound");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .isEqualTo("The networkAcl ID 'acl-0123456789abcdef0' does not exist");
                });
    }

    @Test
    void publicAccessIsBlockedOnlyWhereSomebodyHasBlockedIt() {
        var usual = ec2.describeVpcBlockPublicAccessOptions(request -> {}).vpcBlockPublicAccessOptions();
        assertThat(usual.internetGatewayBlockModeAsString()).isEqualTo("off");
        assertThat(usual.stateAsString()).isEqualTo("default-state");
        var blocked = in("eu-west-2");
        var options = blocked.describeVpcBlockPublicAccessOptions(request -> {}).vpcBlockPublicAccessOptions();
        assertThat(options.internetGatewayBlockModeAsString()).isEqualTo("block-ingress");
        assertThat(options.lastUpdateTimestamp()).isEqualTo(CHANGED);
        assertThat(blocked.describeVpcs().vpcs())
                .extracting(vpc -> vpc.blockPublicAccessStates().internetGatewayBlockMode())
                .containsOnly(BlockPublicAccessMode.BLOCK_INGRESS);
        assertThat(blocked.describeSubnets().subnets())
                .filteredOn(subnet ->
                        subnet.blockPublicAccessStates().internetGatewayBlockMode() == BlockPublicAccessMode.OFF)
                .hasSize(1);
        assertThat(ec2.describeVpcBlockPublicAccessExclusions(request -> {}).vpcBlockPublicAccessExclusions())
                .isEmpty();
        assertThat(blocked.describeVpcBlockPublicAccessExclusions(
                                request -> request.filters(filter("state", "create-complete")))
                        .vpcBlockPublicAccessExclusions())
                .hasSize(1);
    }

    @Test
    void theRouteToS3NamesAnAddressListOfAws() {
        var list = ec2.describePrefixLists(
                        request -> request.filters(filter("prefix-list-name", "com.amazonaws.eu-west-1.s3")))
                .prefixLists();
        assertThat(list).hasSize(1);
        assertThat(ec2.describeRouteTables(request -> request.filters(filter(
                                "route.destination-prefix-list-id",
                                list.getFirst().prefixListId())))
                        .routeTables())
                .hasSize(1);
        assertThat(ec2.describeManagedPrefixLists(request -> request.filters(filter("owner-id", "AWS")))
                        .prefixLists())
                .extracting(ManagedPrefixList::prefixListId)
                .containsExactlyElementsOf(ec2.describePrefixLists().prefixLists().stream()
                        .map(PrefixList::prefixListId)
                        .toList());
    }

    @Test
    void aFilterWithoutValuesLetsNothingPassAndMoreThanTwoHundredAreRefused() {
        assertThat(ec2.describeSubnets(request -> request.filters(filter("vpc-id")))
                        .subnets())
                .isEmpty();
        assertThat(ec2.describeSubnets(request -> request.filters(
                                filter("vpc-id", Collections.nCopies(200, "x").toArray(String[]::new))))
                        .subnets())
                .isEmpty();
        assertThatThrownBy(() -> ec2.describeSubnets(request -> request.filters(
                        filter("vpc-id", Collections.nCopies(200, "x").toArray(String[]::new)),
                        filter("state", "available"))))
                .hasMessageContaining("The maximum number of filter values specified on a single call is 200");
        assertThatThrownBy(() -> ec2.describeSubnets(request -> request.filters(filter(null, "x"))))
                .hasMessageContaining("The filter 'null' is invalid");
    }

    @Test
    void anEmptyIdIsAMissingOne() {
        assertThatThrownBy(() -> ec2.describeVpcs(request -> request.vpcIds("")))
                .isInstanceOfSatisfying(Ec2Exception.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("MissingParameter");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .isEqualTo("The request must contain the parameter VpcId");
                });
    }

    @Test
    void aDryRunSaysThatItWouldHaveSucceeded() {
        assertThatThrownBy(() -> ec2.describeNetworkAcls(request -> request.dryRun(true)))
                .isInstanceOfSatisfying(Ec2Exception.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(412);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("DryRunOperation");
                });
    }
}
