package dev.ecswizard.cloud;

import java.util.List;
import java.util.Optional;

/// The hosts of one region: the groups that keep them, what these did about them, what ECS knows of them, and what they
/// say themselves.
public interface Hosts {
    /// The same for whoever asks again in a moment anyway: what is not answered soon is given up as unreachable.
    default Hosts watched() {
        return this;
    }

    /// The Auto Scaling group of that name; nothing if there is none (`autoscaling:DescribeAutoScalingGroups`).
    Optional<HostGroup> group(String name);

    /// One page of what a group did, newest first; a deleted group's too (`autoscaling:DescribeScalingActivities`).
    ///
    /// @param page empty for the newest page, else what the page before gave as its `next`
    ActivityPage activities(String group, Optional<String> page);

    /// The hosts that have registered in a cluster, whatever became of their agents; none if there is no such cluster
    /// (`ecs:ListContainerInstances`, `ecs:DescribeContainerInstances`).
    List<ContainerInstance> registered(String cluster);

    /// Has a group want that many hosts from now on, within its own bounds (`autoscaling:SetDesiredCapacity`).
    void want(String group, int hosts);

    /// Ends a host, whether it is protected from scale-in or not, and has its group want one less
    /// (`autoscaling:TerminateInstanceInAutoScalingGroup`).
    void release(String instanceId);

    /// What a host wrote to its console, as far as EC2 has kept it: 64 KiB at most, and of a terminated host for an
    /// hour or so; empty while there is nothing (`ec2:GetConsoleOutput`).
    String console(String instanceId);

    /// @param next the older page's key, if there is one
    record ActivityPage(List<ScalingActivity> activities, Optional<String> next) {
        public ActivityPage {
            activities = List.copyOf(activities);
        }
    }
}
