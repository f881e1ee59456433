package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Firewall;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.NatGateway;
import dev.ecswizard.cloud.NetworkAcl;
import dev.ecswizard.cloud.PublicAccess;
import dev.ecswizard.cloud.RouteTable;
import dev.ecswizard.cloud.ServiceEndpoint;
import dev.ecswizard.cloud.Subnet;
import java.util.List;

/// What is around the subnets of one VPC, as far as it could be read.
public record Surroundings(
        Asked<List<Subnet>> subnets,
        Asked<List<RouteTable>> routeTables,
        Asked<List<NatGateway>> natGateways,
        Asked<List<ServiceEndpoint>> endpoints,
        Asked<List<NetworkAcl>> networkAcls,
        Asked<List<Firewall>> firewalls,
        Asked<Ground.Dns> dns,
        Asked<PublicAccess> publicAccess) {}
