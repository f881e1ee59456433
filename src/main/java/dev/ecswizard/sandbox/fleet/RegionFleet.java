package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.stacks.Hosts;
import dev.ecswizard.sandbox.stacks.Thing;
import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The Auto Scaling groups of one region, their hosts, and the clusters that these are in. All of it is to be asked
/// and changed under the agenda's lock.
public final class RegionFleet implements Hosts {
    private final Terrain terrain;
    private final Agenda agenda;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Sources sources = new Sources();
    private final Providers providers = new Providers();
    private final Workloads workloads;
    private final Clusters clusters;
    private final Activities activities;
    private final Machines machines;
    private final Scaling scaling;

    public RegionFleet(Terrain terrain, Agenda agenda, Ids ids) {
        this.terrain = terrain;
        this.agenda = agenda;
        this.clusters = new Clusters(agenda, ids);
        this.workloads = new Workloads(clusters, agenda, ids);
        this.activities = new Activities(agenda, ids);
        this.machines = new Machines(terrain, agenda, ids, clusters);
        this.scaling = new Scaling(machines, activities, agenda, ids);
    }

    @Override
    public void put(Thing.Group plan) {
        var known = groups.get(plan.id());
        var group = known == null ? new Group(plan, agenda.now()) : known;
        group.protectsNewHosts = "true".equals(plan.properties().get("NewInstancesProtectedFromScaleIn"));
        if (known == null) {
            groups.put(plan.id(), group);
            wish(
                    group,
                    "a user request created an AutoScalingGroup changing the desired capacity from 0 to "
                            + plan.sizes().desired());
        } else {
            group.plan = plan;
            group.trouble = Optional.empty();
            resize(plan.id(), plan.sizes());
        }
        scaling.expect(group, 2);
    }

    @Override
    public void resize(String name, Sizes sizes) {
        var group = groups.get(name);
        if (group != null && !group.isLeaving) {
            var before = group.sizes.desired();
            group.sizes = sizes;
            if (before != sizes.desired()) {
                wish(
                        group,
                        "a user request update of AutoScalingGroup constraints to min: " + sizes.least() + ", max: "
                                + sizes.most() + ", desired: " + sizes.desired()
                                + " changing the desired capacity from "
                                + before + " to " + sizes.desired());
            }
            scaling.expect(group, 2);
        }
    }

    private void wish(Group group, String words) {
        group.wish = "At " + scaling.now() + " " + words + ".  ";
    }

    @Override
    public void terminate(String name, Collection<String> ids) {
        var group = groups.get(name);
        if (group != null) {
            group.staying().stream()
                    .filter(host -> ids.contains(host.id()))
                    .forEach(host -> terminate(group, host, false));
        }
    }

    /// Ends one host on request.
    ///
    /// @param shrinks whether the group wants one less from now on
    public Activity terminate(Group group, Host host, boolean shrinks) {
        var cause = "At " + scaling.now() + " instance " + host.id()
                + " was taken out of service in response to a user request";
        if (shrinks) {
            var before = group.sizes.desired();
            group.sizes = new Sizes(group.sizes.least(), group.sizes.most(), before - 1);
            cause += ", shrinking the capacity from " + before + " to " + (before - 1);
        }
        return scaling.terminate(group, host, cause + ".");
    }

    /// Gives a group another desired capacity on request.
    public void setDesired(Group group, int desired) {
        var before = group.sizes.desired();
        group.sizes = new Sizes(group.sizes.least(), group.sizes.most(), desired);
        if (before != desired) {
            wish(
                    group,
                    "a user request explicitly set group desired capacity changing the desired capacity from " + before
                            + " to " + desired);
        }
        scaling.expect(group, 2);
    }

    /// Protects the hosts that a group launches from now on, or no longer.
    public void protectNewHosts(Group group, boolean isProtected) {
        group.protectsNewHosts = isProtected;
    }

    /// Protects a host from scale-in, or no longer.
    public void protect(Host host, boolean isProtected) {
        host.isProtected = isProtected;
        Optional.ofNullable(groups.get(host.birth().group())).ifPresent(group -> scaling.expect(group, 2));
    }

    /// What runs in the clusters.
    public Workloads workloads() {
        return workloads;
    }

    @Override
    public void suspend(String name, Collection<String> processes) {
        Optional.ofNullable(groups.get(name)).ifPresent(group -> group.suspended.addAll(processes));
    }

    @Override
    public void resume(String name, Collection<String> processes) {
        Optional.ofNullable(groups.get(name)).ifPresent(group -> {
            group.suspended.removeAll(processes);
            scaling.expect(group, 2);
        });
    }

    @Override
    public void remove(String name) {
        var group = groups.get(name);
        if (group != null && !group.isLeaving) {
            resize(name, new Sizes(0, 0, 0));
            group.isLeaving = true;
            removeEmpty(group);
        }
    }

    private void removeEmpty(Group group) {
        if (group.hosts.isEmpty()) {
            groups.remove(group.name());
        } else {
            // who is no longer protected may go now
            scaling.expect(group, 2);
            agenda.after(5, () -> removeEmpty(group));
        }
    }

    @Override
    public Optional<Standing> find(String name) {
        return Optional.ofNullable(groups.get(name))
                .map(group -> new Standing(
                        group.sizes,
                        group.hosts.stream()
                                .map(host -> new Instance(
                                        host.id(),
                                        host.state,
                                        host.birth().place(),
                                        host.birth().time(),
                                        group.isObsolete(host)))
                                .toList(),
                        Set.copyOf(group.suspended),
                        group.trouble));
    }

    @Override
    public void put(Thing.HostSource source) {
        sources.put(source, agenda.now());
    }

    @Override
    public void remove(Thing.HostSource source) {
        sources.remove(source);
    }

    /// What its hosts stand on.
    public Terrain terrain() {
        return terrain;
    }

    /// In the order in which they were made.
    public List<Group> groups() {
        return List.copyOf(groups.values());
    }

    public Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /// Newest first, those of deleted groups too.
    public List<Activity> activities() {
        return activities.all();
    }

    /// Oldest first, with those that ended within the last hour.
    public List<Host> hosts() {
        return List.copyOf(machines.all().values());
    }

    public Clusters clusters() {
        return clusters;
    }

    public Sources sources() {
        return sources;
    }

    public Providers providers() {
        return providers;
    }
}
