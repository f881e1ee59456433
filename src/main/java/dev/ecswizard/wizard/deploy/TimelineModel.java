package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.Aim;
import dev.ecswizard.deploy.HostsSeen;
import dev.ecswizard.deploy.Pace;
import dev.ecswizard.deploy.Progress;
import dev.ecswizard.deploy.Proposal;
import dev.ecswizard.deploy.TemplateResource;
import dev.ecswizard.deploy.Timeline;
import dev.ecswizard.deploy.TimelineReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/// What each resource and each host of the stack that is shown does, in the order in which they began; those that have
/// yet to begin come last.
public final class TimelineModel {
    private final Pace pace;
    private final ObservableValue<State> state;
    private final ObservableValue<Finish> finish;
    private final ObservableValue<Optional<HostsSeen>> hosts;
    private final Rows<Line> lines = new Rows<>();
    private final Map<String, Line> known = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Axis> axis = new ReadOnlyObjectWrapper<>(Axis.holding(Duration.ZERO));
    private final ReadOnlyObjectWrapper<Instant> until = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private final ReadOnlyBooleanWrapper isMoving = new ReadOnlyBooleanWrapper();
    private TimelineReader reader = new TimelineReader();
    private Optional<Proposal.Ready> carriedOut = Optional.empty();
    private Instant start = Instant.EPOCH;
    /// When the newest event was, and when it was heard of: clocks may differ.
    private Instant newest = Instant.EPOCH;

    private Instant heard = Instant.EPOCH;

    /// A resource or a host. It stays the same while what is known of it grows.
    public static final class Line {
        private final ReadOnlyObjectWrapper<Timeline.Bar> bar;

        private Line(Timeline.Bar bar) {
            this.bar = new ReadOnlyObjectWrapper<>(bar);
        }

        public ReadOnlyObjectProperty<Timeline.Bar> bar() {
            return bar.getReadOnlyProperty();
        }
    }

    TimelineModel(
            Pace pace,
            ObservableValue<State> state,
            ObservableValue<Finish> finish,
            ObservableValue<Optional<HostsSeen>> hosts) {
        this.pace = pace;
        this.state = state;
        this.finish = finish;
        this.hosts = hosts;
        state.subscribe(this::follow);
        hosts.subscribe(_ -> draw());
        finish.subscribe(_ -> move());
    }

    /// The bars from above to below. Not to be changed; changes only where lines come, go or change places.
    public ObservableList<Line> lines() {
        return lines;
    }

    public ReadOnlyObjectProperty<Axis> axis() {
        return axis.getReadOnlyProperty();
    }

    /// Whether bars grow with time, so that [#tick] is to be called every second while they are looked at.
    public ReadOnlyBooleanProperty isMoving() {
        return isMoving.getReadOnlyProperty();
    }

    /// Lets bars that go on reach to the present.
    public void tick() {
        if (isMoving.get()) {
            var now = pace.now();
            var since = newest.plus(Duration.between(heard, now));
            until.set(latest(until.get(), latest(since, now)));
        }
        axis.set(Axis.holding(lines.isEmpty() ? Duration.ZERO : since(end())));
    }

    /// How long after the beginning a time is.
    Duration since(Instant time) {
        return Duration.between(start, time);
    }

    /// Up to where bars that go on are drawn.
    ReadOnlyObjectProperty<Instant> until() {
        return until.getReadOnlyProperty();
    }

    /// How long it has been at work, or was; nothing where it has yet to begin.
    Optional<Duration> took(Timeline.Bar bar) {
        return bar.begun().map(from -> Duration.between(from, bar.until(until.get())));
    }

    private Instant end() {
        return lines.stream()
                .map(line -> line.bar.get().until(until.get()))
                .max(Instant::compareTo)
                .orElse(until.get());
    }

    private void follow(State now) {
        if (now instanceof State.Executing(var _, var proposal, var _)) {
            carriedOut = Optional.of(proposal);
        }
        move();
        draw();
    }

    private void move() {
        isMoving.set(state.getValue().shown().isPresent() && state.getValue().isUnderWay()
                || switch (finish.getValue()) {
                    case Finish.Waiting _, Finish.Proving _, Finish.Releasing _ -> true;
                    case Finish.None _, Finish.Crossed _, Finish.Stopped _, Finish.Proved _, Finish.Unproved _ -> false;
                });
    }

    private void draw() {
        var events = state.getValue().seen().map(Progress::events).orElse(List.of());
        if (events.isEmpty()) {
            known.clear();
            reader = new TimelineReader();
            lines.become(List.of());
            until.set(Instant.EPOCH);
            newest = Instant.EPOCH;
            tick();
            return;
        }
        var stack = reader.read(events, expected());
        var all = hosts.getValue().map(stack::with).orElse(stack);
        if (!all.start().equals(start)) {
            start = all.start();
            until.set(start);
            newest = start;
        }
        var last = events.getLast().time();
        if (last.isAfter(newest)) {
            newest = last;
            heard = pace.now();
            until.set(latest(until.get(), last));
        }
        var before = Map.copyOf(known);
        known.clear();
        for (var bar : all.bars()) {
            var line = before.getOrDefault(bar.logicalId(), new Line(bar));
            line.bar.set(bar);
            known.put(bar.logicalId(), line);
        }
        lines.become(List.copyOf(known.values()));
        tick();
    }

    /// What has to come: all that the change set touches, or that a new stack's template declares.
    private List<TemplateResource> expected() {
        return state.getValue()
                .shown()
                .filter(run -> run.aim() != Aim.DELETION)
                .map(this::expected)
                .orElse(List.of());
    }

    private List<TemplateResource> expected(Run run) {
        return carriedOut
                .filter(proposal -> proposal.proposed().stackId().equals(run.stackId()))
                .map(proposal -> proposal.changes().stream()
                        .map(change -> new TemplateResource(change.logicalId(), change.type()))
                        .toList())
                .or(() -> run.offer().filter(offer -> offer.known().isEmpty()).map(Offer::resources))
                .orElse(List.of());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
