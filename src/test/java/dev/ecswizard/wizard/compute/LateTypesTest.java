package dev.ecswizard.wizard.compute;

import static dev.ecswizard.wizard.compute.FakeMarket.arm;
import static dev.ecswizard.wizard.compute.FakeMarket.x86;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.Shuffled;
import dev.ecswizard.wizard.Dropped;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Readings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/// Lists of types that arrive in any order, while a person changes region and zones and chooses types.
class LateTypesTest {
    private static final Map<String, List<Set<String>>> ZONES = Map.of(
            "eu-west-1", List.of(Set.of("eu-west-1a"), Set.of("eu-west-1b"), Set.of("eu-west-1a", "eu-west-1b")),
            "us-east-1", List.of(Set.of("us-east-1a")));

    private final FakeMarket market = new FakeMarket()
            .with(x86("t2.large", 2, 8), "eu-west-1a")
            .with(x86("t3.large", 2, 8), "eu-west-1a", "eu-west-1b")
            .with(x86("m6i.large", 2, 8), "eu-west-1a", "eu-west-1b", "us-east-1a")
            .with(x86("m7i.large", 2, 8), "us-east-1a")
            .with(arm("t4g.large", 2, 8), "eu-west-1b", "us-east-1a");
    private final FakeCloud cloud = market.in(new FakeCloud("ops"));

    private final class Person {
        private final SplittableRandom random;
        private final Shuffled background;
        private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
        private final ObjectProperty<Optional<Set<String>>> zones = new SimpleObjectProperty<>(Optional.empty());
        private final Readings readings = new Readings(InstantSource.system(), Runnable::run);
        private final ComputeModel model;
        private final List<String> story = new ArrayList<>();
        private String region = "eu-west-1";
        private Set<String> chosenZones = Set.of("eu-west-1a");
        private Optional<String> type = Optional.empty();

        Person(long seed) {
            random = new SplittableRandom(seed);
            background = new Shuffled(random.split());
            model = new ComputeModel(
                    background, place, zones, new SimpleObjectProperty<>(Recipe.STANDARD), new Dropped());
            go(region, chosenZones);
            model.reached();
        }

        private void go(String where, Set<String> in) {
            story.add(where + in);
            region = where;
            chosenZones = in;
            type = type.filter(usable()::contains);
            zones.set(Optional.empty());
            place.set(Optional.of(new Place(cloud, cloud.who, where, List.of("eu-west-1", "us-east-1"), readings)));
            zones.set(Optional.of(in));
        }

        private Set<String> usable() {
            var usable = new TreeSet<>(market.types.keySet());
            chosenZones.forEach(zone -> usable.retainAll(market.offered.get(zone)));
            return usable;
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        void act() {
            switch (random.nextInt(7)) {
                case 0 -> {
                    var where = pick(List.of("eu-west-1", "us-east-1"));
                    // what a person had chosen elsewhere may be gone before they are back
                    type = where.equals(region) ? type : Optional.empty();
                    go(where, pick(ZONES.get(where)));
                }
                case 1 -> {
                    var name = pick(List.copyOf(usable()));
                    story.add(name);
                    model.chooseInstanceType(name);
                    type = Optional.of(name);
                }
                case 2 -> {
                    story.add("refresh");
                    readings.refresh(region);
                }
                default -> {
                    story.add("an answer");
                    background.next();
                }
            }
        }
    }

    @Test
    void theNewerChoiceWinsWhateverArrivesWhen() {
        var kept = 0;
        for (var seed = 0; seed < 2_000; seed++) {
            var person = new Person(seed);
            for (var step = 0; step < 40; step++) {
                person.act();
            }
            person.background.all();

            var story = person.story.toString();
            assertThat(person.model.browser().types().getValue().orElseThrow().usable())
                    .as(story)
                    .extracting(InstanceType::name)
                    .containsExactlyInAnyOrderElementsOf(person.usable());
            assertThat(person.model.instanceType().getValue())
                    .as(story)
                    .hasValueSatisfying(name -> assertThat(person.usable()).contains(name));
            if (person.type.isPresent()) {
                assertThat(person.model.instanceType().getValue()).as(story).isEqualTo(person.type);
                kept++;
            }
        }
        assertThat(kept).isGreaterThan(500);
    }
}
