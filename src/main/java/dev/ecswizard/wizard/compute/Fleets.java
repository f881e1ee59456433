package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Fleet;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// What each recipe asks about the number and the kind of hosts. The answers of one stay while another is chosen.
final class Fleets {
    private final ObservableValue<Recipe> recipe;
    private final Sizes sizes = new Sizes();
    private final ManagedFleet managed = new ManagedFleet();

    Fleets(ObservableValue<Recipe> recipe) {
        this.recipe = recipe;
    }

    /// What the classic and the standard recipe ask.
    Sizes sizes() {
        return sizes;
    }

    /// What the production recipe asks.
    ManagedFleet managed() {
        return managed;
    }

    ObservableValue<Recipe> recipe() {
        return recipe;
    }

    boolean isManaged() {
        return recipe.getValue() == Recipe.PRODUCTION;
    }

    /// Everything that a fleet depends on.
    List<ObservableValue<?>> answers() {
        var all = new ArrayList<>(managed.answers());
        all.addAll(List.of(recipe, sizes.size(), sizes.maxSize()));
        return all;
    }

    ImageSource imageSource() {
        return isManaged() ? managed.imageSource().get() : ImageSource.PINNED;
    }

    /// What the chosen recipe gets; nothing while an answer is wrong.
    Optional<Fleet> fleet(String first, Architecture architecture) {
        if (isManaged()) {
            return managed.fleet(first, architecture);
        }
        return sizes.areSound()
                ? Optional.of(new Fleet.Fixed(sizes.clusterSize(), sizes.clusterMaxSize()))
                : Optional.empty();
    }

    /// From how many to how many hosts, as typed; nothing while one of the two is wrong.
    Optional<List<String>> range() {
        return isManaged()
                ? range(
                        managed.clusterMinSize().isSound()
                                && managed.clusterMaxSize().isSound(),
                        managed.clusterMinSize().text(),
                        managed.clusterMaxSize().text())
                : range(sizes.areSound(), sizes.size(), sizes.maxSize());
    }

    private static Optional<List<String>> range(boolean isSound, StringProperty least, StringProperty most) {
        return isSound ? Optional.of(List.of(least.get().strip(), most.get().strip())) : Optional.empty();
    }

    void open(Fleet opened) {
        switch (opened) {
            case Fleet.Fixed fixed -> sizes.open(fixed);
            case Fleet.Managed fleet -> managed.open(fleet);
        }
    }
}
