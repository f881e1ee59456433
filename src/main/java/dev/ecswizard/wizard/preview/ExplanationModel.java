package dev.ecswizard.wizard.preview;

import dev.ecswizard.template.Question;
import dev.ecswizard.wizard.ChoiceWords;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Which choice made which lines of the template, and why a line is there. Lines are counted from 1.
public final class ExplanationModel {
    /// A choice that made lines of the template.
    ///
    /// @param name what was asked
    /// @param value the answer, in a few words
    /// @param lines those that it made, at least one
    public record MadeLines(Question question, String name, String value, List<Integer> lines) {}

    /// What is to be said of a line.
    ///
    /// @param choices those that made it, the one that counts most first
    /// @param page AWS's documentation of what the line belongs to
    public record Explained(int line, List<MadeLines> choices, String why, URI page) {}

    private final ChoiceWords words = new ChoiceWords();
    private final ReadOnlyObjectWrapper<List<MadeLines>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Explained>> explained = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<MadeLines>> lit = new ReadOnlyObjectWrapper<>(Optional.empty());
    // held, since a mapped value does not live by being listened to
    private final ObservableValue<Optional<Draft>> draft;
    private Optional<Draft.Made> made = Optional.empty();
    private int line = 1;

    /// @param draft while there is none, or one that was refused, the last one stays explained
    ExplanationModel(ObservableValue<Optional<Draft>> draft) {
        this.draft = draft;
        draft.subscribe(now -> now.ifPresent(this::take));
    }

    /// The choices that made lines, in the order of the pages that ask them.
    public ReadOnlyObjectProperty<List<MadeLines>> choices() {
        return choices.getReadOnlyProperty();
    }

    /// What there is to say of the line that is looked at.
    public ReadOnlyObjectProperty<Optional<Explained>> explained() {
        return explained.getReadOnlyProperty();
    }

    /// The choice whose lines are lit.
    public ReadOnlyObjectProperty<Optional<MadeLines>> lit() {
        return lit.getReadOnlyProperty();
    }

    /// Looks at a line. One beyond the last has nothing said of it.
    public void look(int number) {
        line = number;
        explain();
    }

    /// Lights up what a choice made; nothing happens where it made nothing.
    public void light(Question question) {
        of(question).ifPresent(choice -> lit.set(Optional.of(choice)));
    }

    /// Lights up what a choice made, or puts it out where it is lit.
    public void toggle(Question question) {
        if (isLit(question)) {
            putOut();
        } else {
            light(question);
        }
    }

    public void putOut() {
        lit.set(Optional.empty());
    }

    public boolean isLit(Question question) {
        return lit.get().filter(choice -> choice.question() == question).isPresent();
    }

    private void take(Draft now) {
        if (now instanceof Draft.Made template) {
            made = Optional.of(template);
            choices.set(Arrays.stream(Question.values())
                    .map(question -> choice(template, question))
                    .filter(choice -> !choice.lines().isEmpty())
                    .toList());
            lit.set(lit.get().flatMap(choice -> of(choice.question())));
            explain();
        }
    }

    private MadeLines choice(Draft.Made template, Question question) {
        var lines = template.template().origins().lines(question);
        return new MadeLines(
                question,
                words.name(question),
                words.value(question, template.spec()),
                lines.stream().map(each -> each + 1).toList());
    }

    private void explain() {
        explained.set(made.flatMap(template -> template.template().origins().at(line - 1))
                .map(origin -> new Explained(
                        line,
                        origin.questions().stream()
                                .flatMap(question -> of(question).stream())
                                .toList(),
                        origin.why(),
                        origin.page())));
    }

    private Optional<MadeLines> of(Question question) {
        return choices.get().stream()
                .filter(choice -> choice.question() == question)
                .findFirst();
    }
}
