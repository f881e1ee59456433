package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.deploy.EventLog;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/// A stack's events, oldest first, and which of them are shown. Changed by batch, never row by row.
public final class LogModel {
    private final DateTimeFormatter clock;
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty failuresOnly = new SimpleBooleanProperty();
    private EventLog all = EventLog.of(List.of());
    private EventFilter asked;
    private Passing passing = Passing.all(all);
    private final Rows<StackEvent> shown = new Rows<>(Passing.SAMENESS);

    /// @param zone in which times are shown
    LogModel(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        asked = wanted();
        filter.subscribe((before, now) -> ask(isNarrower(before, now)));
        failuresOnly.subscribe(_ -> ask(false));
    }

    /// Words of which each event shown has all, in whatever column.
    public StringProperty filter() {
        return filter;
    }

    public BooleanProperty failuresOnly() {
        return failuresOnly;
    }

    /// What passes the filter. Not to be changed.
    public ObservableList<StackEvent> shown() {
        return shown;
    }

    /// How many events there are, shown or not.
    public int size() {
        return all.size();
    }

    public String time(StackEvent event) {
        return clock.format(event.time());
    }

    /// The events as lines of tab-separated columns, the reason last.
    public String text(Collection<StackEvent> events) {
        return events.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    /// @param events oldest first
    void set(List<StackEvent> events) {
        all = EventLog.of(events);
        if (all.isEmpty()) {
            // so that nothing is kept of what is gone
            asked = wanted();
        }
        show(asked.of(all, passing));
    }

    private void ask(boolean isNarrower) {
        asked = wanted();
        show(isNarrower ? asked.of(passing) : asked.of(all));
    }

    private void show(Passing events) {
        passing = events;
        shown.become(events);
    }

    private EventFilter wanted() {
        return new EventFilter(filter.get(), failuresOnly.get(), second -> clock.format(Instant.ofEpochSecond(second)));
    }

    /// Whether typing goes on, so that nothing can pass that did not before; save times, which are sought by words with
    /// a colon only.
    private static boolean isNarrower(String before, String now) {
        return now.startsWith(before) && !now.contains(":");
    }

    private String line(StackEvent event) {
        return String.join(
                "\t",
                time(event),
                event.logicalId(),
                event.type(),
                event.status().name(),
                event.reason().replaceAll("\\s+", " "));
    }
}
