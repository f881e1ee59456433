package dev.ecswizard.wizard;

import dev.ecswizard.spec.ClusterSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The order of the pages, where the person stands in it and where they may go.
public final class WizardModel {
    /// How a step stands.
    public enum Standing {
        /// Complete with nothing amiss, and behind or ahead of where the person is.
        DONE,
        CURRENT,
        /// Everything before it is complete; it is not, or what an opened file says of it has yet to be confirmed.
        OPEN,
        /// Something before it is missing.
        TO_COME
    }

    private final List<? extends PageModel<?>> pages;
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyObjectWrapper<List<Standing>> standings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> missing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int furthest;

    /// @param pages in their order, at least one
    public WizardModel(List<? extends PageModel<?>> pages) {
        this.pages = List.copyOf(pages);
        this.pages.forEach(page -> {
            page.chosen().subscribe(_ -> update());
            page.missing().subscribe(_ -> update());
        });
        update();
    }

    /// The number of the page that is shown, from 0.
    public ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /// How each step stands, in their order.
    public ReadOnlyObjectProperty<List<Standing>> standings() {
        return standings.getReadOnlyProperty();
    }

    /// What keeps the person from going on to the next page, in words.
    public ReadOnlyObjectProperty<Optional<String>> missing() {
        return missing.getReadOnlyProperty();
    }

    public boolean isLast() {
        return current.get() == pages.size() - 1;
    }

    public void next() {
        if (!isLast() && missing.get().isEmpty()) {
            show(current.get() + 1);
        }
    }

    public void back() {
        var before = current.get() - 1;
        while (before > 0 && standings.get().get(before) == Standing.TO_COME) {
            before--;
        }
        if (before >= 0) {
            show(before);
        }
    }

    /// Goes to a page, unless something before it is missing.
    public void go(int page) {
        if (standings.get().get(page) != Standing.TO_COME) {
            show(page);
        }
    }

    /// Goes to a page although answers before it are missing: for what the page has to show without them.
    public void visit(int page) {
        show(page);
    }

    /// Goes to a page, or to the first one before it that lacks its answer.
    ///
    /// @return whether the person is on the page that was asked for
    boolean reach(int page) {
        var lacking = IntStream.range(0, page)
                .filter(before -> pages.get(before).chosen().getValue().isEmpty())
                .findFirst();
        if (lacking.orElse(page) != current.get()) {
            show(lacking.orElse(page));
        }
        return lacking.isEmpty();
    }

    /// Fills every page from an opened file and goes to one of them.
    public void open(ClusterSpec spec, int page) {
        open(spec, pages.size(), page);
    }

    /// The same of the first pages alone.
    ///
    /// @param filled how many
    public void open(ClusterSpec spec, int filled, int page) {
        // from the last to the first: a page that holds the file's answers keeps them when those above it change
        pages.subList(0, filled).reversed().forEach(each -> each.open(spec));
        show(page);
    }

    /// Whether a page beyond the first one is complete.
    public boolean hasAnswers() {
        return pages.stream().skip(1).anyMatch(page -> page.chosen().getValue().isPresent());
    }

    private void show(int page) {
        furthest = Math.max(furthest, page);
        if (page != current.get()) {
            pages.get(current.get()).left();
        }
        current.set(page);
        update();
        pages.get(page).reached();
    }

    private void update() {
        missing.set(pages.get(current.get()).missing().getValue());
        var next = new Standing[pages.size()];
        var reachable = true;
        for (var page = 0; page < next.length; page++) {
            var filled = pages.get(page).chosen().getValue().isPresent();
            var sound = filled && pages.get(page).missing().getValue().isEmpty();
            if (page == current.get()) {
                next[page] = Standing.CURRENT;
            } else if (!reachable) {
                next[page] = Standing.TO_COME;
            } else {
                next[page] = sound && page <= furthest ? Standing.DONE : Standing.OPEN;
            }
            reachable &= filled;
        }
        standings.set(List.of(next));
    }

    /// How a page's answer reads in the list of steps.
    public ObservableValue<String> summary(int page) {
        return pages.get(page).summary();
    }
}
