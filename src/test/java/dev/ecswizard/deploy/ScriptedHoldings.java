package dev.ecswizard.deploy;

import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.Occupancy;
import dev.ecswizard.cloud.StandingStack;
import dev.ecswizard.cloud.StandingStacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What holds one scripted stack, in the same time and with the same record of calls.
final class ScriptedHoldings implements StandingStacks, Occupancy {
    final ScriptedStacks stacks = new ScriptedStacks();
    final Holdings holdings = new Holdings(stacks, this, this, new ScriptedHosts());
    final List<DeletionExtent> extents = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    boolean isProtected;
    int tasks;
    /// How many looks it takes until tasks that were stopped are gone.
    int looksToStop = 2;

    boolean isProviderProtecting;
    int looksToChange;
    int protectedHosts;
    List<String> hosts = new ArrayList<>();
    /// Told of the token by which a stack is to be mended.
    Consumer<String> onMending = _ -> {};

    @Override
    public List<StandingStack> list() {
        return find(ScriptedStacks.ID).stream().toList();
    }

    @Override
    public Optional<StandingStack> find(String nameOrId) {
        return stacks.find(nameOrId).map(stack -> new StandingStack(stack, "", isProtected));
    }

    @Override
    public void continueRollback(String stackId, List<String> left, String requestToken) {
        stacks.calls.add("continueRollback");
        skipped.addAll(left);
        onMending.accept(requestToken);
    }

    @Override
    public void rollBack(String stackId, String requestToken) {
        stacks.calls.add("rollBack");
        onMending.accept(requestToken);
    }

    @Override
    public void cancelUpdate(String stackId, String requestToken) {
        stacks.calls.add("cancelUpdate");
    }

    @Override
    public void delete(String stackId, DeletionExtent extent, String requestToken) {
        extents.add(extent);
        stacks.delete(stackId, requestToken);
    }

    @Override
    public void protect(String stackId, boolean now) {
        stacks.calls.add("protect");
        isProtected = now;
    }

    @Override
    public int tasks(String cluster) {
        stacks.calls.add("tasks");
        if (looksToStop-- <= 0) {
            tasks = 0;
        }
        return tasks;
    }

    @Override
    public List<String> placeable(String cluster) {
        return hosts;
    }

    @Override
    public void drain(String cluster, List<String> drained) {
        stacks.calls.add("drain");
    }

    @Override
    public void resume(String cluster, List<String> drained) {
        stacks.calls.add("resume " + String.join(",", drained));
    }

    @Override
    public int stopTasks(String cluster) {
        stacks.calls.add("stopTasks");
        return tasks;
    }

    @Override
    public boolean releaseProvider(String name) {
        stacks.calls.add("releaseProvider " + name);
        return isProviderProtecting;
    }

    @Override
    public boolean isChanging(String provider) {
        return looksToChange-- > 0;
    }

    @Override
    public int releaseHosts(String group) {
        stacks.calls.add("releaseHosts " + group);
        return protectedHosts;
    }
}
