package dev.ecswizard.ui;

/// What is selected of a text: from where the selection began to where the caret is, in UTF-16 units.
record Selection(int anchor, int caret) {
    int start() {
        return Math.min(anchor, caret);
    }

    int end() {
        return Math.max(anchor, caret);
    }

    boolean isEmpty() {
        return anchor == caret;
    }

    /// With the caret elsewhere.
    ///
    /// @param selects whether all between is selected, from where it began
    Selection to(int offset, boolean selects) {
        return new Selection(selects ? anchor : offset, offset);
    }
}
