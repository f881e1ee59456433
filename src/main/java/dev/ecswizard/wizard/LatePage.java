package dev.ecswizard.wizard;

import dev.ecswizard.template.Question;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;

/// A page that is built when it is first needed: a start does not wait for pages that nobody has come to.
public final class LatePage implements Page {
    private final PageModel<?> model;
    private final Supplier<? extends Page> maker;
    private Optional<Page> made = Optional.empty();

    /// @param maker builds the page of the model
    public LatePage(PageModel<?> model, Supplier<? extends Page> maker) {
        this.model = model;
        this.maker = maker;
    }

    @Override
    public PageModel<?> model() {
        return model;
    }

    @Override
    public Parent root() {
        return page().root();
    }

    @Override
    public void focus() {
        page().focus();
    }

    @Override
    public void focus(Question question) {
        page().focus(question);
    }

    /// Nothing that a person never saw keeps the window open.
    @Override
    public boolean mayClose() {
        return made.map(Page::mayClose).orElse(true);
    }

    private Page page() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }
}
