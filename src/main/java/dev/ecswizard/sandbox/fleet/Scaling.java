package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.stacks.Hosts;
import dev.ecswizard.sandbox.stacks.World.Place;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Brings groups to what they desire: evenly over the zones, around zones that have no room, again after a failure.
final class Scaling {
    private static final double LONGEST_PAUSE = 300;

    private final Machines machines;
    private final Activities activities;
    private final Agenda agenda;
    private final Ids ids;

    Scaling(Machines machines, Activities activities, Agenda agenda, Ids ids) {
        this.machines = machines;
        this.activities = activities;
        this.agenda = agenda;
        this.ids = ids;
    }

    /// Looks at a group soon.
    void expect(Group group, double seconds) {
        if (!group.isExpected) {
            group.isExpected = true;
            agenda.after(seconds, () -> {
                group.isExpected = false;
                reconcile(group);
            });
        }
    }

    private void reconcile(Group group) {
        var missing = group.sizes.desired() - group.staying().size();
        if (missing > 0 && !group.suspended.contains("Launch")) {
            grow(group, missing);
        } else if (missing < 0 && !group.suspended.contains("Terminate")) {
            shrink(group, -missing);
        }
    }

    private void grow(Group group, int missing) {
        var from = group.staying().size();
        var cause = group.wish + "At " + now()
                + " an instance was started in response to a difference between desired and actual capacity, increasing the capacity from "
                + from + " to " + (from + missing) + ".";
        group.wish = "";
        var closed = new HashSet<Place>();
        for (var i = 0; i < missing; i++) {
            if (!launch(group, cause, closed)) {
                retry(group);
                return;
            }
        }
    }

    /// Tries one place after another, the emptiest zone first.
    private boolean launch(Group group, String cause, Set<Place> closed) {
        while (true) {
            var place = emptiest(group, closed);
            if (place.isEmpty()) {
                return false;
            }
            var refusal = machines.refusal(group, place.get());
            if (refusal.isEmpty()) {
                start(group, place.get(), cause);
                return true;
            }
            activities.failed(group, place.get(), cause, refusal.get());
            group.trouble = Optional.of(
                    new Hosts.Trouble(group.trouble.map(Hosts.Trouble::attempts).orElse(0) + 1, refusal.get()));
            closed.add(place.get());
            if (machines.isEverywhere(refusal.get())) {
                return false;
            }
        }
    }

    private static Optional<Place> emptiest(Group group, Set<Place> closed) {
        return group.plan.places().stream()
                .filter(place -> !closed.contains(place))
                .min(Comparator.comparing((Place place) -> group.staying().stream()
                                .filter(host -> host.birth().place().zone().equals(place.zone()))
                                .count())
                        .thenComparing(place -> group.staying().stream()
                                .filter(host -> host.birth().place().equals(place))
                                .count()));
    }

    private void retry(Group group) {
        var attempts = group.trouble.map(Hosts.Trouble::attempts).orElse(1);
        expect(group, Math.min(LONGEST_PAUSE, 10 * Math.pow(1.6, Math.min(20, attempts - 1))));
    }

    private void start(Group group, Place place, String cause) {
        var host = machines.launch(group, place);
        group.hosts.add(host);
        group.trouble = Optional.empty();
        var activity = activities.launching(group, host, cause);
        agenda.after(ids.between(24, 32), () -> {
            if (host.state == Hosts.State.PENDING) {
                host.state = Hosts.State.IN_SERVICE;
                activity.succeed(agenda.now());
            }
        });
    }

    /// The fullest zone gives first; in it who was launched from something else, then who is oldest.
    private void shrink(Group group, int surplus) {
        var from = group.staying().size();
        var free = new ArrayList<>(
                group.staying().stream().filter(host -> !host.isProtected).toList());
        var chosen = new ArrayList<Host>();
        while (chosen.size() < surplus && !free.isEmpty()) {
            var next = free.stream()
                    .min(Comparator.comparing((Host host) -> -free.stream()
                                    .filter(other -> other.birth()
                                            .place()
                                            .zone()
                                            .equals(host.birth().place().zone()))
                                    .count())
                            .thenComparing(host -> !group.isObsolete(host))
                            .thenComparing(host -> host.birth().time()))
                    .orElseThrow();
            free.remove(next);
            chosen.add(next);
        }
        var wish = group.wish;
        group.wish = "";
        for (var host : chosen) {
            terminate(
                    group,
                    host,
                    wish + "At " + now()
                            + " an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from "
                            + from + " to " + (from - surplus) + ".  At " + now() + " instance " + host.id()
                            + " was selected for termination.");
        }
    }

    /// Ends a host, whatever protects it.
    Activity terminate(Group group, Host host, String cause) {
        var launching = host.state == Hosts.State.PENDING;
        host.state = Hosts.State.TERMINATING;
        if (launching) {
            activities.giveUp(host, agenda.now());
        }
        var activity = activities.terminating(group, host, cause);
        machines.terminate(host, () -> {
            activity.succeed(agenda.now());
            group.hosts.remove(host);
            expect(group, 1);
        });
        expect(group, ids.between(2, 4));
        return activity;
    }

    /// As Auto Scaling writes times.
    String now() {
        return agenda.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
