package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.deploy.Pace;
import dev.ecswizard.ui.Background;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class FreshnessModelTest {
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final FakeCloud cloud = Places.cloud();
    private final Readings readings = new Readings(() -> now, Runnable::run);
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final Waits waits = new Waits();
    private final FreshnessModel model = new FreshnessModel(waits, waits, place);

    /// Lets a test pass the time that somebody waits for.
    private final class Waits implements Background, Pace {
        private Optional<Runnable> waiting = Optional.empty();
        private Duration time = Duration.ZERO;

        @Override
        public <P, T> Handle follow(Loop<P, T> loop, Consumer<P> heard, Consumer<T> done, Consumer<Exception> failed) {
            Runnable run = () -> {
                try {
                    done.accept(loop.run(heard));
                } catch (Exception problem) {
                    failed.accept(problem);
                }
            };
            waiting = Optional.of(run);
            return () -> waiting = waiting.filter(each -> each != run);
        }

        @Override
        public void onWindow(Runnable action) {
            action.run();
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause(Duration duration) {
            time = duration;
            now = now.plus(duration);
        }

        /// How long was waited.
        Duration pass() {
            var run = waiting.orElseThrow();
            waiting = Optional.empty();
            run.run();
            return time;
        }
    }

    private void go(String region) {
        place.set(Optional.of(new Place(cloud, cloud.who, region, List.of("eu-west-1", "us-east-1"), readings)));
    }

    private void read(String region) {
        readings.of(region, "vpcs", () -> "some").readAnew();
    }

    @Test
    void nothingIsSaidAndNobodyWaitsWithoutARegion() {
        assertThat(model.age().get()).isEmpty();
        assertThat(waits.waiting).isEmpty();
        model.refresh();
    }

    @Test
    void theAgeGrowsByTheMinuteAndThenByTheHour() {
        go("eu-west-1");
        assertThat(model.age().get()).contains("eu-west-1: nothing could be read");
        read("eu-west-1");
        assertThat(model.age().get()).contains("eu-west-1: lists read just now");

        assertThat(waits.pass()).isEqualTo(Duration.ofMinutes(1));
        assertThat(model.age().get()).contains("eu-west-1: lists read a minute ago");
        for (var minute = 2; minute <= 4; minute++) {
            waits.pass();
        }
        assertThat(model.age().get()).contains("eu-west-1: lists read 4 minutes ago");
        now = now.plus(Duration.ofMinutes(56));
        waits.pass();
        assertThat(model.age().get()).contains("eu-west-1: lists read an hour ago");
        assertThat(waits.pass()).isEqualTo(Duration.ofMinutes(59));
        assertThat(model.age().get()).contains("eu-west-1: lists read 2 hours ago");
    }

    @Test
    void eachRegionHasItsOwnAge() {
        go("eu-west-1");
        read("eu-west-1");
        now = now.plus(Duration.ofMinutes(4));
        go("us-east-1");
        read("us-east-1");
        assertThat(model.age().get()).contains("us-east-1: lists read just now");

        go("eu-west-1");
        assertThat(model.age().get()).contains("eu-west-1: lists read 4 minutes ago");
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
