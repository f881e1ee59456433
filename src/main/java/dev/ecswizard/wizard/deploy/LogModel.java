package dev.ecswizard.wizard.deploy;

import dev.ecswizard.cloud.StackEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A stack's events, oldest first, and which of them are shown. Changed by batch, never row by row.
public final class LogModel {
    private final DateTimeFormatter clock;
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty failuresOnly = new SimpleBooleanProperty();
    private final ObservableList<StackEvent> shown = FXCollections.observableArrayList();
    private final ObservableList<StackEvent> view = FXCollections.unmodifiableObservableList(shown);
    private List<StackEvent> all = List.of();

    /// @param zone in which times are shown
    LogModel(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        filter.subscribe(_ -> shown.setAll(passing(all)));
        failuresOnly.subscribe(_ -> shown.setAll(passing(all)));
    }

    /// Words of which each event shown has all, in whatever column.
    public StringProperty filter() {
        return filter;
    }

    public BooleanProperty failuresOnly() {
        return failuresOnly;
    }

    /// What passes the filter.
    public ObservableList<StackEvent> shown() {
        return view;
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
        return events.stream()
                .map(event -> String.join("\t", columns(event).toList()))
                .collect(Collectors.joining("\n"));
    }

    void set(List<StackEvent> events) {
        var known = all.size();
        var grows = events.size() >= known && events.subList(0, known).equals(all);
        all = List.copyOf(events);
        if (!grows) {
            shown.setAll(passing(all));
        } else if (events.size() > known) {
            shown.addAll(passing(all.subList(known, all.size())));
        }
    }

    private Stream<String> columns(StackEvent event) {
        return Stream.of(
                time(event),
                event.logicalId(),
                event.type(),
                event.status().name(),
                event.reason().replaceAll("\\s+", " "));
    }

    private List<StackEvent> passing(List<StackEvent> events) {
        var words = Stream.of(filter.get().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Predicate<StackEvent> passes = event -> {
            var line = columns(event).collect(Collectors.joining("\t")).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(line::contains);
        };
        return events.stream()
                .filter(event -> !failuresOnly.get() || event.status().isFailure())
                .filter(passes)
                .toList();
    }
}
