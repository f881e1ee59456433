package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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
    private final Rows<StackEvent> shown = new Rows<>();
    private List<StackEvent> all = List.of();

    /// @param zone in which times are shown
    LogModel(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        filter.subscribe((before, now) -> shown.become(asked().of(isNarrower(before, now) ? shown : all)));
        failuresOnly.subscribe(_ -> shown.become(asked().of(all)));
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

    void set(List<StackEvent> events) {
        var known = all.size();
        var grows = events.size() >= known && events.subList(0, known).equals(all);
        all = List.copyOf(events);
        if (grows && shown.size() < known) {
            var more = new ArrayList<StackEvent>(shown);
            more.addAll(asked().of(all.subList(known, all.size())));
            shown.become(more);
        } else {
            shown.become(asked().of(all));
        }
    }

    /// Whether typing goes on, so that nothing can pass that did not before; save times, which are sought by words with
    /// a colon only.
    private static boolean isNarrower(String before, String now) {
        return now.startsWith(before) && !now.contains(":");
    }

    private EventFilter asked() {
        return new EventFilter(filter.get(), failuresOnly.get(), this::time);
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
