package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.deploy.Pace;
import dev.ecswizard.ui.InOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Pace AT_ONCE = new Pace() {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void pause(Duration duration) {
            // a test has no time
        }
    };

    private final InOrder background = new InOrder();
    private final Place place = Places.in(Places.cloud(), "eu-west-1").orElseThrow();
    private final SimpleObjectProperty<Optional<Place>> where = new SimpleObjectProperty<>(Optional.of(place));

    @Test
    void whoGoesOnAtOnceIsAnsweredBeforeAnythingIsRehearsed() {
        background.hold();
        var rehearsal = new Rehearsal(background, AT_ONCE, where);
        place.reading("vpcs", () -> "main").read();
        place.reading("types", () -> {
                    background.release();
                    return rehearsal.over().get();
                })
                .read();

        assertThat(place.reading("types", () -> true).known()).contains(false);
        assertThat(rehearsal.over().get()).isTrue();
    }

    @Test
    void nothingIsRehearsedBeforeTheFirstListIsThere() {
        var rehearsal = new Rehearsal(background, AT_ONCE, where);
        assertThat(rehearsal.over().get()).isFalse();

        place.reading("vpcs", () -> "main").read();
        assertThat(rehearsal.over().get()).isTrue();
    }

    @Test
    void anotherPlaceIsRehearsedInstead() {
        background.hold();
        var rehearsal = new Rehearsal(background, AT_ONCE, where);
        place.reading("vpcs", () -> "main").read();
        where.set(Optional.empty());
        background.release();

        assertThat(rehearsal.over().get()).isFalse();
    }
}
