package dev.ecswizard.sandbox.world;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/// Lays out network ACLs. Every subnet has exactly one: its VPC's default one unless another is put there.
final class NetworkAcls {
    private static final int LAST = 32_767;

    private final RegionWorld world;

    NetworkAcls(RegionWorld world) {
        this.world = world;
    }

    static NetworkAclEntry.Builder entry(int number, boolean egress, RuleAction action, String cidr) {
        return NetworkAclEntry.builder()
                .ruleNumber(number)
                .egress(egress)
                .ruleAction(action)
                .protocol("-1")
                .cidrBlock(cidr);
    }

    static NetworkAclEntry tcp(int number, boolean egress, RuleAction action, int from, int to) {
        return entry(number, egress, action, Groundwork.ANYWHERE)
                .protocol("6")
                .portRange(PortRange.builder().from(from).to(to).build())
                .build();
    }

    /// @param entries beside the last one, which denies what no other allows
    void add(Vpc vpc, String name, List<String> subnets, NetworkAclEntry... entries) {
        put(vpc, name, false, subnets, entries);
    }

    /// Gives each VPC its default one, for the subnets that have no other.
    void addDefaults() {
        for (var vpc : world.vpcs().all()) {
            var taken = world.networkAcls().all().stream()
                    .flatMap(acl -> acl.associations().stream())
                    .map(NetworkAclAssociation::subnetId)
                    .toList();
            var subnets = world.subnets().all().stream()
                    .filter(subnet -> subnet.vpcId().equals(vpc.vpcId()))
                    .map(Subnet::subnetId)
                    .filter(id -> !taken.contains(id))
                    .toList();
            put(
                    vpc,
                    null,
                    true,
                    subnets,
                    entry(100, true, RuleAction.ALLOW, Groundwork.ANYWHERE).build(),
                    entry(100, false, RuleAction.ALLOW, Groundwork.ANYWHERE).build());
        }
    }

    private void put(Vpc vpc, String name, boolean isDefault, List<String> subnets, NetworkAclEntry... entries) {
        var id = Ids.of("acl", vpc.vpcId(), name == null ? "" : name);
        world.networkAcls()
                .put(NetworkAcl.builder()
                        .networkAclId(id)
                        .vpcId(vpc.vpcId())
                        .isDefault(isDefault)
                        .ownerId(vpc.ownerId())
                        .entries(Stream.concat(
                                        Stream.of(entries),
                                        Stream.of(true, false)
                                                .map(egress -> entry(LAST, egress, RuleAction.DENY, Groundwork.ANYWHERE)
                                                        .build()))
                                .toList())
                        .associations(subnets.stream()
                                .map(subnet -> NetworkAclAssociation.builder()
                                        .networkAclAssociationId(Ids.of("aclassoc", id, subnet))
                                        .networkAclId(id)
                                        .subnetId(subnet)
                                        .build())
                                .toList())
                        .tags(Groundwork.named(name))
                        .build());
    }
}
