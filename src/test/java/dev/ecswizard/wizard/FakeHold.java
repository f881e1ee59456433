package dev.ecswizard.wizard;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.DeletionExtent;
import dev.ecswizard.cloud.Occupancy;
import dev.ecswizard.cloud.StandingStack;
import dev.ecswizard.cloud.StandingStacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What holds the one stack of a test, and a record of how it was let go.
public final class FakeHold implements StandingStacks, Occupancy {
    private final FakeStacks stacks;
    public boolean isProtected;
    /// What is looked at before an update is stopped, or the protection changed.
    public Runnable before = () -> {};

    public int tasks;
    /// Whether tasks end when they are told to.
    public boolean tasksObey = true;

    public List<String> hosts = List.of();
    public final List<DeletionExtent> extents = new ArrayList<>();
    public final List<String> skipped = new ArrayList<>();
    public final List<StandingStack> listed = new ArrayList<>();

    FakeHold(FakeStacks stacks) {
        this.stacks = stacks;
    }

    @Override
    public List<StandingStack> list() {
        return stacks.answer("list", List.copyOf(listed));
    }

    @Override
    public Optional<StandingStack> find(String nameOrId) {
        return stacks.stack().map(stack -> new StandingStack(stack, "", isProtected));
    }

    @Override
    public void continueRollback(String stackId, List<String> left, String requestToken) {
        skipped.addAll(left);
        stacks.answer("continueRollback", stackId);
    }

    @Override
    public void rollBack(String stackId, String requestToken) {
        stacks.answer("rollBack", stackId);
    }

    @Override
    public void cancelUpdate(String stackId, String requestToken) {
        before.run();
        stacks.answer("cancelUpdate", stackId);
    }

    @Override
    public void delete(String stackId, DeletionExtent extent, String requestToken) {
        if (isProtected) {
            throw new CloudProblem(
                    CloudProblem.Kind.REFUSED,
                    "cloudformation:DeleteStack",
                    "ValidationError",
                    "Stack [web] cannot be deleted while TerminationProtection is enabled",
                    "",
                    null);
        }
        extents.add(extent);
        stacks.delete(stackId, requestToken);
    }

    @Override
    public void protect(String stackId, boolean now) {
        before.run();
        isProtected = stacks.answer("protect", now);
    }

    @Override
    public int tasks(String cluster) {
        return tasks;
    }

    @Override
    public List<String> placeable(String cluster) {
        return stacks.answer("placeable", hosts);
    }

    @Override
    public void drain(String cluster, List<String> drained) {
        stacks.answer("drain", drained);
    }

    @Override
    public void resume(String cluster, List<String> drained) {
        stacks.answer("resume", drained);
    }

    @Override
    public int stopTasks(String cluster) {
        var told = stacks.answer("stopTasks", tasks);
        if (tasksObey) {
            tasks = 0;
        }
        return told;
    }

    @Override
    public boolean releaseProvider(String name) {
        return false;
    }

    @Override
    public boolean isChanging(String provider) {
        return false;
    }

    @Override
    public int releaseHosts(String group) {
        return stacks.answer("releaseHosts", 0);
    }
}
