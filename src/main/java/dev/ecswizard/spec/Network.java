package dev.ecswizard.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Where the hosts run and who may send traffic to them.
///
/// @param subnets at least one, none twice, in the order in which they were chosen
/// @param sourceSecurityGroup the load balancer's security group
/// @param assignPublicIp whether the hosts get public IPv4 addresses; nothing leaves it to each subnet
public record Network(
        String vpcId, List<String> subnets, String sourceSecurityGroup, Optional<Boolean> assignPublicIp) {
    public Network {
        Rule.VPC_ID.require(vpcId);
        subnets = List.copyOf(subnets);
        if (subnets.isEmpty()) {
            Rule.refuse(Rule.SUBNETS.brokenBy(subnets));
        }
        subnets.forEach(Rule.SUBNET_ID::require);
        if (new HashSet<>(subnets).size() < subnets.size()) {
            Rule.refuse(Rule.SUBNET_TWICE.brokenBy(subnets));
        }
        Rule.SOURCE_SECURITY_GROUP.require(sourceSecurityGroup);
    }

    /// A network that leaves public addresses to its subnets.
    public Network(String vpcId, List<String> subnets, String sourceSecurityGroup) {
        this(vpcId, subnets, sourceSecurityGroup, Optional.empty());
    }
}
