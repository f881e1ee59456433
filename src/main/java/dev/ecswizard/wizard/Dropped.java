package dev.ecswizard.wizard;

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

    public void dismiss() {
        sentences.clear();
    }

    public ObservableList<String> sentences() {
        return view;
    }
}
