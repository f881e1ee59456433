package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.wizard.Dropped;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// The instance type of the hosts: what a person chose, what an opened file names, or what the recipe begins with.
final class TypePicker {
    private final ComputeWords words = new ComputeWords();
    private final TypeBrowser browser;
    private final ObservableValue<Recipe> recipe;
    private final Dropped dropped;
    private final Answer name = new Answer();

    /// @param recipe says which type to begin with
    TypePicker(TypeBrowser browser, ObservableValue<Recipe> recipe, Dropped dropped) {
        this.browser = browser;
        this.recipe = recipe;
        this.dropped = dropped;
        browser.types().subscribe(types -> types.ifPresent(this::settle));
        recipe.subscribe(_ -> preselect());
    }

    TypeBrowser browser() {
        return browser;
    }

    /// The chosen one's name.
    ObservableValue<Optional<String>> name() {
        return name.name();
    }

    void choose(String chosen) {
        if (!name.name().get().equals(Optional.of(chosen)) || name.isSuggestion()) {
            name.choose(Optional.of(chosen));
        }
    }

    /// Takes over what an opened file names.
    void open(String opened) {
        name.open(Optional.of(opened));
    }

    /// Ends what an opened file vouched for.
    void leaveFile() {
        name.leaveFile();
    }

    /// Whether an opened file vouches for the type.
    boolean isFromFile() {
        return name.isFromFile();
    }

    /// The chosen type, once AWS has told of it.
    Optional<InstanceType> facts() {
        return browser.types().getValue().flatMap(known -> name.name().get().flatMap(known::find));
    }

    /// Whether an opened file names a type that can not be chosen here.
    boolean isUnknown() {
        return browser.types().getValue().isPresent() && name.name().get().isPresent() && facts().isEmpty();
    }

    private void settle(Types types) {
        var names = types.usable().stream().map(InstanceType::name).toList();
        name.hold(names).ifPresent(gone -> dropped.tell(words.typeDropped(gone, types.findLeftOut(gone))));
        preselect();
    }

    private void preselect() {
        if (name.isSuggestion()) {
            browser.types()
                    .getValue()
                    .flatMap(known -> Preselection.of(recipe.getValue(), known.usable()))
                    .ifPresent(type -> name.suggest(Optional.of(type.name())));
        }
    }
}
