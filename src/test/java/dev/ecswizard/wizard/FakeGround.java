package dev.ecswizard.wizard;

import dev.ecswizard.cloud.Firewall;
import dev.ecswizard.cloud.Ground;
import dev.ecswizard.cloud.NatGateway;
import dev.ecswizard.cloud.NetworkAcl;
import dev.ecswizard.cloud.PublicAccess;
import dev.ecswizard.cloud.RouteTable;
import dev.ecswizard.cloud.RouteTable.Kind;
import dev.ecswizard.cloud.RouteTable.Route;
import dev.ecswizard.cloud.ServiceEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where traffic goes in a [FakeCloud]: by the gateways that the test gave its subnets, and else nowhere.
record FakeGround(FakeCloud cloud) implements Ground {
    @Override
    public List<RouteTable> routeTables(String vpcId) {
        cloud.exitProblem.ifPresent(thrown -> {
            throw thrown;
        });
        return cloud.answer(List.of(
                new RouteTable("rtb-main", true, Set.of(), List.of()),
                table("rtb-open", cloud.open, Kind.INTERNET_GATEWAY, "igw-1"),
                table("rtb-nat", cloud.natted, Kind.NAT_GATEWAY, "nat-1"),
                table("rtb-transit", cloud.transit, Kind.TRANSIT_GATEWAY, "tgw-1")));
    }

    private static RouteTable table(String id, Set<String> subnets, Kind kind, String target) {
        return new RouteTable(id, false, subnets, List.of(new Route("0.0.0.0/0", kind, target, true)));
    }

    @Override
    public List<NatGateway> natGateways(String vpcId) {
        return cloud.answer(List.of(new NatGateway("nat-1", Optional.empty(), true, "available")));
    }

    @Override
    public List<ServiceEndpoint> endpoints(String vpcId) {
        return cloud.answer(List.of());
    }

    @Override
    public List<NetworkAcl> networkAcls(String vpcId) {
        return cloud.answer(List.of());
    }

    @Override
    public List<Firewall> firewalls(String vpcId) {
        return cloud.answer(List.of());
    }

    @Override
    public Dns dns(String vpcId) {
        return cloud.answer(new Dns(true, true));
    }

    @Override
    public PublicAccess publicAccess() {
        return cloud.answer(new PublicAccess(PublicAccess.Mode.OFF, Map.of()));
    }
}
