package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The instance types of the chosen zones, and those of them that fit what a person typed.
final class TypeBrowser {
    /// Where types are looked for.
    ///
    /// @param zones at least one
    record Market(Place place, Set<String> zones) {
        Market {
            zones = Set.copyOf(zones);
        }

        /// Nothing while there is no place or no zone.
        static ObservableValue<Optional<Market>> of(
                ObservableValue<Optional<Place>> place, ObservableValue<Optional<Set<String>>> zones) {
            return Bindings.createObjectBinding(
                    () -> place.getValue()
                            .flatMap(where -> zones.getValue()
                                    .filter(these -> !these.isEmpty())
                                    .map(these -> new Market(where, these))),
                    place,
                    zones);
        }
    }

    /// What AWS says of a market.
    ///
    /// @param offered names by zone
    /// @param facts of every type that the region offers, in the order of [TypeOrder]
    record Stock(Map<String, Set<String>> offered, List<InstanceType> facts) {}

    /// Facts that were asked for once, by name.
    private record Known(Place place, Map<String, InstanceType> facts) {
        private boolean holdsIn(Place other) {
            return place.cloud().equals(other.cloud()) && place.region().equals(other.region());
        }
    }

    private static final Comparator<InstanceType> ORDER = Comparator.comparing(InstanceType::name, new TypeOrder());

    private final Load<Stock> load;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableValue<Optional<Types>> types;
    private final ObservableValue<List<InstanceType>> shown;
    private final ObservableValue<List<LeftOut>> leftOutShown;
    private volatile Optional<Known> before = Optional.empty();

    /// @param withImage the architectures that have an image
    TypeBrowser(
            Background background,
            ObservableValue<Optional<Market>> market,
            ObservableValue<Set<Architecture>> withImage) {
        load = Load.of(background, market, this::ask);
        types = Bindings.createObjectBinding(
                () -> load.value()
                        .getValue()
                        .map(stock -> Types.of(stock.offered(), stock.facts(), withImage.getValue())),
                load.value(),
                withImage);
        shown = Bindings.createObjectBinding(
                () -> {
                    var search = new TypeSearch(filter.get());
                    return types.getValue().map(Types::usable).orElse(List.of()).stream()
                            .filter(search)
                            .toList();
                },
                types,
                filter);
        leftOutShown = Bindings.createObjectBinding(
                () -> {
                    var search = new TypeSearch(filter.get());
                    return types.getValue().map(Types::leftOut).orElse(List.of()).stream()
                            .filter(each -> search.test(each.type()))
                            .toList();
                },
                types,
                filter);
    }

    Load<Stock> load() {
        return load;
    }

    /// What is searched for; every word has to fit.
    StringProperty filter() {
        return filter;
    }

    ObservableValue<Optional<Types>> types() {
        return types;
    }

    /// The usable types that fit the filter.
    ObservableValue<List<InstanceType>> shown() {
        return shown;
    }

    /// The left out types that fit the filter.
    ObservableValue<List<LeftOut>> leftOutShown() {
        return leftOutShown;
    }

    /// Asks which types the region and the zones offer, and for the facts of those that were not known yet. Blocks.
    private Stock ask(Market market) {
        var place = market.place();
        var catalog = place.catalog();
        var offered = catalog.offerings(market.zones());
        var facts = new HashMap<>(
                before.filter(known -> known.holdsIn(place)).map(Known::facts).orElse(Map.of()));
        var names = offered.region();
        var unknown =
                names.stream().filter(name -> !facts.containsKey(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            catalog.instanceTypes(unknown).forEach(type -> facts.put(type.name(), type));
        }
        before = Optional.of(new Known(place, facts));
        return new Stock(
                offered.zones(),
                facts.values().stream()
                        .filter(type -> names.contains(type.name()))
                        .sorted(ORDER)
                        .toList());
    }
}
