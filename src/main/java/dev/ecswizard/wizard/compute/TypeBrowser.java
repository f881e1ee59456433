package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Source;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.SideBySide;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// The instance types of the region, and which of them can be chosen in the chosen zones.
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
                                    // those of the region before, until the network has followed
                                    .filter(these -> these.stream().allMatch(zone -> zone.startsWith(where.region())))
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

    private static final Comparator<InstanceType> ORDER = Comparator.comparing(InstanceType::name, new TypeOrder());

    /// Held, since it begins by itself.
    private final Load<Map<String, InstanceType>> ahead;

    private final Load<Stock> load;
    private final ObservableValue<Optional<Types>> types;
    private final TypeFacts known = new TypeFacts();

    /// @param place whose types' facts are asked for before it is known which of its zones are wanted
    /// @param withImage the architectures that have an image
    TypeBrowser(
            Background background,
            ObservableValue<Optional<Place>> place,
            ObservableValue<Optional<Market>> market,
            ObservableValue<Set<Architecture>> withImage) {
        ahead = Load.from(background, place, known::ofRegion);
        load = Load.from(background, market, this::stock);
        types = Bindings.createObjectBinding(
                () -> load.value()
                        .getValue()
                        .map(stock -> Types.of(stock.offered(), stock.facts(), withImage.getValue())),
                load.value(),
                withImage);
    }

    Load<Stock> load() {
        return load;
    }

    ObservableValue<Optional<Types>> types() {
        return types;
    }

    private Source<Stock> stock(Market market) {
        var zones = new TreeSet<>(market.zones());
        return market.place().reading("types in " + String.join(" ", zones), () -> ask(market.place(), zones));
    }

    /// Asks which types the zones offer, and for the facts of the region's types that are not known. Blocks.
    private Stock ask(Place place, Set<String> zones) {
        // first, since the facts are on their way already
        var offered = offered(place, zones);
        var facts = new HashMap<>(known.ofRegion(place).read());
        var others = offered.values().stream()
                .flatMap(Set::stream)
                .filter(name -> !facts.containsKey(name))
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            // a local zone may offer what the region's own zones do not
            facts.putAll(known.of(place, others));
        }
        return new Stock(offered, facts.values().stream().sorted(ORDER).toList());
    }

    private static Map<String, Set<String>> offered(Place place, Set<String> zones) {
        var offered = new TreeMap<String, Set<String>>();
        var answers =
                SideBySide.read(zones.stream().map(zone -> inZone(place, zone)).toList());
        answers.forEach(offered::putAll);
        return offered;
    }

    private static Source<Map<String, Set<String>>> inZone(Place place, String zone) {
        return place.reading("types in zone " + zone, () -> place.catalog().offerings(List.of(zone)));
    }
}
