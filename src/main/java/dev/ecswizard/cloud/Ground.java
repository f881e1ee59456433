package dev.ecswizard.cloud;

import java.util.List;

/// Where the traffic of one region's VPCs goes, and what stops it.
public interface Ground {
    /// The route tables of a VPC (`ec2:DescribeRouteTables`).
    List<RouteTable> routeTables(String vpcId);

    /// The NAT gateways of a VPC, those included that are no longer there (`ec2:DescribeNatGateways`).
    List<NatGateway> natGateways(String vpcId);

    /// The endpoints of a VPC for services of AWS (`ec2:DescribeVpcEndpoints`).
    List<ServiceEndpoint> endpoints(String vpcId);

    /// The network ACLs of a VPC (`ec2:DescribeNetworkAcls`).
    List<NetworkAcl> networkAcls(String vpcId);

    /// The security groups of a VPC with their rules (`ec2:DescribeSecurityGroups`).
    List<Firewall> firewalls(String vpcId);

    /// What the VPC's resolver does (`ec2:DescribeVpcAttribute`, two calls side by side).
    Dns dns(String vpcId);

    /// VPC Block Public Access in the region (`ec2:DescribeVpcBlockPublicAccessOptions` and `-Exclusions`, side by
    /// side).
    PublicAccess publicAccess();

    /// What a VPC's resolver does.
    ///
    /// @param support whether it answers at all
    /// @param hostnames whether endpoints can bear the services' own names
    record Dns(boolean support, boolean hostnames) {}
}
