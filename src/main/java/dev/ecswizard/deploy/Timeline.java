package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What each resource did, and waited for, since the stack's last operation began; in the order in which they began.
///
/// ```
/// stack    CREATE_IN_PROGRESS                                                     CREATE_COMPLETE
/// Role     ├─ working ──────────┤
/// Group    ├─ waits for others ─┼─ working ─┼─ waits for hosts ──────────────────┤
/// ```
///
/// @param end when the operation ended; nothing while it goes on
public record Timeline(Instant start, Optional<Instant> end, List<Bar> bars) {
    /// What a resource is at.
    public enum Kind {
        /// It waits for other resources to be ready.
        OTHERS,
        WORKING,
        /// It waits until hosts have come up and told so, or have gone.
        HOSTS,
        /// It is there, and waits until all of AWS knows.
        SETTLING,
        /// A host that runs, and that the cluster does not know yet.
        JOINING,
        /// It is taken away, or back to what it was.
        LEAVING;

        public boolean isWaiting() {
            return this == OTHERS || this == HOSTS || this == SETTLING || this == JOINING;
        }
    }

    /// @param to nothing while it goes on
    public record Span(Kind kind, Instant from, Optional<Instant> to) {}

    /// One resource.
    ///
    /// @param hasFailed whether an event said so; `spans` may go on after it
    /// @param status the newest; nothing where it has yet to begin
    public record Bar(
            String logicalId, String type, List<Span> spans, boolean hasFailed, Optional<StackStatus> status) {
        public Bar {
            spans = List.copyOf(spans);
        }

        /// What it is at now, unless it is done.
        public Optional<Kind> now() {
            return spans.isEmpty() || spans.getLast().to().isPresent()
                    ? Optional.empty()
                    : Optional.of(spans.getLast().kind());
        }

        /// When something was first done about it.
        public Optional<Instant> begun() {
            return spans.stream()
                    .filter(span -> span.kind() != Kind.OTHERS)
                    .findFirst()
                    .map(Span::from);
        }

        /// When it was done with, or the time given while it is not.
        public Instant until(Instant now) {
            return spans.isEmpty() ? now : spans.getLast().to().orElse(now);
        }
    }

    private static final Set<String> BEGINNINGS =
            Set.of("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "IMPORT_IN_PROGRESS", "DELETE_IN_PROGRESS");
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    public Timeline {
        bars = List.copyOf(bars);
    }

    /// Reads it off a stack's events.
    ///
    /// @param events oldest first
    /// @param expected resources that are going to come; each without an event still waits
    public static Timeline of(List<StackEvent> events, Collection<TemplateResource> expected) {
        var since = sinceBeginning(events);
        if (since.isEmpty()) {
            return new Timeline(Instant.EPOCH, Optional.of(Instant.EPOCH), List.of());
        }
        var start = since.getFirst().time();
        var end = end(since);
        var tracks = new LinkedHashMap<String, Track>();
        for (var event : since) {
            if (!event.isOfStack()) {
                tracks.computeIfAbsent(event.logicalId(), id -> new Track(id, event.type(), start))
                        .add(event);
            }
        }
        if (end.isEmpty()) {
            expected.forEach(each -> tracks.computeIfAbsent(each.logicalId(), id -> new Track(id, each.type(), start)));
        }
        return new Timeline(
                start,
                end,
                tracks.values().stream().map(track -> track.bar(end)).toList());
    }

    /// The same with a bar for each host, among those that have begun before it.
    public Timeline with(HostsSeen hosts) {
        var all = new ArrayList<>(bars);
        for (var host : HostBars.of(hosts, start)) {
            var from = host.begun().orElse(start);
            var place = all.size();
            while (place > 0 && isToComeAfter(all.get(place - 1), from)) {
                place--;
            }
            all.add(place, host);
        }
        return new Timeline(start, end, all);
    }

    private static boolean isToComeAfter(Bar bar, Instant time) {
        return bar.status().isEmpty() || bar.begun().filter(time::isBefore).isPresent();
    }

    /// A deletion that comes while a creation is under way belongs to it.
    private static List<StackEvent> sinceBeginning(List<StackEvent> events) {
        for (var i = events.size() - 1; i >= 0; i--) {
            var event = events.get(i);
            if (event.isOfStack() && BEGINNINGS.contains(event.status().name()) && !goesOn(events.subList(0, i))) {
                return events.subList(i, events.size());
            }
        }
        return events;
    }

    private static boolean goesOn(List<StackEvent> before) {
        return before.reversed().stream()
                .filter(StackEvent::isOfStack)
                .findFirst()
                .filter(event -> !event.status().isEnd())
                .isPresent();
    }

    private static Optional<Instant> end(List<StackEvent> since) {
        return since.reversed().stream()
                .filter(StackEvent::isOfStack)
                .findFirst()
                .filter(event -> event.status().isEnd())
                .map(StackEvent::time);
    }

    /// A resource while its events are read.
    private static final class Track {
        private final String logicalId;
        private final String type;
        private final List<Span> done = new ArrayList<>();
        private Kind kind = Kind.OTHERS;
        private Optional<Instant> from;
        private boolean hasFailed;
        private Optional<StackStatus> status = Optional.empty();

        Track(String logicalId, String type, Instant start) {
            this.logicalId = logicalId;
            this.type = type;
            this.from = Optional.of(start);
        }

        void add(StackEvent event) {
            status = Optional.of(event.status());
            hasFailed |= event.status().isFailure();
            if (!event.status().isInProgress()) {
                // what took no time was done all the same
                from.filter(event.time()::equals)
                        .filter(_ -> kind == Kind.WORKING)
                        .ifPresent(at -> done.add(new Span(kind, at, Optional.of(at))));
                close(event.time());
                return;
            }
            var next = kind(event);
            if (from.isEmpty() || next != kind) {
                close(event.time());
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

        private void close(Instant at) {
            from.filter(at::isAfter).ifPresent(begun -> done.add(new Span(kind, begun, Optional.of(at))));
            from = Optional.empty();
        }

        Bar bar(Optional<Instant> end) {
            end.ifPresent(this::close);
            var spans = new ArrayList<>(done);
            from.ifPresent(begun -> spans.add(new Span(kind, begun, Optional.empty())));
            return new Bar(logicalId, type, spans, hasFailed, status);
        }
    }
}
