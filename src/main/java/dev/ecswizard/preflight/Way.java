package dev.ecswizard.preflight;

import dev.ecswizard.cloud.RouteTable.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How hosts of a subnet reach what they need to signal and to join a cluster.
///
/// @param obstacles none where it is reached
/// @param route the one for everything, if the subnet has one
/// @param missing services that tasks will need and hosts do not, and that are not reached
public record Way(Reach reach, Set<Obstacle> obstacles, Optional<Route> route, List<String> missing) {
    public Way {
        missing = List.copyOf(missing);
    }
}
