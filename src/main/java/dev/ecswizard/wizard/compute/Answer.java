package dev.ecswizard.wizard.compute;

import java.util.Collection;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One answer by name, held against the list of what exists as often as that list comes anew.
final class Answer {
    /// Where an answer comes from.
    private enum Source {
        SUGGESTION,
        PERSON,
        /// An opened file; stands until it was seen in a list, even when it is in none.
        FILE
    }

    private final ReadOnlyObjectWrapper<Optional<String>> name = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Source source = Source.SUGGESTION;

    ReadOnlyObjectProperty<Optional<String>> name() {
        return name.getReadOnlyProperty();
    }

    void choose(Optional<String> chosen) {
        set(Source.PERSON, chosen);
    }

    void suggest(Optional<String> suggested) {
        set(Source.SUGGESTION, suggested);
    }

    void open(Optional<String> opened) {
        set(Source.FILE, opened);
    }

    boolean isSuggestion() {
        return source == Source.SUGGESTION;
    }

    /// Whether it is to be taken as it is, whatever the lists say.
    boolean isFromFile() {
        return source == Source.FILE && name.get().isPresent();
    }

    /// Lets the answer stand or fall with the lists from now on.
    void leaveFile() {
        if (source == Source.FILE) {
            source = Source.PERSON;
        }
    }

    /// Holds the answer against what exists. Forgets it if it is not there, unless it comes from a file.
    ///
    /// @return what a person had chosen and is now forgotten
    Optional<String> hold(Collection<String> existing) {
        var held = name.get();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        if (existing.contains(held.get())) {
            leaveFile();
            return Optional.empty();
        }
        if (source == Source.FILE) {
            return Optional.empty();
        }
        var told = source == Source.PERSON ? held : Optional.<String>empty();
        suggest(Optional.empty());
        return told;
    }

    /// Remembers the answer and where it comes from.
    ///
    /// @return gives both back
    Runnable keep() {
        var before = name.get();
        var from = source;
        return () -> set(from, before);
    }

    /// The same, but what was answered since stays: only what was lost is given back. A suggestion is made anew.
    Runnable keepUnlessAnswered() {
        var before = name.get();
        var from = source;
        return () -> {
            if (from != Source.SUGGESTION
                    && (source == Source.SUGGESTION || name.get().equals(before))) {
                set(from, before);
            }
        };
    }

    private void set(Source from, Optional<String> now) {
        // first, since those who are told of the name ask where it comes from
        source = from;
        name.set(now);
    }
}
