package dev.ecswizard.wizard;

import dev.ecswizard.deploy.Pace;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Messages;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// How old the chosen region's lists are, and the way to have them anew.
public final class FreshnessModel {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Messages messages = Messages.of(FreshnessModel.class);
    private final Background background;
    private final Pace pace;
    private final ObservableValue<Optional<Place>> place;
    private final ReadOnlyObjectWrapper<Optional<String>> age = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private Subscription changes = Subscription.EMPTY;
    private Background.Handle waiting = () -> {};

    public FreshnessModel(Background background, Pace pace, ObservableValue<Optional<Place>> place) {
        this.background = background;
        this.pace = pace;
        this.place = place;
        place.subscribe(now -> {
            changes.unsubscribe();
            changes = now.map(where -> where.readings().changes().subscribe(_ -> show()))
                    .orElse(Subscription.EMPTY);
            show();
        });
    }

    /// When the oldest of the lists was read, in words; nothing while there is no region to read of.
    public ReadOnlyObjectProperty<Optional<String>> age() {
        return age.getReadOnlyProperty();
    }

    /// Whether a list is on its way.
    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /// Has every list of the region read anew; the old ones and what was chosen stand until the new ones are there.
    public void refresh() {
        place.getValue().ifPresent(where -> where.readings().refresh(where.region()));
    }

    private void show() {
        waiting.stop();
        waiting = () -> {};
        reading.set(place.getValue()
                .filter(where -> where.readings().isReading(where.region()))
                .isPresent());
        age.set(place.getValue().map(this::words));
    }

    private String words(Place where) {
        if (reading.get()) {
            return messages.text("freshness.reading.text", where.region());
        }
        return where.readings()
                .since(where.region())
                .map(read -> {
                    var old = Duration.between(read, pace.now());
                    // whole minutes and hours change at known times; nothing has to look more often
                    var unit = old.compareTo(HOUR) < 0 ? MINUTE : HOUR;
                    showAgainIn(unit.minus(Duration.ofMillis(Math.max(0, old.toMillis()) % unit.toMillis())));
                    return old.compareTo(HOUR) < 0
                            ? messages.text("freshness.minutes.text", where.region(), old.toMinutes())
                            : messages.text("freshness.hours.text", where.region(), old.toHours());
                })
                .orElseGet(() -> messages.text("freshness.none.text", where.region()));
    }

    private void showAgainIn(Duration time) {
        waiting = background.start(
                () -> {
                    pace.pause(time);
                    return true;
                },
                _ -> show(),
                _ -> {});
    }
}
