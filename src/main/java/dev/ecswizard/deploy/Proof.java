package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.Hosts;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Proves that hosts of an empty group can join the cluster: has it start one, waits for its agent, and releases it.
/// Where the group wants hosts already they are only waited for.
///
/// ```
/// UNKNOWN ─┬─ group is empty ── written down ── STARTING ── it wants one ── STARTED ── agent ── released ── OVER
///          └─ group wants hosts ── FOREIGN ──────────────────────────────────────────── agent
/// ```
/// For want of credentials it stays where it is and keeps asking. Whoever has others stops it and calls again: what is
/// known to be done is not asked for again, and of what was not answered the group tells.
public final class Proof {
    private final HostTarget target;
    private final Pace pace;
    private final Logbook logbook;
    private final Optional<Origin> origin;
    private final String stackName;
    /// One thread at a time; one that was stopped may still be at its last request.
    private final ReentrantLock turn = new ReentrantLock();

    private Step step = Step.UNKNOWN;
    private HostsSeen seen;
    private Optional<Crossing> crossing = Optional.empty();
    private Optional<String> leaving = Optional.empty();
    private boolean isCalledOff;
    private Release released = Release.NONE;

    private enum Step {
        /// Nothing was asked for.
        UNKNOWN,
        /// It was written down that the group, which was empty, is to want one.
        STARTING,
        /// The group wants one, and its host is ours to release.
        STARTED,
        /// The group wanted hosts before.
        FOREIGN,
        /// The host is released, or stays for its tasks.
        OVER
    }

    /// What became of the host that was started.
    public enum Release {
        /// It is on its way out, and the group wants none.
        RELEASED,
        /// Tasks have come to it, so that it stays; the capacity provider takes it when they are gone.
        BUSY,
        /// There is none to release.
        NONE
    }

    /// @param release nothing where the group wanted hosts already, which are then left alone
    public record Result(Crossing crossing, Optional<Release> release) {}

    /// @param before what was seen of the hosts last
    /// @param logbook where it stands whether there may be a host to release
    /// @param origin nothing where the host does not outlast the program
    public Proof(HostsSeen before, Pace pace, Logbook logbook, Optional<Origin> origin, String stackName) {
        this.seen = before;
        this.target = before.target();
        this.pace = pace;
        this.logbook = logbook;
        this.origin = origin;
        this.stackName = stackName;
    }

    /// One that was left when the program ended: a host may be there.
    static Proof left(HostTarget target, Pace pace, Logbook logbook, Origin origin, String stackName) {
        var proof = new Proof(HostsSeen.none(target), pace, logbook, Optional.of(origin), stackName);
        proof.step = Step.STARTED;
        return proof;
    }

    /// Blocks until the host is released; where it does not join, until it is given up, and it is released all the
    /// same. An interrupt leaves it as it is: this with other clients, [#breakOff] or [#release] has to follow.
    ///
    /// @param listener told after every look, and when credentials are lacking, on this thread
    /// @throws CloudProblem if the group may not be changed, or on an interrupt
    public Result prove(Hosts hosts, Consumer<HostsSeen> listener) {
        return inTurn(() -> {
            insist(listener, () -> start(hosts));
            if (crossing.isEmpty()) {
                crossing = Optional.of(
                        new Vigil(hosts, pace, target).keep(() -> StackStage.MADE, look -> tell(listener, look)));
            }
            var isForeign = step == Step.FOREIGN;
            insist(listener, () -> end(hosts));
            return new Result(crossing.get(), isForeign ? Optional.empty() : Optional.of(released));
        });
    }

    /// Releases the host whether it has joined or not, as [#prove] does in the end. Blocks.
    ///
    /// @param listener told when credentials are lacking, on this thread
    /// @throws CloudProblem if the group may not be changed; the host then goes on, and costs. Or on an interrupt
    public Release breakOff(Hosts hosts, Consumer<HostsSeen> listener) {
        return inTurn(() -> {
            insist(listener, () -> end(hosts));
            return released;
        });
    }

    /// The same, asked for once. Blocks for some requests.
    ///
    /// @throws CloudProblem for want of credentials, too
    public Release release(Hosts hosts) {
        return inTurn(() -> {
            end(hosts);
            return released;
        });
    }

    private void start(Hosts hosts) {
        if (step != Step.UNKNOWN && step != Step.STARTING) {
            return;
        }
        var isEmpty = hosts.group(target.group())
                .filter(group -> group.desired() == 0)
                .isPresent();
        if (step == Step.UNKNOWN) {
            if (!isEmpty) {
                step = Step.FOREIGN;
                return;
            }
            logbook.proving(origin, stackName, target);
            step = Step.STARTING;
        }
        if (isEmpty) {
            change(() -> hosts.want(target.group(), 1));
        }
        step = Step.STARTED;
    }

    /// Releases one host without tasks, or has the group want none where none has come yet.
    private void end(Hosts hosts) {
        if (step == Step.STARTING || step == Step.STARTED) {
            released = hosts.group(target.group())
                    .filter(group -> group.desired() > 0)
                    .map(group -> release(hosts, group))
                    .orElse(isCalledOff || leaving.isPresent() ? Release.RELEASED : Release.NONE);
            step = Step.OVER;
            logbook.released(target.stackId(), released);
        }
    }

    private Release release(Hosts hosts, HostGroup group) {
        var staying = group.staying().stream().map(HostGroup.Member::instanceId).toList();
        if (leaving.filter(id -> !staying.contains(id)).isPresent()) {
            return Release.RELEASED;
        }
        if (staying.isEmpty()) {
            isCalledOff = true;
            change(() -> hosts.want(target.group(), 0));
            return Release.RELEASED;
        }
        var busy = hosts.registered(target.cluster()).stream()
                .filter(instance -> instance.tasks() > 0)
                .map(instance -> instance.instanceId())
                .toList();
        leaving = leaving.or(
                () -> staying.stream().filter(id -> !busy.contains(id)).findFirst());
        if (leaving.isEmpty() || busy.contains(leaving.get())) {
            return Release.BUSY;
        }
        change(() -> hosts.release(leaving.get()));
        return Release.RELEASED;
    }

    private void insist(Consumer<HostsSeen> listener, Runnable request) {
        while (true) {
            try {
                request.run();
                return;
            } catch (CloudProblem problem) {
                if (!problem.isOfCredentials()) {
                    throw problem;
                }
                tell(listener, seen.troubled(problem));
            }
            // below two seconds, as in a watch
            new Insistence(pace).pause(Rhythm.QUIET);
        }
    }

    private void tell(Consumer<HostsSeen> listener, HostsSeen now) {
        seen = now;
        listener.accept(now);
    }

    /// Whoever was stopped changes nothing any more.
    private static void change(Runnable request) {
        if (Thread.currentThread().isInterrupted()) {
            throw Insistence.cancelled(null);
        }
        request.run();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Insistence.cancelled(interrupted);
        }
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
