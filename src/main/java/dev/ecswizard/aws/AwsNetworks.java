package dev.ecswizard.aws;

import dev.ecswizard.cloud.Networks;
import dev.ecswizard.cloud.SecurityGroup;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;

/// The virtual networks, from EC2.
record AwsNetworks(Calls calls, Ec2Client ec2) implements Networks {
    private static final Filter AVAILABLE = filter("state", "available");

    @Override
    public List<Vpc> vpcs() {
        return calls.ask(
                "ec2:DescribeVpcs",
                () -> ec2.describeVpcsPaginator(request -> request.filters(AVAILABLE)).vpcs().stream()
                        .map(AwsNetworks::vpc)
                        .sorted(Comparator.comparing((Vpc vpc) -> !vpc.isDefault())
                                .thenComparing(byName(Vpc::name))
                                .thenComparing(Vpc::id))
                        .toList());
    }

    @Override
    public List<Subnet> subnets(String vpcId) {
        return calls.ask(
                "ec2:DescribeSubnets",
                () -> ec2
                        .describeSubnetsPaginator(request -> request.filters(filter("vpc-id", vpcId), AVAILABLE))
                        .subnets()
                        .stream()
                        .map(AwsNetworks::subnet)
                        .sorted(Comparator.comparing(Subnet::zone)
                                .thenComparing(byName(Subnet::name))
                                .thenComparing(Subnet::id))
                        .toList());
    }

    @Override
    public List<SecurityGroup> securityGroups(String vpcId) {
        return calls.ask(
                "ec2:DescribeSecurityGroups",
                () -> ec2
                        .describeSecurityGroupsPaginator(request -> request.filters(filter("vpc-id", vpcId)))
                        .securityGroups()
                        .stream()
                        .map(group -> new SecurityGroup(
                                group.groupId(), said(group.groupName()), said(group.description()), vpcId))
                        .sorted(byName(SecurityGroup::name).thenComparing(SecurityGroup::id))
                        .toList());
    }

    private static Vpc vpc(software.amazon.awssdk.services.ec2.model.Vpc vpc) {
        var others = vpc.cidrBlockAssociationSet().stream()
                .filter(block -> block.cidrBlockState() == null
                        || block.cidrBlockState().state() == VpcCidrBlockStateCode.ASSOCIATED)
                .map(VpcCidrBlockAssociation::cidrBlock);
        var cidrs = Stream.concat(Stream.of(said(vpc.cidrBlock())), others)
                .filter(Objects::nonNull)
                .filter(cidr -> !cidr.isEmpty())
                .distinct()
                .toList();
        return new Vpc(vpc.vpcId(), name(vpc.tags()), cidrs, isTrue(vpc.isDefault()), said(vpc.ownerId()));
    }

    private static Subnet subnet(software.amazon.awssdk.services.ec2.model.Subnet subnet) {
        return new Subnet(
                subnet.subnetId(),
                name(subnet.tags()),
                said(subnet.vpcId()),
                said(subnet.availabilityZone()),
                said(subnet.cidrBlock()),
                subnet.availableIpAddressCount() == null ? 0 : subnet.availableIpAddressCount(),
                isTrue(subnet.mapPublicIpOnLaunch()),
                said(subnet.ownerId()),
                !said(subnet.outpostArn()).isEmpty());
    }

    /// What bears no name comes last.
    private static <T> Comparator<T> byName(Function<T, String> name) {
        return Comparator.comparing((T each) -> name.apply(each).isEmpty())
                .thenComparing(name, String.CASE_INSENSITIVE_ORDER);
    }

    private static String name(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> "Name".equals(tag.key()))
                .map(tag -> said(tag.value()))
                .findFirst()
                .orElse("");
    }

    static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    static String said(String text) {
        return text == null ? "" : text;
    }

    static boolean isTrue(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
