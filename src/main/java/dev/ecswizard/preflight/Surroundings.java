package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Firewall;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.NatGateway;
import dev.ecswizard.cloud.NetworkAcl;
import dev.ecswizard.cloud.PublicAccess;
import dev.ecswizard.cloud.RouteTable;
import dev.ecswizard.cloud.ServiceEndpoint;
import dev.ecswizard.cloud.Subnet;
import java.util.List;
import java.util.stream.Stream;

/// What is around the subnets of one VPC, as far as it could be read.
public record Surroundings(
        Asked<List<Subnet>> subnets,
        Asked<List<RouteTable>> routeTables,
        Asked<List<NatGateway>> natGateways,
        Asked<List<ServiceEndpoint>> endpoints,
        Asked<List<NetworkAcl>> networkAcls,
        Asked<List<Firewall>> firewalls,
        Asked<Ground.Dns> dns,
        Asked<PublicAccess> publicAccess) {
    /// Reads all of it, side by side: ten calls of one round trip, more where something has several pages. Blocks; ends
    /// early when its thread is interrupted.
    ///
    /// @throws dev.ecswizard.cloud.CloudProblem of kind CANCELLED only
    public static Surroundings of(Cloud cloud, String region, String vpcId) {
        return Inquiry.of(inquiry -> {
            var subnets = inquiry.ask(() -> cloud.networks(region).subnets(vpcId));
            return read(inquiry, cloud.ground(region), vpcId).withSubnets(Inquiry.wait(subnets));
        });
    }

    /// The same without the subnets, for who reads those at the same time anyway: nine calls.
    public static Surroundings of(Ground ground, String vpcId) {
        return Inquiry.of(inquiry -> read(inquiry, ground, vpcId));
    }

    private static Surroundings read(Inquiry inquiry, Ground ground, String vpcId) {
        var tables = inquiry.ask(() -> ground.routeTables(vpcId));
        var nats = inquiry.ask(() -> ground.natGateways(vpcId));
        var endpoints = inquiry.ask(() -> ground.endpoints(vpcId));
        var acls = inquiry.ask(() -> ground.networkAcls(vpcId));
        var firewalls = inquiry.ask(() -> ground.firewalls(vpcId));
        var dns = inquiry.ask(() -> ground.dns(vpcId));
        var access = inquiry.ask(ground::publicAccess);
        return new Surroundings(
                new Asked.Answered<>(List.of()),
                Inquiry.wait(tables),
                Inquiry.wait(nats),
                Inquiry.wait(endpoints),
                Inquiry.wait(acls),
                Inquiry.wait(firewalls),
                Inquiry.wait(dns),
                Inquiry.wait(access));
    }

    public Surroundings withSubnets(Asked<List<Subnet>> read) {
        return new Surroundings(read, routeTables, natGateways, endpoints, networkAcls, firewalls, dns, publicAccess);
    }

    /// Why some of it could not be read, one problem for each part.
    public List<CloudProblem> problems() {
        return Stream.of(subnets, routeTables, natGateways, endpoints, networkAcls, firewalls, dns, publicAccess)
                .flatMap(part -> part instanceof Asked.Unanswered<?>(var problem) ? Stream.of(problem) : Stream.empty())
                .toList();
    }
}
