package dev.ecswizard.wizard;

import dev.ecswizard.template.Question;
import java.util.List;

/// The way from a finding or an explanation back to the question that it is about.
public interface Answers {
    /// Shows the page that asks a question, with the keyboard on its field. Where an answer before it is missing, the
    /// page that lacks it is shown instead.
    void goTo(Question question);

    /// Answers a question anew as if the person had, wherever they are. Values that are no answer leave everything as
    /// it is; the page that asks is then shown, and says why at the field.
    ///
    /// @param values as they stand in a cluster file; of a table each key and its value, none to leave it out
    /// @return takes it back: the former answer stands again, and what was lost through the new one unless it was
    ///     answered anew since
    Runnable use(Question question, List<String> values);
}
