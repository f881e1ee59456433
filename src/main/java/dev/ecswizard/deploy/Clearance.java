package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Makes a stack's hosts free to go before it is deleted: takes no more tasks, ends those that run, lifts what keeps
/// hosts. Without it a host that is protected from scale-in holds the deletion up until CloudFormation gives up
/// (aws/containers-roadmap#2862).
///
/// ```
/// services? ── any: refused
///     │ none
/// drain ── stop tasks ── wait until none is left ── lift protections ── free
///     └──────── given up till here: hosts take tasks again ───┘
/// ```
public final class Clearance {
    /// How often to look whether tasks have ended.
    static final Duration LOOK = Duration.ofSeconds(2);

    /// How long tasks may take: ECS kills a container 30 seconds, at most two minutes, after it was asked to stop (ECS
    /// task definition parameters, `stopTimeout`).
    static final Duration PATIENCE = Duration.ofMinutes(4);

    /// How far it has come.
    public sealed interface Step {
        /// No more tasks are placed.
        ///
        /// @param hosts how many took tasks before
        record Drained(int hosts) implements Step {}

        /// Tasks have been told to end.
        ///
        /// @param left how many run still
        record Stopping(int left) implements Step {}

        /// Nothing keeps the hosts.
        ///
        /// @param hosts how many were protected from scale-in
        /// @param isProviderReleased whether a capacity provider kept hosts with tasks
        record Released(int hosts, boolean isProviderReleased) implements Step {}
    }

    private final Holdings holdings;
    private final Pace pace;
    private final BiConsumer<String, List<String>> before;
    private final Map<String, List<String>> drained = new LinkedHashMap<>();

    public Clearance(Holdings holdings, Pace pace) {
        this(holdings, pace, (_, _) -> {});
    }

    /// @param before told of a cluster and its hosts that are about to take no more tasks; writes them down
    public Clearance(Holdings holdings, Pace pace, BiConsumer<String, List<String>> before) {
        this.holdings = holdings;
        this.pace = pace;
        this.before = before;
    }

    /// Frees the hosts. Blocks; an interrupt ends it early, and [#takeBack] then has hosts take tasks again.
    ///
    /// @param listener told on this thread
    /// @throws ClusterInUse if there are services; nothing is changed then
    /// @throws TasksStay if tasks do not end in time
    /// @throws dev.ecswizard.cloud.CloudProblem if AWS says no
    public void clear(String stackId, Consumer<Step> listener) {
        var services = new Deletion(holdings, pace).services(stackId);
        if (!services.isEmpty()) {
            throw new ClusterInUse(services);
        }
        var resources = standing(stackId);
        var clusters = named(resources, "AWS::ECS::Cluster");
        for (var cluster : clusters) {
            var hosts = holdings.occupancy().placeable(cluster);
            before.accept(cluster, hosts);
            drained.put(cluster, hosts);
            holdings.occupancy().drain(cluster, hosts);
        }
        listener.accept(
                new Step.Drained(drained.values().stream().mapToInt(List::size).sum()));
        stopTasks(clusters, listener);
        release(resources, listener);
    }

    /// Has the hosts that were drained take tasks again. What else was done stays done: tasks that ended do not come
    /// back by themselves. Blocks.
    ///
    /// @return how many hosts
    public int takeBack() {
        drained.forEach((cluster, hosts) -> holdings.occupancy().resume(cluster, hosts));
        var hosts = drained.values().stream().mapToInt(List::size).sum();
        drained.clear();
        return hosts;
    }

    private List<StackResource> standing(String stackId) {
        return holdings.stacks().resources(stackId).stream()
                .filter(resource -> !resource.status().isDeleted())
                .filter(resource -> !resource.physicalId().isEmpty())
                .toList();
    }

    static List<String> named(List<StackResource> resources, String type) {
        return resources.stream()
                .filter(resource -> resource.type().equals(type))
                .map(StackResource::physicalId)
                .toList();
    }

    private void stopTasks(List<String> clusters, Consumer<Step> listener) {
        var until = pace.now().plus(PATIENCE);
        var insistence = new Insistence(pace);
        for (var told = -1; ; ) {
            var left = 0;
            for (var cluster : clusters) {
                // a host that was not yet drained may have begun one in the meantime
                holdings.occupancy().stopTasks(cluster);
                left += holdings.occupancy().tasks(cluster);
            }
            if (left != told && (left > 0 || told > 0)) {
                listener.accept(new Step.Stopping(left));
            }
            told = left;
            if (left == 0) {
                return;
            }
            if (!pace.now().isBefore(until)) {
                throw new TasksStay(left);
            }
            insistence.pause(LOOK);
        }
    }

    private void release(List<StackResource> resources, Consumer<Step> listener) {
        var providers = new ArrayList<String>();
        for (var provider : named(resources, "AWS::ECS::CapacityProvider")) {
            if (holdings.occupancy().releaseProvider(provider)) {
                providers.add(provider);
            }
        }
        var hosts = named(resources, "AWS::AutoScaling::AutoScalingGroup").stream()
                .mapToInt(group -> holdings.occupancy().releaseHosts(group))
                .sum();
        var until = pace.now().plus(PATIENCE);
        var insistence = new Insistence(pace);
        while (providers.stream().anyMatch(holdings.occupancy()::isChanging)
                && pace.now().isBefore(until)) {
            insistence.pause(LOOK);
        }
        listener.accept(new Step.Released(hosts, !providers.isEmpty()));
    }
}
