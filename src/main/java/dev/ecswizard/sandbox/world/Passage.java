package dev.ecswizard.sandbox.world;

import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Subnet;

/// Whether HTTPS gets through what stands between two addresses: network ACLs, which have to let the answers back in,
/// and security groups.
final class Passage {
    private static final int HTTPS = 443;

    /// From and to here Linux counts the ports that answers come back to.
    private static final List<Integer> ANSWERS = List.of(32_768, 60_999);

    private final RegionWorld world;

    Passage(RegionWorld world) {
        this.world = world;
    }

    /// Whether a subnet lets requests out to an address and the answers in.
    boolean outward(Subnet from, String address) {
        return lets(from, true, HTTPS, address) && ANSWERS.stream().allMatch(port -> lets(from, false, port, address));
    }

    /// Whether hosts of one subnet may ask hosts of another one.
    boolean between(Subnet from, Subnet to) {
        return outward(from, address(to))
                && lets(to, false, HTTPS, address(from))
                && ANSWERS.stream().allMatch(port -> lets(to, true, port, address(from)));
    }

    /// Whether security groups let a subnet's hosts in by their addresses. A rule that names a group does not count:
    /// the hosts' own group is made with them.
    boolean into(List<SecurityGroupIdentifier> groups, Subnet from) {
        return groups.stream()
                .flatMap(group -> world.securityGroups().find(group.groupId()).stream())
                .flatMap(group -> group.ipPermissions().stream())
                .filter(Passage::takesHttps)
                .flatMap(rule -> rule.ipRanges().stream())
                .anyMatch(range -> contains(range.cidrIp(), address(from)));
    }

    private static boolean takesHttps(IpPermission rule) {
        return rule.ipProtocol().equals("-1")
                || (rule.ipProtocol().equals("tcp") || rule.ipProtocol().equals("6"))
                        && rule.fromPort() <= HTTPS
                        && rule.toPort() >= HTTPS;
    }

    private static String address(Subnet subnet) {
        return subnet.cidrBlock().substring(0, subnet.cidrBlock().indexOf('/'));
    }

    /// The first entry by number that speaks of the packet decides. A subnet without an ACL is one that is still being
    /// made, and open.
    private boolean lets(Subnet subnet, boolean egress, int port, String address) {
        return world.networkAcls().all().stream()
                .filter(acl -> isOf(acl, subnet))
                .flatMap(acl -> acl.entries().stream())
                .filter(entry -> entry.egress() == egress && speaksOf(entry, port, address))
                .min(Comparator.comparing(NetworkAclEntry::ruleNumber))
                .map(entry -> entry.ruleAction() == RuleAction.ALLOW)
                .orElse(true);
    }

    private static boolean isOf(NetworkAcl acl, Subnet subnet) {
        return acl.associations().stream()
                .anyMatch(association -> association.subnetId().equals(subnet.subnetId()));
    }

    private static boolean speaksOf(NetworkAclEntry entry, int port, String address) {
        return entry.cidrBlock() != null
                && contains(entry.cidrBlock(), address)
                && (entry.protocol().equals("-1") || entry.protocol().equals("6"))
                && (entry.portRange() == null
                        || entry.portRange().from() <= port
                                && port <= entry.portRange().to());
    }

    private static boolean contains(String cidr, String address) {
        int slash = cidr.indexOf('/');
        int bits = Integer.parseInt(cidr.substring(slash + 1));
        return bits == 0 || number(cidr.substring(0, slash)) >>> 32 - bits == number(address) >>> 32 - bits;
    }

    private static int number(String address) {
        int number = 0;
        for (var octet : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(octet);
        }
        return number;
    }
}
