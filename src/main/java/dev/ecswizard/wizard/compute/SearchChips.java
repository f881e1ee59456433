package dev.ecswizard.wizard.compute;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;

/// Shows how a search was understood, in the place of which an example stands while nothing is searched for.
final class SearchChips {
    private final BrowserWords words = new BrowserWords();
    private final Pane pane;
    private final TextField field;
    private TypeSearch shown = TypeSearch.NOTHING;

    private SearchChips(Pane pane, TextField field) {
        this.pane = pane;
        this.field = field;
    }

    /// @param field where the search is typed, which says the same to who can not see
    static void tie(Pane pane, TextField field, TypeFinder finder) {
        var chips = new SearchChips(pane, field);
        chips.showExample();
        finder.found().subscribe(found -> chips.show(found.search()));
    }

    private void show(TypeSearch search) {
        if (search.equals(shown)) {
            return;
        }
        shown = search;
        if (search.equals(TypeSearch.NOTHING)) {
            showExample();
            return;
        }
        pane.getChildren().clear();
        search.terms().forEach(term -> add(words.term(term), "understood"));
        if (!search.unknown().isEmpty()) {
            add(words.unknown(search.unknown()), "not-understood");
        }
        field.setAccessibleHelp(String.join(
                ", ",
                pane.getChildren().stream()
                        .map(chip -> ((Label) chip).getText())
                        .toList()));
    }

    private void showExample() {
        pane.getChildren().clear();
        add(words.text("compute.search.example"), "example");
        field.setAccessibleHelp(words.text("compute.search.example"));
    }

    private void add(String text, String style) {
        var chip = new Label(text);
        chip.getStyleClass().setAll("label", style);
        chip.setWrapText(true);
        chip.setMinHeight(Label.USE_PREF_SIZE);
        pane.getChildren().add(chip);
    }
}
