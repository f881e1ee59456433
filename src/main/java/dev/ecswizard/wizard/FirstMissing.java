package dev.ecswizard.wizard;

import dev.ecswizard.ui.Messages;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// What is amiss on the first of some pages that is not complete. An answer may be whole and yet be one that the
/// account contradicts, as those of an opened file may.
public final class FirstMissing {
    private static final Messages MESSAGES = Messages.of(FirstMissing.class);

    private FirstMissing() {}

    /// The page and what is missing there, in words; nothing while all are complete.
    public static ObservableValue<Optional<String>> on(List<? extends Page> pages) {
        var first = new ReadOnlyObjectWrapper<Optional<String>>(Optional.empty());
        pages.forEach(page -> page.model().missing().subscribe(_ -> first.set(find(pages))));
        return first.getReadOnlyProperty();
    }

    private static Optional<String> find(List<? extends Page> pages) {
        return pages.stream()
                .flatMap(page -> page.model().missing().getValue().stream()
                        .map(what -> MESSAGES.text(
                                "wizard.missing.text", page.model().title(), what)))
                .findFirst();
    }
}
