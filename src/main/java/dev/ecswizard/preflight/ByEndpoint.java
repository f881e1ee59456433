package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Firewall;
import dev.ecswizard.cloud.ServiceEndpoint;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Obstacle.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether hosts reach services of AWS by the endpoints that a VPC has for them.
final class ByEndpoint {
    private final String vpcId;
    private final Surroundings around;
    private final Barriers barriers;

    ByEndpoint(String vpcId, Surroundings around, Barriers barriers) {
        this.vpcId = vpcId;
        this.around = around;
        this.barriers = barriers;
    }

    /// Whether a service is reached by its endpoint; nothing where its name leads to none.
    Optional<Outcome> to(String service, Subnet subnet) {
        if (around.dns() instanceof Asked.Unanswered(var problem)) {
            return Optional.of(Outcome.of(Reach.UNREAD, Obstacle.unread(problem)));
        }
        return switch (around.endpoints()) {
            case Asked.Unanswered(var problem) -> Optional.of(Outcome.of(Reach.UNREAD, Obstacle.unread(problem)));
            case Asked.Answered(var all) ->
                all.stream()
                        .filter(endpoint -> isNamed(endpoint, service))
                        .findFirst()
                        .map(endpoint -> into(endpoint, subnet));
        };
    }

    private boolean isNamed(ServiceEndpoint endpoint, String service) {
        return endpoint.service().equals(service)
                && endpoint.kind() == ServiceEndpoint.Kind.INTERFACE
                && endpoint.isAvailable()
                && endpoint.hasPrivateDns()
                && around.dns() instanceof Asked.Answered(var dns)
                && dns.hostnames();
    }

    /// Why the endpoints that a service has are none for its hosts; nothing where it has none at all.
    Optional<Obstacle> unusable(String service) {
        var all = around.endpoints() instanceof Asked.Answered<List<ServiceEndpoint>>(var found)
                ? found
                : List.<ServiceEndpoint>of();
        return all.stream()
                .filter(endpoint ->
                        endpoint.service().equals(service) && endpoint.kind() == ServiceEndpoint.Kind.INTERFACE)
                .map(endpoint -> unusable(endpoint, service))
                .findFirst();
    }

    private Obstacle unusable(ServiceEndpoint endpoint, String service) {
        if (!endpoint.isAvailable()) {
            return Obstacle.of(Kind.ENDPOINT_NOT_AVAILABLE, endpoint.id(), service);
        }
        return endpoint.hasPrivateDns()
                ? Obstacle.of(Kind.HOSTNAMES_OFF, vpcId)
                : Obstacle.of(Kind.ENDPOINT_UNNAMED, endpoint.id(), service);
    }

    private Outcome into(ServiceEndpoint endpoint, Subnet subnet) {
        var interfaces = endpoint.subnets().isEmpty()
                ? Outcome.no(Kind.ENDPOINT_NOT_AVAILABLE, endpoint.id(), endpoint.service())
                : byInterface(endpoint, subnet);
        return interfaces.and(byPolicy(endpoint));
    }

    /// Whom a policy lets do what is not worked out here.
    static Outcome byPolicy(ServiceEndpoint endpoint) {
        return endpoint.hasOpenPolicy()
                ? Outcome.YES
                : Outcome.unknown(Kind.ENDPOINT_POLICY, endpoint.id(), endpoint.service());
    }

    private Outcome byInterface(ServiceEndpoint endpoint, Subnet subnet) {
        return Outcome.any(hosts(endpoint, subnet).stream()
                .map(host -> opens(endpoint, host.first())
                        .and(Outcome.any(endpoint.subnets().stream()
                                .sorted()
                                .map(place -> between(subnet, host.first(), place))
                                .toList())))
                .toList());
    }

    private List<Block> hosts(ServiceEndpoint endpoint, Subnet subnet) {
        var cuts = new ArrayList<>(barriers.addresses());
        openings(endpoint).forEach(opening -> opening.cidrs().forEach(cidr -> cuts.add(Block.of(cidr))));
        return Block.of(subnet.cidr()).cutAt(cuts);
    }

    private List<Firewall.Opening> openings(ServiceEndpoint endpoint) {
        return around.firewalls() instanceof Asked.Answered<List<Firewall>>(var all)
                ? all.stream()
                        .filter(group -> endpoint.securityGroups().contains(group.id()))
                        .flatMap(group -> group.ingress().stream())
                        .filter(opening -> opening.has(Barriers.HTTPS))
                        .toList()
                : List.of();
    }

    /// Groups that a rule names are not the hosts': theirs is made with them.
    private Outcome opens(ServiceEndpoint endpoint, long host) {
        if (around.firewalls() instanceof Asked.Unanswered<List<Firewall>>(var problem)) {
            return Outcome.of(Reach.UNREAD, Obstacle.unread(problem));
        }
        var openings = openings(endpoint);
        if (openings.stream()
                .flatMap(opening -> opening.cidrs().stream())
                .anyMatch(cidr -> Block.of(cidr).has(host))) {
            return Outcome.YES;
        }
        return openings.stream()
                .flatMap(opening -> opening.prefixLists().stream())
                .findFirst()
                .map(list -> Outcome.unknown(Kind.PREFIX_LIST, list, endpoint.id()))
                .orElse(Outcome.no(Kind.ENDPOINT_CLOSED, endpoint.id(), endpoint.service()));
    }

    /// Whether ACLs let a host ask what stands in another subnet.
    private Outcome between(Subnet subnet, long host, String place) {
        if (place.equals(subnet.id())) {
            return Outcome.YES;
        }
        if (around.subnets() instanceof Asked.Unanswered<List<Subnet>>(var problem)) {
            return Outcome.of(Reach.UNREAD, Obstacle.unread(problem));
        }
        return subnets().stream()
                .filter(each -> each.id().equals(place) && !each.cidr().isEmpty())
                .findFirst()
                .map(other -> Outcome.any(Block.of(other.cidr()).cutAt(barriers.addresses()).stream()
                        .map(block -> between(subnet.id(), host, place, block.first()))
                        .toList()))
                .orElse(Outcome.unknown(Kind.BEYOND, place));
    }

    private List<Subnet> subnets() {
        return around.subnets() instanceof Asked.Answered<List<Subnet>>(var all) ? all : List.of();
    }

    private Outcome between(String from, long host, String place, long address) {
        return barriers.out(from, address, Barriers.HTTPS, Kind.ACL_OUT)
                .and(barriers.in(place, host, Barriers.HTTPS, Kind.ACL_OF_ENDPOINT))
                .and(barriers.anyOf(
                        Barriers.HOST_PORTS,
                        port -> barriers.out(place, host, port, Kind.ACL_OF_ENDPOINT)
                                .and(barriers.in(from, address, port, Kind.ACL_IN))));
    }
}
