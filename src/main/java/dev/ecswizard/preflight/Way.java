package dev.ecswizard.preflight;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.RouteTable.Route;
import dev.ecswizard.preflight.Obstacle.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// How hosts of a subnet reach what they need to signal and to join a cluster.
///
/// @param obstacles none where it is reached
/// @param table the id of the subnet's route table, if that could be read
/// @param route the one for everything, if the subnet has one
/// @param missing services that tasks will need and hosts do not, and that are not reached
public record Way(
        Reach reach,
        Exit exit,
        Set<Obstacle> obstacles,
        Optional<String> table,
        Optional<Route> route,
        List<String> missing) {
    public Way {
        missing = List.copyOf(missing);
    }

    /// All that is in the way, a sentence for each.
    public List<String> hindrances() {
        return said(kind -> "obstacle." + kind.name());
    }

    /// What can be done about each.
    public List<String> mends() {
        return said(kind -> "mend." + kind.name());
    }

    private List<String> said(Function<Kind, String> key) {
        return obstacles.stream()
                // endpoints are no cure for what a public address would mend
                .filter(obstacle -> !obstacle.isOfOtherWay() || wantsEndpoints())
                .filter(obstacle -> obstacle.kind() != Kind.UNREAD)
                .map(obstacle -> Words.of(
                        key.apply(obstacle.kind()), obstacle.resource(), String.join(", ", obstacle.details())))
                .distinct()
                .toList();
    }

    /// The services whose endpoints would be another way out; none where something else is easier.
    public List<String> missingEndpoints() {
        return wantsEndpoints()
                ? obstacles.stream()
                        .filter(obstacle -> obstacle.kind() == Kind.ENDPOINTS_MISSING)
                        .flatMap(obstacle -> obstacle.details().stream())
                        .toList()
                : List.of();
    }

    private boolean wantsEndpoints() {
        return obstacles.stream().anyMatch(obstacle -> isByRoute(obstacle.kind()));
    }

    private static boolean isByRoute(Kind kind) {
        return switch (kind) {
            case NO_ROUTE, NO_ROUTE_FOR_NAT, BLACK_HOLE, NAT_GONE, NAT_PRIVATE -> true;
            default -> false;
        };
    }

    /// Why it is not known, where something could not be read.
    public Optional<CloudProblem> problem() {
        return obstacles.stream()
                .flatMap(obstacle -> obstacle.problem().stream())
                .findFirst();
    }

    /// Whether nothing is in the way but that hosts have no public address, which they can be given.
    public boolean wantsPublicAddress() {
        return reach == Reach.NO
                && obstacles.stream()
                        .allMatch(obstacle -> obstacle.kind() == Kind.NO_PUBLIC_ADDRESS || obstacle.isOfOtherWay());
    }
}
