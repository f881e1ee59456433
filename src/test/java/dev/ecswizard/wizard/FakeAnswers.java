package dev.ecswizard.wizard;

import dev.ecswizard.template.Question;
import java.util.ArrayList;
import java.util.List;

/// Notes where a person is led and what is answered for them.
public final class FakeAnswers implements Answers {
    public final List<Question> wentTo = new ArrayList<>();
    /// Questions with their values, and `back` where one was taken back.
    public final List<String> used = new ArrayList<>();

    @Override
    public void goTo(Question question) {
        wentTo.add(question);
    }

    @Override
    public Runnable use(Question question, List<String> values) {
        used.add(question + " " + String.join(" ", values));
        return () -> used.add("back");
    }
}
