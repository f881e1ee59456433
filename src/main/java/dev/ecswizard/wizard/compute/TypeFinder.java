package dev.ecswizard.wizard.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The instance types that fit what a person asks for, by a text, by controls beside it, or by both.
final class TypeFinder {
    /// What narrows the list down.
    ///
    /// @param text as typed
    record Narrowing(String text, TypeFilter filter) {
        static final Narrowing NONE = new Narrowing("", TypeFilter.NONE);
    }

    /// What is to be seen.
    ///
    /// @param total how many types the region offers
    /// @param rows those that fit, first those that can be chosen, in the order of [TypeOrder]
    record Found(Narrowing narrowing, TypeSearch search, int total, List<TypeRow> rows) {
        List<TypeRow> usable() {
            return rows.stream().filter(TypeRow::isUsable).toList();
        }

        List<TypeRow> others() {
            return rows.stream().filter(row -> !row.isUsable()).toList();
        }
    }

    private final ObservableValue<Optional<Types>> types;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<TypeFilter> filter = new SimpleObjectProperty<>(TypeFilter.NONE);
    private final ReadOnlyObjectWrapper<Optional<Narrowing>> cleared = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Found> found;

    /// @param types what there is, once it is known
    TypeFinder(ObservableValue<Optional<Types>> types) {
        this.types = types;
        found = Bindings.createObjectBinding(this::find, types, text, filter);
        text.subscribe(_ -> forgetCleared());
        filter.subscribe(_ -> forgetCleared());
    }

    /// What is searched for, as typed.
    StringProperty text() {
        return text;
    }

    /// What the controls beside the search ask.
    ObjectProperty<TypeFilter> filter() {
        return filter;
    }

    /// The types that fit both the text and the filter.
    ObservableValue<Found> found() {
        return found;
    }

    /// What was cleared last, while nothing else narrows the list.
    ReadOnlyObjectProperty<Optional<Narrowing>> cleared() {
        return cleared.getReadOnlyProperty();
    }

    /// Lets all types be seen again.
    void clear() {
        var now = new Narrowing(text.get(), filter.get());
        if (!now.equals(Narrowing.NONE)) {
            take(Narrowing.NONE);
            cleared.set(Optional.of(now));
        }
    }

    /// Takes back what was cleared last.
    void restore() {
        cleared.get().ifPresent(this::take);
    }

    private void take(Narrowing narrowing) {
        text.set(narrowing.text());
        filter.set(narrowing.filter());
    }

    private void forgetCleared() {
        if (!text.get().isEmpty() || !filter.get().equals(TypeFilter.NONE)) {
            cleared.set(Optional.empty());
        }
    }

    private Found find() {
        var all = types.getValue();
        var search = TypeSearch.of(text.get(), all.map(Types::names).orElse(Set.of()));
        var rows = all.map(Types::rows).orElse(List.of());
        var usable = new ArrayList<TypeRow>();
        var others = new ArrayList<TypeRow>();
        for (var row : rows) {
            if (filter.get().test(row.type()) && search.test(row.type())) {
                (row.isUsable() ? usable : others).add(row);
            }
        }
        usable.addAll(others);
        return new Found(new Narrowing(text.get(), filter.get()), search, rows.size(), List.copyOf(usable));
    }
}
