package dev.ecswizard.wizard;

import dev.ecswizard.ui.Messages;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// When the chosen region's lists were read, and the way to have them anew. It says the time and not how long ago that
/// is, so that nothing has to wake up for it while nobody does anything.
public final class FreshnessModel {
    private final Messages messages = Messages.of(FreshnessModel.class);
    private final ObservableValue<Optional<Place>> place;
    private final DateTimeFormatter time;
    private final ReadOnlyObjectWrapper<Optional<String>> age = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private Subscription changes = Subscription.EMPTY;

    /// @param zone in whose time it is said
    public FreshnessModel(ObservableValue<Optional<Place>> place, ZoneId zone) {
        this.place = place;
        time = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.UK).withZone(zone);
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
                .map(read -> messages.text("freshness.read.text", where.region(), time.format(read)))
                .orElseGet(() -> messages.text("freshness.none.text", where.region()));
    }
}
