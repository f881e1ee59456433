package dev.ecswizard.wizard;

import dev.ecswizard.spec.Violation;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Why what was given as an answer from elsewhere was not taken, by question, until that question is answered.
public final class Refusals {
    private static final Messages MESSAGES = Messages.of(Refusals.class);

    private final Map<Question, ObjectProperty<Optional<String>>> sentences = new EnumMap<>(Question.class);

    /// Why the latest answer was not taken, in words.
    public ObservableValue<Optional<String>> of(Question question) {
        return sentence(question);
    }

    /// Says that values break a rule.
    ///
    /// @return nothing, as [PageModel#answer] does then
    public Optional<Runnable> refuse(Question question, List<String> values, Violation why) {
        return say(question, values, why.sentence());
    }

    /// Says why values are not taken.
    ///
    /// @param why goes on after "The answer"
    /// @return nothing, as [PageModel#answer] does then
    public Optional<Runnable> refuse(Question question, List<String> values, String why) {
        return say(question, values, why);
    }

    /// Says that values are not in the list of what can be chosen.
    ///
    /// @return nothing, as [PageModel#answer] does then
    public Optional<Runnable> refuseUnlisted(Question question, List<String> values) {
        return say(question, values, MESSAGES.text("refusal.unlisted.text"));
    }

    /// Notes that a question has been answered.
    public void clear(Question question) {
        sentence(question).set(Optional.empty());
    }

    /// Clears a question whenever its answer changes.
    public void follow(Question question, ObservableValue<?> answer) {
        answer.subscribe(_ -> clear(question));
    }

    private Optional<Runnable> say(Question question, List<String> values, String why) {
        var given = String.join(", ", values);
        sentence(question)
                .set(Optional.of(
                        given.isBlank()
                                ? MESSAGES.text("refusal.nothing.text", why)
                                : MESSAGES.text("refusal.value.text", given, why)));
        return Optional.empty();
    }

    private ObjectProperty<Optional<String>> sentence(Question question) {
        return sentences.computeIfAbsent(question, _ -> new SimpleObjectProperty<>(Optional.empty()));
    }
}
