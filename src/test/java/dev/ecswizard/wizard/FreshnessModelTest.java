package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class FreshnessModelTest {
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final FakeCloud cloud = Places.cloud();
    private final Readings readings = new Readings(() -> now, Runnable::run);
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final FreshnessModel model = new FreshnessModel(place, ZoneId.of("Europe/Berlin"));

    private void go(String region) {
        place.set(Optional.of(new Place(cloud, cloud.who, region, List.of("eu-west-1", "us-east-1"), readings)));
    }

    private void read(String region) {
        readings.of(region, "vpcs", () -> "some").readAnew();
    }

    @Test
    void nothingIsSaidWithoutARegion() {
        assertThat(model.age().get()).isEmpty();
        model.refresh();
    }

    @Test
    void theTimeOfReadingIsSaidAndStaysWhatItWas() {
        go("eu-west-1");
        assertThat(model.age().get()).contains("eu-west-1: nothing could be read");
        read("eu-west-1");
        assertThat(model.age().get()).contains("eu-west-1: lists read 23 Nov, 09:00");

        now = now.plus(Duration.ofDays(1));
        go("us-east-1");
        go("eu-west-1");
        assertThat(model.age().get()).contains("eu-west-1: lists read 23 Nov, 09:00");
    }

    @Test
    void eachRegionHasItsOwnTime() {
        go("eu-west-1");
        read("eu-west-1");
        now = now.plus(Duration.ofMinutes(4));
        go("us-east-1");
        read("us-east-1");
        assertThat(model.age().get()).contains("us-east-1: lists read 23 Nov, 09:04");

        go("eu-west-1");
        assertThat(model.age().get()).contains("eu-west-1: lists read 23 Nov, 09:00");
    }

    @Test
    void whatIsBeingReadIsSaid() {
        go("eu-west-1");
        readings.of("eu-west-1", "vpcs", () -> {
                    assertThat(model.reading().get()).isTrue();
                    assertThat(model.age().get()).contains("eu-west-1: reading the lists\u2026");
                    return "some";
                })
                .read();

        assertThat(model.reading().get()).isFalse();
    }

    @Test
    void aRefreshAsksThatRegionAlone() {
        go("eu-west-1");
        read("eu-west-1");
        read("us-east-1");
        now = now.plus(Duration.ofMinutes(4));

        model.refresh();

        assertThat(readings.since("eu-west-1")).isEmpty();
        assertThat(readings.since("us-east-1")).isPresent();
    }
}
