package dev.ecswizard.wizard.compute;

import dev.ecswizard.ui.TypeAhead;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Pane;

/// The controls beside the search, one for each aspect, and what clears them and the search.
final class FilterBar {
    /// Any type will do.
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final BrowserWords words = new BrowserWords();
    private final TypeFinder finder;

    private FilterBar(TypeFinder finder) {
        this.finder = finder;
    }

    /// Puts the controls into a pane, in front of the button that clears them.
    static void tie(Pane pane, ButtonBase clear, TypeFinder finder) {
        new FilterBar(finder).tie(pane, clear);
    }

    private void tie(Pane pane, ButtonBase clear) {
        var boxes = Stream.of(Aspect.values()).map(this::box).toList();
        pane.getChildren().addAll(0, boxes);
        clear.setOnAction(_ -> {
            if (finder.cleared().get().isPresent()) {
                finder.restore();
            } else {
                finder.clear();
            }
        });
        for (var each : List.of(finder.text(), finder.filter(), finder.cleared())) {
            each.subscribe(_ -> showClear(clear));
        }
    }

    private void showClear(ButtonBase clear) {
        var isNarrowed =
                !finder.text().get().isEmpty() || !finder.filter().get().equals(TypeFilter.NONE);
        var isCleared = finder.cleared().get().isPresent();
        clear.setText(words.text(isCleared ? "compute.filter.restore" : "compute.filter.clear"));
        clear.setDisable(!isNarrowed && !isCleared);
    }

    private ComboBox<Optional<Term>> box(Aspect aspect) {
        var box = new ComboBox<Optional<Term>>();
        var name = aspect.name().toLowerCase(Locale.ROOT);
        box.setId("filter-" + name);
        box.getStyleClass().add("filter");
        box.setAccessibleText(words.aspect(aspect));
        box.getItems().add(Optional.empty());
        aspect.choices().forEach(term -> box.getItems().add(Optional.of(term)));
        box.setVisibleRowCount(14);
        box.setCellFactory(_ -> new Cell(words.anyOf(aspect)));
        box.setButtonCell(new Cell(words.aspect(aspect)));
        TypeAhead.on(box, choice -> choice.map(words::choice).orElse(words.anyOf(aspect)));
        finder.filter().subscribe(now -> {
            box.setValue(now.of(aspect));
            box.pseudoClassStateChanged(IDLE, now.of(aspect).isEmpty());
        });
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null && !chosen.equals(finder.filter().get().of(aspect))) {
                finder.filter().set(finder.filter().get().with(aspect, chosen));
            }
        });
        return box;
    }

    /// A choice in words.
    private final class Cell extends ListCell<Optional<Term>> {
        private final String any;

        Cell(String any) {
            this.any = any;
        }

        @Override
        protected void updateItem(Optional<Term> choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : choice.map(words::choice).orElse(any));
        }
    }
}
