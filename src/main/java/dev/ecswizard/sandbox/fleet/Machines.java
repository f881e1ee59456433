package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.stacks.HostSources;
import dev.ecswizard.sandbox.stacks.World.Place;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import dev.ecswizard.sandbox.world.Quota;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// EC2's instances of a region: launches and terminates them. A terminated one is still seen for an hour.
final class Machines {
    private static final double SEEN_AFTERWARDS = 3600;

    private final Terrain terrain;
    private final Agenda agenda;
    private final Ids ids;
    private final Clusters clusters;
    private final Addresses addresses;
    private final Map<String, Host> all = new LinkedHashMap<>();

    Machines(Terrain terrain, Agenda agenda, Ids ids, Clusters clusters) {
        this.terrain = terrain;
        this.agenda = agenda;
        this.ids = ids;
        this.clusters = clusters;
        this.addresses = new Addresses(terrain, ids);
    }

    /// By id, in the order of their launches.
    Map<String, Host> all() {
        return all;
    }

    /// Why EC2 launches none of a group's instance types there; empty if it does.
    Optional<String> refusal(Group group, Place place) {
        Optional<String> first = Optional.empty();
        for (var type : group.plan.instanceTypes()) {
            var refusal = refusal(HostSources.of(group.plan.source()).withInstanceType(type), place);
            if (refusal.isEmpty()) {
                return Optional.empty();
            }
            first = first.or(() -> refusal);
        }
        return first;
    }

    private Optional<String> refusal(HostSources what, Place place) {
        return what.obstacle(terrain, place.zone())
                .or(() -> terrain.refusalToLaunch(what.instanceType(), place))
                .or(() -> quota(what.instanceType()))
                .or(() -> terrain.network(place.subnet()).stream().anyMatch(network -> network.free() > 0)
                        ? Optional.empty()
                        : Optional.of("There are not enough free addresses in subnet '" + place.subnet()
                                + "' to satisfy the requested number of instances."));
    }

    private Optional<String> quota(String type) {
        return Quota.of(type, false)
                .filter(quota -> processors(quota) + terrain.figures(type).processors() > terrain.limit(quota))
                .map(
                        quota -> "You have requested more vCPU capacity than your current vCPU limit of "
                                + terrain.limit(quota)
                                + " allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.");
    }

    /// Whether another place would refuse in the same words.
    boolean isEverywhere(String refusal) {
        return refusal.startsWith("You have requested more vCPU capacity");
    }

    /// How many virtual processors of a quota's families are pending or running.
    private int processors(Quota quota) {
        return all.values().stream()
                .filter(host -> host.isLive()
                        && Quota.of(host.birth().what().instanceType(), false).equals(Optional.of(quota)))
                .mapToInt(host ->
                        terrain.figures(host.birth().what().instanceType()).processors())
                .sum();
    }

    /// Launches a host where none has been refused.
    Host launch(Group group, Place place) {
        var source = group.plan.source();
        var what = HostSources.of(source);
        var type = group.plan.instanceTypes().stream()
                .filter(one -> refusal(what.withInstanceType(one), place).isEmpty())
                .findFirst()
                .orElseThrow();
        var tags = new LinkedHashMap<>(what.tags());
        tags.putAll(group.plan.propagatedTags());
        tags.put("aws:autoscaling:groupName", group.name());
        if (source.isTemplate()) {
            tags.put("aws:ec2launchtemplate:id", source.id());
            tags.put("aws:ec2launchtemplate:version", String.valueOf(source.version()));
        }
        var isPublic = what.publicAddress()
                .orElse(terrain.network(place.subnet()).orElseThrow().givesPublicAddresses());
        var host = new Host(new Host.Birth(
                ids.of("i"),
                group.name(),
                source,
                what.withInstanceType(type),
                place,
                addresses.take(place.subnet()).orElseThrow(),
                isPublic ? Optional.of(addresses.publicAddress()) : Optional.empty(),
                false,
                agenda.now(),
                Map.copyOf(tags)));
        host.isProtected = group.protectsNewHosts;
        all.put(host.id(), host);
        agenda.after(ids.between(7, 12), () -> start(host));
        return host;
    }

    private void start(Host host) {
        if (host.life == Host.Life.PENDING) {
            host.life = Host.Life.RUNNING;
            host.running = Optional.of(agenda.now());
            new Boot(host, terrain, agenda, ids, clusters::register).begin();
        }
    }

    /// @param end runs when it is gone
    void terminate(Host host, Runnable end) {
        host.life = Host.Life.SHUTTING_DOWN;
        host.ended = Optional.of(agenda.now());
        agenda.after(ids.between(5, 9), () -> clusters.disconnect(host));
        agenda.after(ids.between(28, 40), () -> {
            host.life = Host.Life.TERMINATED;
            addresses.giveBack(host.birth().place().subnet(), host.birth().privateAddress());
            clusters.deregister(host);
            end.run();
        });
        agenda.after(SEEN_AFTERWARDS, () -> all.remove(host.id()));
    }
}
