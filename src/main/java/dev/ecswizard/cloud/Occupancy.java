package dev.ecswizard.cloud;

import java.util.List;

/// What runs on the hosts of a region's clusters and what keeps them from going, as ECS and Auto Scaling know it. A
/// cluster, group or capacity provider that is not there has nothing to tell and nothing to let go.
public interface Occupancy {
    /// How many tasks run in a cluster or are about to (`ecs:DescribeClusters`).
    int tasks(String cluster);

    /// The ARNs of the hosts of a cluster that take tasks (`ecs:ListContainerInstances`, ACTIVE).
    List<String> placeable(String cluster);

    /// Places no more tasks on hosts (`ecs:UpdateContainerInstancesState`, DRAINING).
    void drain(String cluster, List<String> hosts);

    /// Places tasks again on hosts that were drained (`ecs:UpdateContainerInstancesState`, ACTIVE).
    void resume(String cluster, List<String> hosts);

    /// Has every task of a cluster end, which takes each up to half a minute (`ecs:ListTasks`, `ecs:StopTask`): those
    /// of no service do not end because their host drains (ECS developer guide, "Draining Amazon ECS container
    /// instances").
    ///
    /// @return how many there were
    int stopTasks(String cluster);

    /// Has a capacity provider no longer keep hosts with tasks (`ecs:UpdateCapacityProvider`,
    /// `managedTerminationProtection`).
    ///
    /// @return whether it did before
    boolean releaseProvider(String name);

    /// Whether a change of a capacity provider is still under way; until then it can not be deleted
    /// (`ecs:DescribeCapacityProviders`, `updateStatus`).
    boolean isChanging(String provider);

    /// Lets a group end every one of its hosts, and those that it may still launch
    /// (`autoscaling:SetInstanceProtection`,
    /// `autoscaling:UpdateAutoScalingGroup`).
    ///
    /// @return how many were protected from scale-in
    int releaseHosts(String group);
}
