package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.wizard.Dropped;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The instance type of the hosts: what a person chose, what an opened file names, or what the recipe begins with.
final class TypePicker {
    private final ComputeWords words = new ComputeWords();
    private final TypeBrowser browser;
    private final TypeFinder finder;
    private final ObservableValue<Recipe> recipe;
    private final Dropped dropped;
    private final Answer name = new Answer();
    private final ReadOnlyObjectWrapper<Optional<Instead>> instead = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Why the recipe begins with another type than its own.
    ///
    /// @param why nothing where the region does not offer its own
    record Instead(Recipe recipe, String own, Optional<LeftOut.Reason> why, InstanceType taken) {}

    /// @param recipe says which type to begin with
    TypePicker(TypeBrowser browser, ObservableValue<Recipe> recipe, Dropped dropped) {
        this.browser = browser;
        finder = new TypeFinder(browser.types());
        this.recipe = recipe;
        this.dropped = dropped;
        browser.types().subscribe(types -> types.ifPresent(this::settle));
        recipe.subscribe(_ -> preselect());
        browser.types().subscribe(_ -> instead.set(findInstead()));
        name.name().subscribe(_ -> instead.set(findInstead()));
    }

    TypeBrowser browser() {
        return browser;
    }

    TypeFinder finder() {
        return finder;
    }

    /// The chosen one's name.
    ObservableValue<Optional<String>> name() {
        return name.name();
    }

    /// Takes a type, unless it is known that it can not be chosen here.
    void choose(String chosen) {
        var isBarred = browser.types()
                .getValue()
                .flatMap(known -> known.row(chosen))
                .filter(row -> !row.isUsable())
                .isPresent();
        var isNews = !name.name().get().equals(Optional.of(chosen)) || name.isSuggestion();
        if (isNews && !isBarred) {
            name.choose(Optional.of(chosen));
            instead.set(findInstead());
        }
    }

    /// Takes over what an opened file names.
    void open(String opened) {
        name.open(Optional.of(opened));
    }

    /// What was answered and by whom.
    Answer answer() {
        return name;
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

    /// Why the recipe begins with another type than its own, while nobody has chosen.
    ReadOnlyObjectProperty<Optional<Instead>> instead() {
        return instead.getReadOnlyProperty();
    }

    private Optional<Instead> findInstead() {
        var own = Preselection.own(recipe.getValue());
        return facts().filter(_ -> name.isSuggestion())
                .filter(type -> !type.name().equals(own))
                .map(type -> new Instead(
                        recipe.getValue(),
                        own,
                        browser.types()
                                .getValue()
                                .flatMap(known -> known.row(own))
                                .flatMap(TypeRow::reason),
                        type));
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
        instead.set(findInstead());
    }
}
