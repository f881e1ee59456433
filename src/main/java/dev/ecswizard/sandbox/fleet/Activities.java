package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.stacks.World.Place;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the groups of a region did, deleted ones too, in the words of the Auto Scaling user guide ("Verify a scaling
/// activity").
final class Activities {
    /// As many as a group of the largest size needs to come and go.
    private static final int KEPT = 4_000;

    private final Deque<Activity> all = new ArrayDeque<>();
    private final Map<String, Activity> launching = new HashMap<>();
    private final Agenda agenda;
    private final Ids ids;

    Activities(Agenda agenda, Ids ids) {
        this.agenda = agenda;
        this.ids = ids;
    }

    /// Newest first.
    List<Activity> all() {
        return List.copyOf(all);
    }

    Activity launching(Group group, Host host, String cause) {
        var activity = begin(group, host.birth().place(), "Launching a new EC2 instance: " + host.id(), cause);
        launching.put(host.id(), activity);
        agenda.after(60, () -> launching.remove(host.id()));
        return activity;
    }

    Activity terminating(Group group, Host host, String cause) {
        return begin(group, host.birth().place(), "Terminating EC2 instance: " + host.id(), cause);
    }

    void failed(Group group, Place place, String cause, String reason) {
        var message = reason + " Launching EC2 instance failed.";
        begin(group, place, "Launching a new EC2 instance.  Status Reason: " + message, cause)
                .fail(agenda.now(), message);
    }

    /// Ends the launch of a host that is terminated before it is in service.
    void giveUp(Host host, Instant now) {
        var activity = launching.remove(host.id());
        if (activity != null) {
            activity.fail(
                    now,
                    "Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Client.UserInitiatedShutdown: User initiated shutdown");
        }
    }

    private Activity begin(Group group, Place place, String description, String cause) {
        var details = "{\"Subnet ID\":\"" + place.subnet() + "\",\"Availability Zone\":\"" + place.zone() + "\"}";
        var activity =
                new Activity(ids.uuid(), group.name(), group.plan.arn(), description, cause, details, agenda.now());
        if (all.size() == KEPT) {
            all.removeLast();
        }
        all.addFirst(activity);
        return activity;
    }
}
