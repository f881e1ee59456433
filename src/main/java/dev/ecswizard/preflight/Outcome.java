package dev.ecswizard.preflight;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether something is reached, with what is in the way.
///
/// @param obstacles none where it is reached
record Outcome(Reach reach, Set<Obstacle> obstacles) {
    static final Outcome YES = new Outcome(Reach.YES, Set.of());

    static Outcome of(Reach reach, Obstacle obstacle) {
        return new Outcome(reach, Set.of(obstacle));
    }

    static Outcome no(Obstacle.Kind kind, String resource, String... details) {
        return of(Reach.NO, Obstacle.of(kind, resource, details));
    }

    static Outcome unknown(Obstacle.Kind kind, String resource, String... details) {
        return of(Reach.UNKNOWN, Obstacle.of(kind, resource, details));
    }

    /// Where both have to be passed: the worse one.
    Outcome and(Outcome other) {
        if (reach == other.reach()) {
            return new Outcome(reach, union(List.of(this, other)));
        }
        return reach.compareTo(other.reach()) > 0 ? this : other;
    }

    static Outcome all(Collection<Outcome> parts) {
        return parts.stream().reduce(YES, Outcome::and);
    }

    /// Where it depends on an address or a port, of which nobody knows which it will be.
    static Outcome any(Collection<Outcome> parts) {
        var reaches = parts.stream().map(Outcome::reach).distinct().toList();
        if (reaches.size() == 1) {
            return new Outcome(reaches.getFirst(), union(parts));
        }
        var obstacles = new LinkedHashSet<Obstacle>();
        if (reaches.contains(Reach.YES)) {
            obstacles.add(Obstacle.of(Obstacle.Kind.PARTLY, ""));
        }
        obstacles.addAll(union(parts));
        return new Outcome(reaches.contains(Reach.UNREAD) ? Reach.UNREAD : Reach.UNKNOWN, obstacles);
    }

    private static Set<Obstacle> union(Collection<Outcome> parts) {
        var all = new LinkedHashSet<Obstacle>();
        parts.forEach(part -> all.addAll(part.obstacles()));
        return all;
    }
}
