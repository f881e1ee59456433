package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.world.RegionWorld;
import dev.ecswizard.sandbox.world.World;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.DescribePrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.DescribePrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessExclusionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessExclusionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessOptionsResponse;
import software.amazon.awssdk.services.ec2.model.InternetGatewayBlockMode;
import software.amazon.awssdk.services.ec2.model.ManagedBy;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.PrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListState;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusionsAllowed;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessOptions;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessState;

/// EC2's operations on what stops traffic, and on the lists of addresses that rules name.
final class Barriers {
    private final World world;

    private final Listing<NetworkAcl> acls = new Listing<>(
                    NetworkAcl::builder, IdRule.NETWORK_ACL, NetworkAcl::networkAclId, "NetworkAclIds")
            .tagFilters()
            .filters("""
                    network-acl-id vpc-id owner-id default=is-default
                    association.association-id=associations.network-acl-association-id
                    association.network-acl-id=associations.network-acl-id
                    association.subnet-id=associations.subnet-id entry.cidr=entries.cidr-block entry.egress=entries.egress
                    entry.icmp.code=entries.icmp-type-code.code entry.icmp.type=entries.icmp-type-code.type
                    entry.ipv6-cidr=entries.ipv6-cidr-block entry.port-range.from=entries.port-range.from
                    entry.port-range.to=entries.port-range.to entry.protocol=entries.protocol
                    entry.rule-action=entries.rule-action entry.rule-number=entries.rule-number""");
    private final Listing<VpcBlockPublicAccessExclusion> exclusions = new Listing<>(
                    VpcBlockPublicAccessExclusion::builder,
                    IdRule.EXCLUSION,
                    VpcBlockPublicAccessExclusion::exclusionId,
                    "ExclusionIds")
            .tagFilters()
            .filters("resource-arn internet-gateway-exclusion-mode state tag-value=tags.value");
    private final Listing<ManagedPrefixList> managedLists = new Listing<>(
                    ManagedPrefixList::builder, IdRule.PREFIX_LIST, ManagedPrefixList::prefixListId, "PrefixListIds")
            .paging(new Paging(1, 100, 100, Paging.Errors.INVALID_PARAMETER_VALUE))
            .filters("owner-id prefix-list-id prefix-list-name");
    private final Listing<PrefixList> lists = new Listing<>(
                    PrefixList::builder, IdRule.PREFIX_LIST, PrefixList::prefixListId, "PrefixListIds")
            .filters("prefix-list-id prefix-list-name");

    Barriers(World world) {
        this.world = world;
    }

    void addTo(Operations operations) {
        operations
                .on("DescribeNetworkAcls", DescribeNetworkAclsRequest::builder, this::acls)
                .on(
                        "DescribeVpcBlockPublicAccessOptions",
                        DescribeVpcBlockPublicAccessOptionsRequest::builder,
                        this::publicAccess)
                .on(
                        "DescribeVpcBlockPublicAccessExclusions",
                        DescribeVpcBlockPublicAccessExclusionsRequest::builder,
                        this::exclusions)
                .on("DescribeManagedPrefixLists", DescribeManagedPrefixListsRequest::builder, this::managedLists)
                .on("DescribePrefixLists", DescribePrefixListsRequest::builder, this::lists);
    }

    private RegionWorld in(Call call) {
        return world.in(call.region());
    }

    private DescribeNetworkAclsResponse acls(DescribeNetworkAclsRequest request, Call call) {
        return acls.answer(
                request,
                in(call).networkAcls().all(),
                (items, token) -> DescribeNetworkAclsResponse.builder()
                        .networkAcls(items)
                        .nextToken(token)
                        .build());
    }

    private DescribeVpcBlockPublicAccessOptionsResponse publicAccess(
            DescribeVpcBlockPublicAccessOptionsRequest request, Call call) {
        var access = in(call).publicAccess();
        var isOff = access.mode() == InternetGatewayBlockMode.OFF;
        return DescribeVpcBlockPublicAccessOptionsResponse.builder()
                .vpcBlockPublicAccessOptions(VpcBlockPublicAccessOptions.builder()
                        .awsAccountId(World.ACCOUNT)
                        .awsRegion(call.region())
                        .internetGatewayBlockMode(access.mode())
                        .state(
                                isOff
                                        ? VpcBlockPublicAccessState.DEFAULT_STATE
                                        : VpcBlockPublicAccessState.UPDATE_COMPLETE)
                        .managedBy(ManagedBy.ACCOUNT)
                        .exclusionsAllowed(VpcBlockPublicAccessExclusionsAllowed.ALLOWED)
                        .lastUpdateTimestamp(access.changed())
                        .build())
                .build();
    }

    private DescribeVpcBlockPublicAccessExclusionsResponse exclusions(
            DescribeVpcBlockPublicAccessExclusionsRequest request, Call call) {
        return exclusions.answer(
                request,
                in(call).publicAccess().exclusions().all(),
                (items, token) -> DescribeVpcBlockPublicAccessExclusionsResponse.builder()
                        .vpcBlockPublicAccessExclusions(items)
                        .nextToken(token)
                        .build());
    }

    private DescribeManagedPrefixListsResponse managedLists(DescribeManagedPrefixListsRequest request, Call call) {
        return managedLists.answer(
                request,
                in(call).prefixLists().all().stream()
                        .map(list -> ManagedPrefixList.builder()
                                .prefixListId(list.prefixListId())
                                .prefixListName(list.prefixListName())
                                .prefixListArn(
                                        "arn:aws:ec2:" + call.region() + ":aws:prefix-list/" + list.prefixListId())
                                .addressFamily("IPv4")
                                .state(PrefixListState.CREATE_COMPLETE)
                                .ownerId("AWS")
                                .build())
                        .toList(),
                (items, token) -> DescribeManagedPrefixListsResponse.builder()
                        .prefixLists(items)
                        .nextToken(token)
                        .build());
    }

    private DescribePrefixListsResponse lists(DescribePrefixListsRequest request, Call call) {
        return lists.answer(
                request,
                in(call).prefixLists().all(),
                (items, token) -> DescribePrefixListsResponse.builder()
                        .prefixLists(items)
                        .nextToken(token)
                        .build());
    }
}
