package dev.ecswizard.cloud;

import java.util.List;

/// The virtual networks of one region.
public interface Networks {
    /// The available VPCs, the default one first, then by name and id; possibly none.
    List<Vpc> vpcs();

    /// The available subnets of a VPC, by zone, name and id.
    List<Subnet> subnets(String vpcId);

    /// The security groups of a VPC, by name and id. Names are unique only within the VPC.
    List<SecurityGroup> securityGroups(String vpcId);
}
