package dev.ecswizard.wizard;

import dev.ecswizard.template.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the page that asks a question and lets it answer; no page needs to know another for it.
public final class PageAnswers implements Answers {
    /// The pages and their order.
    private record Led(WizardModel order, List<Page> pages) {}

    private final Dropped dropped;
    private Optional<Led> led = Optional.empty();

    /// @param dropped what is told of answers that were lost, which is no longer so once they are back
    public PageAnswers(Dropped dropped) {
        this.dropped = dropped;
    }

    /// Names the pages. To be called once, before anybody asks: a page may be given this before all of them are there.
    public void lead(WizardModel order, List<? extends Page> pages) {
        led = Optional.of(new Led(order, List.copyOf(pages)));
    }

    @Override
    public void goTo(Question question) {
        var number = number(question);
        if (now().order().reach(number)) {
            now().pages().get(number).focus(question);
        }
    }

    @Override
    public Runnable use(Question question, List<String> values) {
        var number = number(question);
        var others = new ArrayList<Runnable>();
        for (var page : now().pages()) {
            if (!page.model().questions().contains(question)) {
                others.add(page.model().keep());
            }
        }
        var told = dropped.keep();
        var undo = now().pages().get(number).model().answer(question, values);
        if (undo.isEmpty()) {
            goTo(question);
            return () -> {};
        }
        return () -> {
            undo.get().run();
            others.forEach(Runnable::run);
            told.run();
        };
    }

    private int number(Question question) {
        var pages = now().pages();
        for (var number = 0; number < pages.size(); number++) {
            if (pages.get(number).model().questions().contains(question)) {
                return number;
            }
        }
        throw new IllegalArgumentException("no page asks " + question);
    }

    private Led now() {
        return led.orElseThrow(() -> new IllegalStateException("there are no pages yet"));
    }
}
