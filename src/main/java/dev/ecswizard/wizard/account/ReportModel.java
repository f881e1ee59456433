package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.ui.Background;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of a report, newest first, and which of them are shown. Changed by batch, never row by row.
public final class ReportModel {
    private final Background background;
    private final Action.Report report;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<Action.Row> shown = FXCollections.observableArrayList();
    private final ObservableList<Action.Row> view = FXCollections.unmodifiableObservableList(shown);
    private List<Action.Row> all = List.of();
    private boolean asking;
    private Background.Handle running = () -> {};

    ReportModel(Background background, Action.Report report) {
        this.background = background;
        this.report = report;
        filter.subscribe(_ -> shown.setAll(passing(all)));
    }

    public Action.Report report() {
        return report;
    }

    /// Words of which each row shown has all, in whatever column.
    public StringProperty filter() {
        return filter;
    }

    public ObservableList<Action.Row> shown() {
        return view;
    }

    /// How many rows there are, shown or not.
    public int size() {
        return all.size();
    }

    /// Asks for the rows of now, unless they are being asked for.
    public void refresh() {
        if (asking) {
            return;
        }
        asking = true;
        running = background.start(() -> report.rows().get(), this::set, problem -> {
            asking = false;
            throw new IllegalStateException(problem);
        });
    }

    /// Asks no more until the next time.
    public void stop() {
        running.stop();
        asking = false;
    }

    /// Rows as lines of tab-separated columns, below the columns' titles.
    public String text(Collection<Action.Row> rows) {
        var titles = report.columns().stream().map(Action.Column::title).collect(Collectors.joining("\t"));
        return Stream.concat(Stream.of(titles), rows.stream().map(ReportModel::line))
                .collect(Collectors.joining("\n"));
    }

    private void set(List<Action.Row> rows) {
        asking = false;
        var known = all.isEmpty() ? -1 : rows.indexOf(all.getFirst());
        all = List.copyOf(rows);
        if (known < 0) {
            shown.setAll(passing(all));
            return;
        }
        if (known > 0) {
            // what is selected stays selected, since the rows that are known stay
            shown.addAll(0, passing(all.subList(0, known)));
        }
        var kept = passing(all).size();
        if (kept < shown.size()) {
            shown.remove(kept, shown.size());
        }
    }

    private static String line(Action.Row row) {
        return row.cells().stream().map(cell -> cell.replaceAll("\\s+", " ")).collect(Collectors.joining("\t"));
    }

    private List<Action.Row> passing(List<Action.Row> rows) {
        var words = Stream.of(filter.get().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty()
                ? rows
                : rows.stream()
                        .filter(row -> {
                            var line = line(row).toLowerCase(Locale.ROOT);
                            return words.stream().allMatch(line::contains);
                        })
                        .toList();
    }
}
