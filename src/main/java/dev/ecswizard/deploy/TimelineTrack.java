package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.Timeline.Bar;
import dev.ecswizard.deploy.Timeline.Kind;
import dev.ecswizard.deploy.Timeline.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A resource while its events are read.
final class TimelineTrack {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    private final String logicalId;
    private final String type;
    private final List<Span> done;
    private Kind kind = Kind.OTHERS;
    private Optional<Instant> from;
    private boolean hasFailed;
    private Optional<StackStatus> status = Optional.empty();
    /// As it was drawn last, until an event changes it.
    private Optional<Drawn> drawn = Optional.empty();

    private record Drawn(Optional<Instant> end, Bar bar) {}

    /// @param start since when it waits for others
    TimelineTrack(String logicalId, String type, Instant start) {
        this(logicalId, type, Optional.of(start), List.of());
    }

    private TimelineTrack(String logicalId, String type, Optional<Instant> from, List<Span> done) {
        this.logicalId = logicalId;
        this.type = type;
        this.from = from;
        this.done = new ArrayList<>(done);
    }

    TimelineTrack copy() {
        var copy = new TimelineTrack(logicalId, type, from, done);
        copy.kind = kind;
        copy.hasFailed = hasFailed;
        copy.status = status;
        return copy;
    }

    void add(StackEvent event) {
        drawn = Optional.empty();
        status = Optional.of(event.status());
        hasFailed |= event.status().isFailure();
        if (!event.status().isInProgress()) {
            // what took no time was done all the same
            from.filter(event.time()::equals)
                    .filter(_ -> kind == Kind.WORKING)
                    .ifPresent(at -> done.add(new Span(kind, at, Optional.of(at))));
            closed(event.time()).ifPresent(done::add);
            from = Optional.empty();
            return;
        }
        var next = kind(event);
        if (from.isEmpty() || next != kind) {
            closed(event.time()).ifPresent(done::add);
            kind = next;
            from = Optional.of(event.time());
        }
    }

    private Kind kind(StackEvent event) {
        var reason = event.reason();
        var name = event.status().name();
        if (name.startsWith("DELETE") || event.status().isRollback()) {
            return Kind.LEAVING;
        }
        if (reason.contains("resource signal")
                || reason.startsWith("Received SUCCESS signal")
                || reason.startsWith("Terminating instance(s)")
                || type.equals(GROUP) && reason.equals("Resource creation Initiated")) {
            return Kind.HOSTS;
        }
        return reason.startsWith("Eventual consistency check") ? Kind.SETTLING : Kind.WORKING;
    }

    private Optional<Span> closed(Instant at) {
        return from.filter(at::isAfter).map(begun -> new Span(kind, begun, Optional.of(at)));
    }

    /// @param end of the operation, with which everything ends
    Bar bar(Optional<Instant> end) {
        if (drawn.filter(known -> known.end.equals(end)).isEmpty()) {
            var spans = new ArrayList<>(done);
            end.map(this::closed)
                    .orElseGet(() -> from.map(begun -> new Span(kind, begun, Optional.empty())))
                    .ifPresent(spans::add);
            drawn = Optional.of(new Drawn(end, new Bar(logicalId, type, spans, hasFailed, status)));
        }
        return drawn.orElseThrow().bar;
    }
}
