package dev.ecswizard.wizard;

import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The answers that a change elsewhere has made void, told to the person until they have read it.
public final class Dropped {
    private final ObservableList<String> sentences = FXCollections.observableArrayList();
    private final ObservableList<String> view = FXCollections.unmodifiableObservableList(sentences);

    /// Tells of one more.
    ///
    /// @param sentence which answer and why, in words
    public void tell(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    /// Remembers what has been told.
    ///
    /// @return withdraws what was told since
    Runnable keep() {
        var before = Set.copyOf(sentences);
        return () -> sentences.removeIf(sentence -> !before.contains(sentence));
    }

    public void dismiss() {
        sentences.clear();
    }

    public ObservableList<String> sentences() {
        return view;
    }
}
