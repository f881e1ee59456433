package dev.ecswizard.deploy;

import dev.ecswizard.cloud.ContainerInstance;
import dev.ecswizard.cloud.ScalingActivity;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Timeline.Bar;
import dev.ecswizard.deploy.Timeline.Kind;
import dev.ecswizard.deploy.Timeline.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What each host did, as bars of a timeline: it is launched, runs until the cluster knows it, and may be taken away.
///
/// ```
/// i-0123   ├─ launched ──┼─ waits for its agent ──┤               ├─ taken away ─┤
/// ```
final class HostBars {
    private HostBars() {}

    /// Those that something was done about since then, in that order.
    static List<Bar> of(HostsSeen seen, Instant since) {
        var joined = new LinkedHashMap<String, ContainerInstance>();
        seen.joined().forEach(each -> joined.put(each.instanceId(), each));
        var tracks = new LinkedHashMap<String, Track>();
        seen.activities().stream()
                .filter(activity -> !activity.start().isBefore(since))
                .forEach(
                        activity -> tracks.computeIfAbsent(activity.instanceId().orElse(activity.group()), Track::new)
                                .add(activity));
        return tracks.values().stream()
                .map(track -> track.bar(Optional.ofNullable(joined.get(track.id))))
                .toList();
    }

    /// A host while its activities are read.
    private static final class Track {
        private final String id;
        private final List<Span> spans = new ArrayList<>();
        private StackStatus status = new StackStatus("LAUNCH_IN_PROGRESS");
        private Optional<Instant> runs = Optional.empty();
        private boolean hasFailed;

        Track(String id) {
            this.id = id;
        }

        void add(ScalingActivity activity) {
            hasFailed |= activity.isFailure();
            status = HostRows.status(activity);
            var end = activity.end().or(() -> activity.isFailure() ? Optional.of(activity.start()) : Optional.empty());
            spans.add(new Span(activity.isTermination() ? Kind.LEAVING : Kind.WORKING, activity.start(), end));
            runs = activity.isLaunch()
                            && activity.isSuccess()
                            && activity.instanceId().isPresent()
                    ? activity.end()
                    : Optional.empty();
        }

        Bar bar(Optional<ContainerInstance> host) {
            runs.ifPresent(since -> {
                var registered = host.flatMap(ContainerInstance::registered);
                if (host.isEmpty() || registered.filter(since::isBefore).isPresent()) {
                    spans.add(new Span(Kind.JOINING, since, registered));
                }
            });
            return new Bar(
                    id,
                    HostRows.INSTANCE,
                    spans,
                    hasFailed,
                    Optional.of(host.isPresent() && runs.isPresent() ? HostRows.JOINED : status));
        }
    }
}
