package dev.ecswizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads timelines off a log that grows. What is old is read once, and kept; the newest events, among which late
/// ones may appear, are read at each look.
///
/// ```
/// look before   [ old ........................ ][ new ]
/// this look     [ old .......................... ][ new ]
///                                              └─┘ read for good
/// ```
public final class TimelineReader {
    /// How many of the newest events are read anew at each look. A late event below them costs one whole reading.
    static final int NEW = 256;

    private static final Set<String> BEGINNINGS =
            Set.of("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "IMPORT_IN_PROGRESS", "DELETE_IN_PROGRESS");

    private EventLog log = EventLog.empty();
    private List<TemplateResource> expected = List.of();
    private Timeline last = new Operation().timeline(List.of());
    private Operation old = new Operation();
    private int oldEvents;
    private long taken;

    /// Reads it off a stack's events.
    ///
    /// @param events oldest first
    /// @param coming resources that are going to come; each without an event still waits
    public Timeline read(List<StackEvent> events, Collection<TemplateResource> coming) {
        var next = EventLog.of(events);
        var wanted = List.copyOf(coming);
        if (next == log && wanted.equals(expected)) {
            return last;
        }
        if (next.sharedWith(log) < oldEvents) {
            old = new Operation();
            oldEvents = 0;
        }
        log = next;
        expected = wanted;
        for (; oldEvents < log.size() - NEW; oldEvents++) {
            take(old, oldEvents);
        }
        var whole = old.toGoOn();
        for (var i = oldEvents; i < log.size(); i++) {
            take(whole, i);
        }
        last = whole.timeline(expected);
        return last;
    }

    /// How many events were read in all, those that were read again included.
    long taken() {
        return taken;
    }

    private void take(Operation operation, int index) {
        operation.take(log.get(index));
        taken++;
    }

    /// The last operation of the stack, as far as it was read.
    private static final class Operation {
        private final Map<String, TimelineTrack> tracks;
        /// Those that are nobody else's.
        private final Set<TimelineTrack> own = new HashSet<>();

        private final boolean sharesTracks;
        private Optional<Instant> start = Optional.empty();
        private Optional<StackEvent> ofStack = Optional.empty();

        Operation() {
            this(Map.of(), false);
        }

        private Operation(Map<String, TimelineTrack> tracks, boolean sharesTracks) {
            this.tracks = new LinkedHashMap<>(tracks);
            this.sharesTracks = sharesTracks;
        }

        /// The same, to be read on without a change to this one.
        Operation toGoOn() {
            var copy = new Operation(tracks, true);
            copy.start = start;
            copy.ofStack = ofStack;
            return copy;
        }

        void take(StackEvent event) {
            if (event.isOfStack()) {
                // a deletion that comes while a creation is under way belongs to it
                var goesOn = ofStack.filter(before -> !before.status().isEnd()).isPresent();
                if (BEGINNINGS.contains(event.status().name()) && !goesOn) {
                    tracks.clear();
                    start = Optional.of(event.time());
                }
                ofStack = Optional.of(event);
            }
            var begun = start.orElse(event.time());
            start = Optional.of(begun);
            if (!event.isOfStack()) {
                track(event, begun).add(event);
            }
        }

        private TimelineTrack track(StackEvent event, Instant begun) {
            var track = tracks.get(event.logicalId());
            if (track == null) {
                track = new TimelineTrack(event.logicalId(), event.type(), begun);
            } else if (sharesTracks && !own.contains(track)) {
                track = track.copy();
            } else {
                return track;
            }
            own.add(track);
            tracks.put(event.logicalId(), track);
            return track;
        }

        Timeline timeline(List<TemplateResource> expected) {
            if (start.isEmpty()) {
                return new Timeline(Instant.EPOCH, Optional.of(Instant.EPOCH), List.of());
            }
            var end = ofStack.filter(event -> event.status().isEnd()).map(StackEvent::time);
            var all = new LinkedHashMap<>(tracks);
            // on the way back nothing comes any more that has not begun
            if (end.isEmpty() && !isGoingBack()) {
                expected.forEach(each ->
                        all.computeIfAbsent(each.logicalId(), id -> new TimelineTrack(id, each.type(), start.get())));
            }
            return new Timeline(
                    start.get(),
                    end,
                    all.values().stream().map(track -> track.bar(end)).toList());
        }

        private boolean isGoingBack() {
            return ofStack.map(StackEvent::status)
                    .filter(StackStatus::isRollback)
                    .isPresent();
        }
    }
}
