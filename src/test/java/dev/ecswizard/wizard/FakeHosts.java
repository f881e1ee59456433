package dev.ecswizard.wizard;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.HostGroup;
import dev.ecswizard.cloud.Hosts;
import dev.ecswizard.cloud.ScalingActivity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hosts of one stack as a test writes them down; none at first.
public final class FakeHosts implements Hosts {
    public Optional<HostGroup> group = Optional.empty();
    public final List<ScalingActivity> activities = new ArrayList<>();
    public final List<ContainerInstance> registered = new ArrayList<>();
    public final Map<String, String> consoles = new HashMap<>();
    /// What changes were asked for, such as `want 1` and `release i-1`.
    public final List<String> changes = new ArrayList<>();
    /// After how many looks a watch is stopped; one that waits for the window would go on for ever where all runs
    /// in order. From then on watches are left alone.
    public int looks = Integer.MAX_VALUE;
    /// In how many looks nothing is seen for want of credentials that last.
    public int expired;

    /// After how many refusals for want of credentials whoever asks is stopped, too.
    public int refusals = Integer.MAX_VALUE;

    private boolean isExpired;
    /// What comes of a change.
    public Runnable onChange = () -> {};
    /// What every change ends in, if anything.
    public Optional<CloudProblem> problem = Optional.empty();

    @Override
    public Optional<HostGroup> group(String name) {
        mayLook();
        return group;
    }

    @Override
    public ActivityPage activities(String name, Optional<String> page) {
        if (looks-- == 0) {
            looks = Integer.MAX_VALUE;
            throw stopped();
        }
        isExpired = expired-- > 0;
        mayLook();
        return new ActivityPage(activities.reversed(), Optional.empty());
    }

    @Override
    public List<ContainerInstance> registered(String cluster) {
        mayLook();
        return List.copyOf(registered);
    }

    private void mayLook() {
        if (isExpired) {
            if (refusals-- == 0) {
                throw stopped();
            }
            throw new CloudProblem(CloudProblem.Kind.EXPIRED, "", "ExpiredToken", "Over.", "", null);
        }
    }

    private static CloudProblem stopped() {
        return new CloudProblem(CloudProblem.Kind.CANCELLED, "", "", "stopped", "", null);
    }

    @Override
    public void want(String name, int hosts) {
        change("want " + hosts);
        group = group.map(now -> new HostGroup(now.name(), hosts, now.members()));
    }

    @Override
    public void release(String instanceId) {
        change("release " + instanceId);
        group = group.map(now -> new HostGroup(now.name(), now.desired() - 1, List.of()));
    }

    private void change(String what) {
        changes.add(what);
        problem.ifPresent(thrown -> {
            throw thrown;
        });
        onChange.run();
    }

    @Override
    public String console(String instanceId) {
        return consoles.getOrDefault(instanceId, "");
    }
}
