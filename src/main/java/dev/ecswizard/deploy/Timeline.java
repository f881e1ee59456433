package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    public Timeline {
        bars = List.copyOf(bars);
    }

    /// Reads it off a stack's events.
    ///
    /// @param events oldest first
    /// @param expected resources that are going to come; each without an event still waits
    public static Timeline of(List<StackEvent> events, Collection<TemplateResource> expected) {
        return new TimelineReader().read(events, expected);
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
}
