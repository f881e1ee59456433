package dev.ecswizard.wizard;

import dev.ecswizard.deploy.Pace;
import dev.ecswizard.preflight.Preflight;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Network;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.Background;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// Runs the checks on nothing, as soon as the first lists are there and nobody waits for others, so that their code and
/// the services' clients are ready before somebody waits for them: from cold they take several seconds, which is all
/// loading and next to no asking.
public final class Rehearsal {
    /// The first time loads the code; the second has the virtual machine compile some of it.
    private static final int TIMES = 2;

    /// Nobody who is still reading a page presses Next so soon after its lists have come.
    private static final Duration CALM = Duration.ofSeconds(1);

    private final Background background;
    private final Pace pace;
    private Subscription waiting = Subscription.EMPTY;
    private Background.Handle calm = () -> {};
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
    private boolean hasBegun;

    public Rehearsal(Background background, Pace pace, ObservableValue<Optional<Place>> place) {
        this.background = background;
        this.pace = pace;
        place.subscribe(now -> {
            waiting.unsubscribe();
            calm.stop();
            waiting = now.filter(_ -> !hasBegun)
                    .map(where -> where.readings().changes().subscribe(_ -> listen(where)))
                    .orElse(Subscription.EMPTY);
        });
    }

    /// Whether it has been.
    public ReadOnlyBooleanProperty over() {
        return over.getReadOnlyProperty();
    }

    private void listen(Place where) {
        calm.stop();
        var readings = where.readings();
        if (readings.since(where.region()).isPresent() && !readings.isReading(where.region())) {
            calm = background.start(this::pause, _ -> begin(where), _ -> {});
        }
    }

    private boolean pause() throws InterruptedException {
        pace.pause(CALM);
        return true;
    }

    private void begin(Place where) {
        if (!hasBegun) {
            hasBegun = true;
            waiting.unsubscribe();
            background.start(() -> run(where), _ -> over.set(true), _ -> over.set(true));
        }
    }

    private boolean run(Place where) {
        try (var nothing = where.cloud().rehearsal(where.region())) {
            for (var time = 0; time < TIMES; time++) {
                Preflight.run(nothing, choices(where.region()), pace::now);
            }
        }
        return true;
    }

    /// Of a recipe and with answers that leave no question out.
    private static ClusterSpec choices(String region) {
        return new ClusterSpec(
                region,
                new Cluster("rehearsal", Recipe.STANDARD, Map.of()),
                new Network("vpc-00000000", List.of("subnet-00000000"), "sg-00000000"),
                new Compute("t3.large", Architecture.X86_64, 1, 2, Optional.of("key"), Map.of(region, "ami-00000000")));
    }
}
