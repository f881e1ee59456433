package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.ui.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private Instant now = START;
    private final Readings readings = new Readings(() -> now, Runnable::run);
    private final List<String> asked = new ArrayList<>();

    private String ask(String region) {
        asked.add(region);
        return region + " " + asked.size();
    }

    @Test
    void whatWasReadIsKnownAndNotAskedAgain() {
        var source = readings.of("eu-west-1", "vpcs", () -> ask("eu-west-1"));
        assertThat(source.known()).isEmpty();

        assertThat(source.read()).isEqualTo("eu-west-1 1");
        assertThat(source.read()).isEqualTo("eu-west-1 1");
        assertThat(source.known()).contains("eu-west-1 1");
        assertThat(readings.of("us-east-1", "vpcs", () -> ask("us-east-1")).known())
                .isEmpty();
        assertThat(source.readAnew()).isEqualTo("eu-west-1 2");
        assertThat(source.known()).contains("eu-west-1 2");
    }

    @Test
    void aRegionIsAsOldAsTheOldestOfItsAnswers() {
        readings.of("eu-west-1", "vpcs", () -> ask("eu-west-1")).read();
        now = START.plus(Duration.ofMinutes(3));
        readings.of("eu-west-1", "stacks", () -> ask("eu-west-1")).read();
        readings.of("us-east-1", "vpcs", () -> ask("us-east-1")).read();

        assertThat(readings.since("eu-west-1")).contains(START);
        assertThat(readings.since("us-east-1")).contains(now);
        assertThat(readings.since("ap-east-1")).isEmpty();
    }

    @Test
    void whatIsRefreshedIsReadOnceMoreInPlaceOfTheOldValue() {
        ObjectProperty<Optional<String>> region = new SimpleObjectProperty<>(Optional.of("eu-west-1"));
        var background = new InOrder();
        var load = Load.from(background, region, where -> readings.of(where, "vpcs", () -> ask(where)));
        background.hold();

        readings.refresh("eu-west-1");
        assertThat(load.value().getValue()).contains("eu-west-1 1");
        background.release();

        assertThat(load.value().getValue()).contains("eu-west-1 2");
        region.set(Optional.of("us-east-1"));
        readings.refresh("eu-west-1");
        assertThat(asked).containsExactly("eu-west-1", "eu-west-1", "us-east-1");
        region.set(Optional.of("eu-west-1"));
        assertThat(load.value().getValue()).contains("eu-west-1 4");
    }

    @Test
    void aQuestionCanBeRefreshedInEveryRegion() {
        for (var region : List.of("eu-west-1", "us-east-1")) {
            readings.of(region, "stacks", () -> ask(region)).read();
            readings.of(region, "vpcs", () -> ask(region)).read();
        }

        readings.refreshEverywhere("stacks");

        assertThat(readings.of("us-east-1", "stacks", () -> "").known()).isEmpty();
        assertThat(readings.of("us-east-1", "vpcs", () -> "").known()).isPresent();
    }

    @Test
    void aFailureIsNotRemembered() {
        var source = readings.of("eu-west-1", "vpcs", () -> {
            throw FakeCloud.problem(CloudProblem.Kind.DENIED, "");
        });

        assertThatThrownBy(source::read).isInstanceOf(CloudProblem.class);
        assertThat(source.known()).isEmpty();
        assertThat(readings.isReading("eu-west-1")).isFalse();
    }

    @Test
    void twoWhoAskTheSameAtTheSameTimeAskOnce() throws Exception {
        var calls = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var source = readings.of("eu-west-1", "types", () -> {
            calls.incrementAndGet();
            begun.countDown();
            await(goOn);
            return "types";
        });
        var one = CompletableFuture.supplyAsync(source::read, Thread::startVirtualThread);
        begun.await();
        assertThat(readings.isReading("eu-west-1")).isTrue();
        var other = CompletableFuture.supplyAsync(source::read, Thread::startVirtualThread);
        goOn.countDown();

        assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("types");
        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo("types");
        assertThat(calls).hasValue(1);
    }

    @Test
    void whoWaitsForAnAnswerThatAnotherGivesUpAsksForItself() throws Exception {
        var calls = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var source = readings.of("eu-west-1", "types", () -> {
            if (calls.incrementAndGet() == 1) {
                begun.countDown();
                await(never);
            }
            return "types";
        });
        var first = Thread.startVirtualThread(() -> {
            try {
                source.read();
            } catch (CloudProblem _) {
                // given up
            }
        });
        begun.await();
        var other = CompletableFuture.supplyAsync(source::read, Thread::startVirtualThread);
        first.interrupt();

        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo("types");
        assertThat(calls).hasValue(2);
    }

    @Test
    void anAnswerToAQuestionFromBeforeARefreshIsNotKept() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var late = readings.of("eu-west-1", "vpcs", () -> {
            begun.countDown();
            await(goOn);
            return "old";
        });
        var answer = CompletableFuture.supplyAsync(late::read, Thread::startVirtualThread);
        begun.await();
        readings.refresh("eu-west-1");
        assertThat(readings.of("eu-west-1", "vpcs", () -> "new").read()).isEqualTo("new");
        goOn.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("old");
        assertThat(late.known()).contains("new");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new CloudProblem(CloudProblem.Kind.CANCELLED, "", "", "", "", interrupted);
        }
    }
}
