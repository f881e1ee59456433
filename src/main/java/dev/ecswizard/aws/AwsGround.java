package dev.ecswizard.aws;

import static dev.ecswizard.aws.AwsNetworks.filter;
import static dev.ecswizard.aws.AwsNetworks.isTrue;
import static dev.ecswizard.aws.AwsNetworks.said;

import dev.ecswizard.cloud.Firewall;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.NatGateway;
import dev.ecswizard.cloud.NetworkAcl;
import dev.ecswizard.cloud.PublicAccess;
import dev.ecswizard.cloud.RouteTable;
import dev.ecswizard.cloud.ServiceEndpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ConnectivityType;
import software.amazon.awssdk.services.ec2.model.InternetGatewayExclusionMode;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusionState;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/// Where traffic goes and what stops it, from EC2.
record AwsGround(Calls calls, Ec2Client ec2) implements Ground {
    private static final SideBySide PAIR = new SideBySide(2);
    private static final Set<VpcBlockPublicAccessExclusionState> IN_FORCE = Set.of(
            VpcBlockPublicAccessExclusionState.CREATE_COMPLETE, VpcBlockPublicAccessExclusionState.UPDATE_COMPLETE);

    @Override
    public List<RouteTable> routeTables(String vpcId) {
        return calls.ask(
                "ec2:DescribeRouteTables",
                () -> ec2
                        .describeRouteTablesPaginator(request ->
                                request.filters(filter("vpc-id", vpcId)).maxResults(100))
                        .routeTables()
                        .stream()
                        .map(table -> new RouteTable(
                                table.routeTableId(),
                                table.associations().stream().anyMatch(each -> isTrue(each.main())),
                                table.associations().stream()
                                        .map(RouteTableAssociation::subnetId)
                                        .filter(subnet -> subnet != null)
                                        .collect(Collectors.toSet()),
                                table.routes().stream().map(Rules::route).toList()))
                        .toList());
    }

    @Override
    public List<NatGateway> natGateways(String vpcId) {
        return calls.ask(
                "ec2:DescribeNatGateways",
                () ->
                        ec2
                                .describeNatGatewaysPaginator(request -> request.filter(filter("vpc-id", vpcId)))
                                .natGateways()
                                .stream()
                                .map(nat -> new NatGateway(
                                        nat.natGatewayId(),
                                        Optional.ofNullable(nat.subnetId()).filter(subnet -> !subnet.isEmpty()),
                                        nat.connectivityType() != ConnectivityType.PRIVATE,
                                        said(nat.stateAsString())))
                                .toList());
    }

    @Override
    public List<ServiceEndpoint> endpoints(String vpcId) {
        return calls.ask(
                "ec2:DescribeVpcEndpoints",
                () -> ec2
                        .describeVpcEndpointsPaginator(request -> request.filters(filter("vpc-id", vpcId)))
                        .vpcEndpoints()
                        .stream()
                        .map(AwsGround::endpoint)
                        .toList());
    }

    private static ServiceEndpoint endpoint(VpcEndpoint endpoint) {
        return new ServiceEndpoint(
                endpoint.vpcEndpointId(),
                // ecr.api and its like are two words; China has its own beginning
                said(endpoint.serviceName()).replaceFirst("^(cn\\.)?com\\.amazonaws\\.[^.]+\\.", ""),
                switch (said(endpoint.vpcEndpointTypeAsString())) {
                    case "Interface" -> ServiceEndpoint.Kind.INTERFACE;
                    case "Gateway" -> ServiceEndpoint.Kind.GATEWAY;
                    default -> ServiceEndpoint.Kind.OTHER;
                },
                said(endpoint.stateAsString()).equalsIgnoreCase("available"),
                isTrue(endpoint.privateDnsEnabled()),
                Set.copyOf(endpoint.subnetIds()),
                Set.copyOf(endpoint.routeTableIds()),
                endpoint.groups().stream().map(SecurityGroupIdentifier::groupId).collect(Collectors.toSet()),
                EndpointPolicy.isOpen(said(endpoint.policyDocument())));
    }

    @Override
    public List<NetworkAcl> networkAcls(String vpcId) {
        return calls.ask(
                "ec2:DescribeNetworkAcls",
                () -> ec2
                        .describeNetworkAclsPaginator(request -> request.filters(filter("vpc-id", vpcId)))
                        .networkAcls()
                        .stream()
                        .map(Rules::acl)
                        .toList());
    }

    @Override
    public List<Firewall> firewalls(String vpcId) {
        return calls.ask(
                "ec2:DescribeSecurityGroups",
                () -> ec2
                        .describeSecurityGroupsPaginator(request -> request.filters(filter("vpc-id", vpcId)))
                        .securityGroups()
                        .stream()
                        .map(Rules::firewall)
                        .toList());
    }

    @Override
    public Dns dns(String vpcId) {
        var values = new HashMap<VpcAttributeName, Boolean>();
        PAIR.ask(
                        List.of(VpcAttributeName.ENABLE_DNS_SUPPORT, VpcAttributeName.ENABLE_DNS_HOSTNAMES),
                        name -> Map.entry(name, attribute(vpcId, name)))
                .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return new Dns(
                values.get(VpcAttributeName.ENABLE_DNS_SUPPORT), values.get(VpcAttributeName.ENABLE_DNS_HOSTNAMES));
    }

    private boolean attribute(String vpcId, VpcAttributeName name) {
        return calls.ask("ec2:DescribeVpcAttribute", () -> {
            var answer =
                    ec2.describeVpcAttribute(request -> request.vpcId(vpcId).attribute(name));
            var value = name == VpcAttributeName.ENABLE_DNS_SUPPORT
                    ? answer.enableDnsSupport()
                    : answer.enableDnsHostnames();
            return value != null && isTrue(value.value());
        });
    }

    @Override
    public PublicAccess publicAccess() {
        var parts = PAIR.ask(List.<Callable<PublicAccess>>of(this::mode, this::exclusions), part -> {
            try {
                return part.call();
            } catch (RuntimeException problem) {
                throw problem;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        return parts.stream()
                .reduce((one, other) -> new PublicAccess(
                        one.mode() == PublicAccess.Mode.OFF ? other.mode() : one.mode(),
                        one.exclusions().isEmpty() ? other.exclusions() : one.exclusions()))
                .orElseThrow();
    }

    private PublicAccess mode() {
        return calls.ask("ec2:DescribeVpcBlockPublicAccessOptions", () -> {
            var mode = ec2.describeVpcBlockPublicAccessOptions(request -> {})
                    .vpcBlockPublicAccessOptions()
                    .internetGatewayBlockModeAsString();
            return new PublicAccess(
                    switch (said(mode)) {
                        case "block-ingress" -> PublicAccess.Mode.INGRESS;
                        case "block-bidirectional" -> PublicAccess.Mode.BIDIRECTIONAL;
                        default -> PublicAccess.Mode.OFF;
                    },
                    Map.of());
        });
    }

    private PublicAccess exclusions() {
        return calls.ask("ec2:DescribeVpcBlockPublicAccessExclusions", () -> {
            var exclusions = new HashMap<String, PublicAccess.Exclusion>();
            String next = null;
            do {
                var token = next;
                var page = ec2.describeVpcBlockPublicAccessExclusions(request -> request.nextToken(token));
                page.vpcBlockPublicAccessExclusions().stream()
                        .filter(each -> IN_FORCE.contains(each.state()))
                        .forEach(each -> exclusions.merge(
                                each.resourceArn().replaceFirst(".*/", ""),
                                each.internetGatewayExclusionMode() == InternetGatewayExclusionMode.ALLOW_EGRESS
                                        ? PublicAccess.Exclusion.EGRESS
                                        : PublicAccess.Exclusion.BIDIRECTIONAL,
                                (one, other) -> one.compareTo(other) < 0 ? one : other));
                next = page.nextToken();
            } while (next != null && !next.isEmpty());
            return new PublicAccess(PublicAccess.Mode.OFF, exclusions);
        });
    }
}
