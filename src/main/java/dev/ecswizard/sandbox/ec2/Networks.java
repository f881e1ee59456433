package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.protocol.Call;
import dev.ecswizard.sandbox.protocol.Operations;
import dev.ecswizard.sandbox.protocol.Refusal;
import dev.ecswizard.sandbox.world.RegionWorld;
import dev.ecswizard.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayBlockMode;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/// EC2's operations on virtual networks. The filters are those that the API reference documents.
final class Networks {
    private final World world;

    private final Listing<Vpc> vpcs = new Listing<>(Vpc::builder, IdRule.VPC, Vpc::vpcId, "VpcIds")
            .tagFilters()
            .filters("""
                    vpc-id state owner-id is-default isDefault dhcp-options-id dhcpOptionsId cidr=cidr-block
                    cidr-block-association.association-id cidr-block-association.cidr-block
                    cidr-block-association.state=cidr-block-association.cidr-block-state.state
                    ipv6-cidr-block-association.association-id ipv6-cidr-block-association.ipv6-cidr-block
                    ipv6-cidr-block-association.ipv6-pool
                    ipv6-cidr-block-association.state=ipv6-cidr-block-association.ipv6-cidr-block-state.state""");
    private final Listing<Subnet> subnets = new Listing<>(Subnet::builder, IdRule.SUBNET, Subnet::subnetId, "SubnetIds")
            .tagFilters()
            .filters("""
                    subnet-id subnet-arn vpc-id state owner-id availability-zone availabilityZone availability-zone-id
                    availabilityZoneId available-ip-address-count cidr-block cidr=cidr-block cidrBlock
                    customer-owned-ipv4-pool default-for-az defaultForAz enable-dns64 enable-lni-at-device-index
                    ipv6-cidr-block-association.association-id ipv6-cidr-block-association.ipv6-cidr-block
                    ipv6-cidr-block-association.state=ipv6-cidr-block-association.ipv6-cidr-block-state.state
                    ipv6-native map-customer-owned-ip-on-launch map-public-ip-on-launch outpost-arn
                    private-dns-name-options-on-launch.hostname-type
                    private-dns-name-options-on-launch.enable-resource-name-dns-a-record
                    private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record""");
    private final Listing<RouteTable> routeTables = new Listing<>(
                    RouteTable::builder, IdRule.ROUTE_TABLE, RouteTable::routeTableId, "RouteTableIds")
            .paging(new Paging(5, 100, 100, Paging.Errors.INVALID_PARAMETER_VALUE))
            .tagFilters()
            .filters("""
                    route-table-id vpc-id owner-id association.gateway-id association.main association.route-table-id
                    association.route-table-association-id association.subnet-id route.destination-cidr-block
                    route.destination-ipv6-cidr-block route.destination-prefix-list-id
                    route.egress-only-internet-gateway-id route.gateway-id route.instance-id route.nat-gateway-id
                    route.origin route.state route.transit-gateway-id route.vpc-peering-connection-id""");
    private final Listing<InternetGateway> internetGateways = new Listing<>(
                    InternetGateway::builder,
                    IdRule.INTERNET_GATEWAY,
                    InternetGateway::internetGatewayId,
                    "InternetGatewayIds")
            .tagFilters()
            .filters("internet-gateway-id owner-id attachment.state attachment.vpc-id");
    private final Listing<NatGateway> natGateways = new Listing<>(
                    NatGateway::builder, IdRule.NAT_GATEWAY, NatGateway::natGatewayId, "NatGatewayIds")
            .tagFilters()
            .filters("nat-gateway-id state subnet-id vpc-id");
    private final Listing<VpcEndpoint> vpcEndpoints = new Listing<>(
                    VpcEndpoint::builder, IdRule.VPC_ENDPOINT, VpcEndpoint::vpcEndpointId, "VpcEndpointIds")
            .tagFilters()
            .filters("""
                    vpc-endpoint-id vpc-id service-name service-region ip-address-type vpc-endpoint-state=state
                    vpc-endpoint-type""");
    private final Listing<SecurityGroup> securityGroups = new Listing<>(
                    SecurityGroup::builder, IdRule.SECURITY_GROUP, SecurityGroup::groupId, "GroupIds")
            .tagFilters()
            .filters("""
                    group-id group-name description vpc-id owner-id
                    ip-permission.cidr=ip-permissions.ip-ranges.cidr-ip
                    ip-permission.from-port=ip-permissions.from-port
                    ip-permission.group-id=ip-permissions.user-id-group-pairs.group-id
                    ip-permission.group-name=ip-permissions.user-id-group-pairs.group-name
                    ip-permission.ipv6-cidr=ip-permissions.ipv6-ranges.cidr-ipv6
                    ip-permission.prefix-list-id=ip-permissions.prefix-list-ids.prefix-list-id
                    ip-permission.protocol=ip-permissions.ip-protocol ip-permission.to-port=ip-permissions.to-port
                    ip-permission.user-id=ip-permissions.user-id-group-pairs.user-id
                    egress.ip-permission.cidr=ip-permissions-egress.ip-ranges.cidr-ip
                    egress.ip-permission.from-port=ip-permissions-egress.from-port
                    egress.ip-permission.group-id=ip-permissions-egress.user-id-group-pairs.group-id
                    egress.ip-permission.group-name=ip-permissions-egress.user-id-group-pairs.group-name
                    egress.ip-permission.ipv6-cidr=ip-permissions-egress.ipv6-ranges.cidr-ipv6
                    egress.ip-permission.prefix-list-id=ip-permissions-egress.prefix-list-ids.prefix-list-id
                    egress.ip-permission.protocol=ip-permissions-egress.ip-protocol
                    egress.ip-permission.to-port=ip-permissions-egress.to-port
                    egress.ip-permission.user-id=ip-permissions-egress.user-id-group-pairs.user-id""");

    Networks(World world) {
        this.world = world;
    }

    void addTo(Operations operations) {
        operations
                .on("DescribeVpcs", DescribeVpcsRequest::builder, this::vpcs)
                .on("DescribeVpcAttribute", DescribeVpcAttributeRequest::builder, this::vpcAttribute)
                .on("DescribeSubnets", DescribeSubnetsRequest::builder, this::subnets)
                .on("DescribeRouteTables", DescribeRouteTablesRequest::builder, this::routeTables)
                .on("DescribeInternetGateways", DescribeInternetGatewaysRequest::builder, this::internetGateways)
                .on("DescribeNatGateways", DescribeNatGatewaysRequest::builder, this::natGateways)
                .on("DescribeVpcEndpoints", DescribeVpcEndpointsRequest::builder, this::vpcEndpoints)
                .on("DescribeSecurityGroups", DescribeSecurityGroupsRequest::builder, this::securityGroups);
    }

    private RegionWorld in(Call call) {
        return world.in(call.region());
    }

    private DescribeVpcsResponse vpcs(DescribeVpcsRequest request, Call call) {
        return vpcs.answer(
                request,
                in(call).vpcs().all().stream().map(vpc -> asBlocked(vpc, call)).toList(),
                (items, token) -> DescribeVpcsResponse.builder()
                        .vpcs(items)
                        .nextToken(token)
                        .build());
    }

    /// Block Public Access is off almost everywhere, and is already said to be.
    private Vpc asBlocked(Vpc vpc, Call call) {
        var mode = in(call).publicAccess().in(vpc, call.region());
        return mode == InternetGatewayBlockMode.OFF
                ? vpc
                : vpc.toBuilder()
                        .blockPublicAccessStates(state -> state.internetGatewayBlockMode(mode.toString()))
                        .build();
    }

    private Subnet asBlocked(Subnet subnet, Call call) {
        var mode = in(call).publicAccess().in(subnet);
        return mode == InternetGatewayBlockMode.OFF
                ? subnet
                : subnet.toBuilder()
                        .blockPublicAccessStates(state -> state.internetGatewayBlockMode(mode.toString()))
                        .build();
    }

    private DescribeVpcAttributeResponse vpcAttribute(DescribeVpcAttributeRequest request, Call call) {
        if (request.vpcId() == null || request.attributeAsString() == null) {
            throw new Refusal(
                    400,
                    "MissingParameter",
                    "The request must contain the parameter " + (request.vpcId() == null ? "vpcId" : "attribute"));
        }
        var vpc = IdRule.VPC.require(in(call).vpcs().find(request.vpcId()), request.vpcId());
        var dns = in(call).dns(vpc.vpcId());
        var answer = DescribeVpcAttributeResponse.builder().vpcId(vpc.vpcId());
        return switch (request.attribute()) {
            case ENABLE_DNS_SUPPORT ->
                answer.enableDnsSupport(value -> value.value(dns.support())).build();
            case ENABLE_DNS_HOSTNAMES ->
                answer.enableDnsHostnames(value -> value.value(dns.hostnames())).build();
            case ENABLE_NETWORK_ADDRESS_USAGE_METRICS ->
                answer.enableNetworkAddressUsageMetrics(value -> value.value(false))
                        .build();
            case UNKNOWN_TO_SDK_VERSION ->
                throw new Refusal(
                        400,
                        "InvalidParameterValue",
                        "Value (" + request.attributeAsString()
                                + ") for parameter attribute is invalid. Unknown attribute.");
        };
    }

    private DescribeSubnetsResponse subnets(DescribeSubnetsRequest request, Call call) {
        return subnets.answer(
                request,
                in(call).subnets().all().stream()
                        .map(subnet -> asBlocked(subnet, call))
                        .toList(),
                (items, token) -> DescribeSubnetsResponse.builder()
                        .subnets(items)
                        .nextToken(token)
                        .build());
    }

    private DescribeRouteTablesResponse routeTables(DescribeRouteTablesRequest request, Call call) {
        return routeTables.answer(
                request,
                in(call).routeTables().all(),
                (items, token) -> DescribeRouteTablesResponse.builder()
                        .routeTables(items)
                        .nextToken(token)
                        .build());
    }

    private DescribeInternetGatewaysResponse internetGateways(DescribeInternetGatewaysRequest request, Call call) {
        return internetGateways.answer(
                request,
                in(call).internetGateways().all(),
                (items, token) -> DescribeInternetGatewaysResponse.builder()
                        .internetGateways(items)
                        .nextToken(token)
                        .build());
    }

    private DescribeNatGatewaysResponse natGateways(DescribeNatGatewaysRequest request, Call call) {
        return natGateways.answer(
                request,
                in(call).natGateways().all(),
                (items, token) -> DescribeNatGatewaysResponse.builder()
                        .natGateways(items)
                        .nextToken(token)
                        .build());
    }

    private DescribeVpcEndpointsResponse vpcEndpoints(DescribeVpcEndpointsRequest request, Call call) {
        return vpcEndpoints.answer(
                request,
                in(call).vpcEndpoints().all(),
                (items, token) -> DescribeVpcEndpointsResponse.builder()
                        .vpcEndpoints(items)
                        .nextToken(token)
                        .build());
    }

    private DescribeSecurityGroupsResponse securityGroups(DescribeSecurityGroupsRequest request, Call call) {
        return securityGroups.answer(
                request,
                named(request.groupNames(), call),
                (items, token) -> DescribeSecurityGroupsResponse.builder()
                        .securityGroups(items)
                        .nextToken(token)
                        .build());
    }

    /// Names without ids speak of the default VPC.
    private List<SecurityGroup> named(List<String> names, Call call) {
        var all = in(call).securityGroups().all();
        if (names.isEmpty()) {
            return all;
        }
        var vpc = in(call).vpcs().all().stream()
                .filter(Vpc::isDefault)
                .findFirst()
                .map(Vpc::vpcId)
                .orElse("");
        var found = all.stream()
                .filter(group -> group.vpcId().equals(vpc) && names.contains(group.groupName()))
                .toList();
        for (var name : names) {
            if (found.stream().noneMatch(group -> group.groupName().equals(name))) {
                throw new Refusal(
                        400,
                        "InvalidGroup.NotFound",
                        "The security group '" + name + "' does not exist in default VPC '" + vpc + "'");
            }
        }
        return found;
    }
}
