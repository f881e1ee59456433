package dev.ecswizard.wizard;

import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;

/// What one page chooses, without any toolkit. It takes what it depends on as observable values in its constructor.
///
/// @param <S> the slice, such as [dev.ecswizard.spec.Network]
public interface PageModel<S> {
    /// What the step is called in the list of steps.
    String title();

    /// The slice, once it is whole. An answer from an opened file stands even while the account does not know it.
    ObservableValue<Optional<S>> chosen();

    /// What keeps the person from going on, in words; nothing when the page is complete.
    ObservableValue<Optional<String>> missing();

    /// The answer in a few words, for the list of steps; empty while there is none.
    ObservableValue<String> summary();

    /// Takes over every answer of an opened file.
    void open(ClusterSpec spec);

    /// What the page asks. Every question belongs to exactly one page.
    default Set<Question> questions() {
        return Set.of();
    }

    /// Answers one of the page's questions as if the person had. Lists that are still under way do not overwrite it.
    ///
    /// @param values as they stand in a cluster file; of a table each key and its value, none to leave it out
    /// @return takes it back, together with what was lost on this page through it. Nothing if the values are
    ///     no answer: then the field says so, and everything stays as it was.
    default Optional<Runnable> answer(Question question, List<String> values) {
        throw new IllegalArgumentException("does not ask " + question);
    }

    /// Remembers the answers.
    ///
    /// @return gives back those that were lost since, and leaves those that the person gave since
    default Runnable keep() {
        return () -> {};
    }

    /// Called each time the person comes to the page.
    default void reached() {}

    /// Called each time the person goes to another page.
    default void left() {}
}
