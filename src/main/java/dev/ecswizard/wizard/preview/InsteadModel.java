package dev.ecswizard.wizard.preview;

import dev.ecswizard.preflight.Finding;
import dev.ecswizard.template.Question;
import dev.ecswizard.wizard.Answers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The answers that were taken over from findings, and the way back, the last one first.
public final class InsteadModel {
    /// One that was taken over.
    record Used(Finding finding, Finding.Instead instead, Runnable takeBack) {}

    private final Answers answers;
    private final Deque<Used> used = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Used>> last = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean isHere;

    InsteadModel(Answers answers) {
        this.answers = answers;
    }

    /// What [#undo] would take back.
    ReadOnlyObjectProperty<Optional<Used>> last() {
        return last.getReadOnlyProperty();
    }

    void goTo(Question question) {
        answers.goTo(question);
    }

    /// Takes over the answer that a finding offers; nothing where it offers none.
    void use(Finding finding) {
        finding.instead().ifPresent(instead -> {
            isHere = true;
            var takeBack = answers.use(instead.question(), instead.values());
            // what was no answer has led to the page that asks
            if (isHere) {
                used.push(new Used(finding, instead, takeBack));
                tell();
            }
        });
    }

    /// Takes back the last one.
    void undo() {
        if (!used.isEmpty()) {
            var taken = used.pop();
            tell();
            taken.takeBack().run();
        }
    }

    /// Called when other answers may have been given since.
    void forget() {
        isHere = false;
        used.clear();
        tell();
    }

    private void tell() {
        last.set(Optional.ofNullable(used.peek()));
    }
}
