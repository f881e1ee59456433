package dev.ecswizard.deploy;

import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.Hosts;
import java.util.Optional;
import java.util.function.Consumer;

/// Proves that hosts of an empty group can join the cluster: has it start one, waits for its agent, and releases it.
public record Proof(Hosts hosts, Pace pace, HostTarget target) {
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

    /// Blocks until the host is released; where it does not join, until it is given up, and it is released all the
    /// same. An interrupt leaves it as it is: [#release] has to follow.
    ///
    /// @param listener told after every look, on this thread
    /// @throws dev.ecswizard.cloud.CloudProblem if the group may not be changed, or on an interrupt
    public Result prove(Consumer<HostsSeen> listener) {
        var isEmpty = hosts.group(target.group())
                .filter(group -> group.desired() == 0)
                .isPresent();
        if (isEmpty) {
            hosts.want(target.group(), 1);
        }
        var crossing = new Vigil(hosts, pace, target).keep(() -> StackStage.MADE, listener);
        return new Result(crossing, isEmpty ? Optional.of(release()) : Optional.empty());
    }

    /// Releases one host without tasks, or has the group want none where none has come yet. Blocks for some requests.
    ///
    /// @throws dev.ecswizard.cloud.CloudProblem if the group may not be changed; the host then goes on, and costs
    public Release release() {
        var group = hosts.group(target.group());
        if (group.filter(there -> there.desired() > 0).isEmpty()) {
            return Release.NONE;
        }
        var staying = group.map(HostGroup::staying).orElseThrow();
        if (staying.isEmpty()) {
            hosts.want(target.group(), 0);
            return Release.RELEASED;
        }
        var busy = hosts.registered(target.cluster()).stream()
                .filter(instance -> instance.tasks() > 0)
                .map(instance -> instance.instanceId())
                .toList();
        var idle = staying.stream()
                .map(HostGroup.Member::instanceId)
                .filter(id -> !busy.contains(id))
                .findFirst();
        idle.ifPresent(hosts::release);
        return idle.isPresent() ? Release.RELEASED : Release.BUSY;
    }
}
