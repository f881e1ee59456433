package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.stacks.Hosts;
import dev.ecswizard.sandbox.stacks.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An Auto Scaling group: what it is to be, and what it has.
public final class Group {
    private final Instant created;
    final List<Host> hosts = new ArrayList<>();
    final Set<String> suspended = new TreeSet<>();
    Thing.Group plan;
    Hosts.Sizes sizes;
    Optional<Hosts.Trouble> trouble = Optional.empty();
    boolean isLeaving;
    boolean isExpected;
    boolean protectsNewHosts;
    Optional<Instant> coolUntil = Optional.empty();
    /// Why the desired capacity is what it is, in Auto Scaling's words.
    String wish = "";

    Group(Thing.Group plan, Instant created) {
        this.plan = plan;
        this.sizes = plan.sizes();
        this.created = created;
    }

    public String name() {
        return plan.id();
    }

    public Thing.Group plan() {
        return plan;
    }

    public Hosts.Sizes sizes() {
        return sizes;
    }

    public Instant created() {
        return created;
    }

    /// Oldest first.
    public List<Host> hosts() {
        return hosts;
    }

    public Set<String> suspended() {
        return suspended;
    }

    public boolean protectsNewHosts() {
        return protectsNewHosts;
    }

    /// Whether it is being deleted.
    public boolean isLeaving() {
        return isLeaving;
    }

    /// Those that it does not terminate.
    List<Host> staying() {
        return hosts.stream()
                .filter(host -> host.state() != Hosts.State.TERMINATING)
                .toList();
    }

    /// Whether it would launch the host from something else today.
    public boolean isObsolete(Host host) {
        var then = host.birth().source();
        var now = plan.source();
        return !then.id().equals(now.id())
                || then.version() != now.version()
                || !plan.instanceTypes().contains(host.birth().what().instanceType());
    }
}
