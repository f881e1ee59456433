package dev.ecswizard.wizard;

import dev.ecswizard.spec.ClusterSpec;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// What one page chooses, without any toolkit. It takes what it depends on as observable values in its constructor.
///
/// @param <S> the slice, such as [dev.ecswizard.spec.Network]
public interface PageModel<S> {
    /// The slice, once it is whole. An answer from an opened file stands even while the account does not know it.
    ObservableValue<Optional<S>> chosen();

    /// What keeps the person from going on, in words; nothing when the page is complete.
    ObservableValue<Optional<String>> missing();

    /// The answer in a few words, for the list of steps; empty while there is none.
    ObservableValue<String> summary();

    /// Takes over every answer of an opened file.
    void open(ClusterSpec spec);

    /// Called each time the person comes to the page.
    default void reached() {}

    /// Called each time the person goes to another page.
    default void left() {}
}
