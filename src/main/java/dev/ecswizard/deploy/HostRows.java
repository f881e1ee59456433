package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.ScalingActivity;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What happened to hosts, as rows of the log that stack events stand in. Their types are none of CloudFormation's, so
/// that they are told apart; their statuses have its form, so that they are judged like any other.
public final class HostRows {
    /// What stands where a stack event has its resource's type.
    public static final String ACTIVITY = "Scaling activity";
    /// The same of a host that has come to the cluster.
    public static final String INSTANCE = "Container instance";

    static final StackStatus JOINED = new StackStatus("JOIN_COMPLETE");

    private HostRows() {}

    /// A stack's events and what happened to its hosts, oldest first.
    ///
    /// @param events oldest first
    public static List<StackEvent> merge(List<StackEvent> events, Optional<HostsSeen> seen) {
        if (seen.isEmpty()) {
            return events;
        }
        var stackId = seen.get().target().stackId();
        var activities = seen.get().activities().stream().flatMap(activity -> rows(activity, stackId));
        var joined = seen.get().joined().stream().flatMap(instance -> row(instance, stackId).stream());
        return EventLog.of(events).beside(Stream.concat(activities, joined));
    }

    /// One for its beginning, and one for its end once it has ended.
    private static Stream<StackEvent> rows(ScalingActivity activity, String stackId) {
        var begun = row(activity, stackId, "begun", activity.start(), "IN_PROGRESS", activity.cause());
        if (activity.isFailure()) {
            var why = activity.message().isEmpty() ? activity.description() : activity.message();
            var end = activity.end().orElse(activity.start());
            return Stream.of(begun, row(activity, stackId, "ended", end, "FAILED", why));
        }
        return Stream.concat(
                Stream.of(begun),
                activity.end().stream()
                        .map(end -> row(activity, stackId, "ended", end, ending(activity), activity.message())));
    }

    /// How it stands, in the form that a resource's status has.
    static StackStatus status(ScalingActivity activity) {
        var how = activity.isFailure()
                ? "FAILED"
                : activity.end().map(_ -> ending(activity)).orElse("IN_PROGRESS");
        return new StackStatus(what(activity) + how);
    }

    private static String ending(ScalingActivity activity) {
        return activity.isSuccess() ? "COMPLETE" : activity.status().toUpperCase(Locale.ROOT);
    }

    private static String what(ScalingActivity activity) {
        return activity.isLaunch() ? "LAUNCH_" : activity.isTermination() ? "TERMINATE_" : "ACTIVITY_";
    }

    private static StackEvent row(
            ScalingActivity activity, String stackId, String part, Instant time, String how, String why) {
        return new StackEvent(
                activity.id() + "/" + part,
                time,
                stackId,
                activity.instanceId().orElse(activity.group()),
                activity.instanceId().orElse(""),
                ACTIVITY,
                new StackStatus(what(activity) + how),
                why);
    }

    private static Optional<StackEvent> row(ContainerInstance instance, String stackId) {
        return instance.registered()
                .map(time -> new StackEvent(
                        instance.instanceId() + "/joined",
                        time,
                        stackId,
                        instance.instanceId(),
                        instance.instanceId(),
                        INSTANCE,
                        JOINED,
                        ""));
    }
}
