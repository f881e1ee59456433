package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private final SharedWords words = new SharedWords();

    private static StackEvent event(String id, Instant time) {
        return new StackEvent(
                id,
                time,
                "stack",
                "Röle" + id.length() % 3,
                "physical",
                "AWS::IAM::Role",
                new StackStatus("CREATE_COMPLETE"),
                id.length() % 2 == 0 ? "" : "why " + id,
                "token");
    }

    private boolean has(EventLog log, String id, Instant time) {
        return log.has(EventChunk.of(List.of(event(id, time)), words), 0);
    }

    private static List<StackEvent> events(String name, int count, int apart) {
        return IntStream.range(0, count)
                .mapToObj(i -> event(name + i, START.plusMillis((long) i * apart)))
                .toList();
    }

    @Test
    void eventsComeOutAsTheyWentIn() {
        var odd = List.of(
                event("", Instant.MIN),
                event("ähnlich – 😀", Instant.EPOCH.minusNanos(1)),
                event("e", START.plusNanos(123_456_789)),
                event("last", Instant.MAX));
        assertThat(EventLog.of(odd)).containsExactlyElementsOf(odd);
        assertThat(EventLog.of(List.of())).isEmpty();
    }

    @Test
    void whatIsChangedFromAPlaceOnLeavesTheOneBeforeAsItWas() {
        var random = new Random(4);
        var plain = List.<StackEvent>of();
        var log = EventLog.empty();
        for (var round = 0; round < 40; round++) {
            var place = random.nextInt(Math.max(0, plain.size() - 400), plain.size() + 1);
            var rest = events("r" + round + "-", random.nextInt(600), 1);
            var before = log;
            var plainBefore = plain;
            log = log.with(place, rest, words);
            plain = Stream.concat(plain.stream().limit(place), rest.stream()).toList();
            assertThat(log).isEqualTo(plain);
            assertThat(before).isEqualTo(plainBefore);
        }
        assertThat(log.size()).isGreaterThan(2048);
    }

    @Test
    void othersStandBehindAllThatAreNotLater() {
        var random = new Random(5);
        for (var round = 0; round < 50; round++) {
            var own = events("own", random.nextInt(2500), 7);
            var others = IntStream.range(0, random.nextInt(30))
                    .mapToObj(i -> event("other" + i, START.plusMillis(random.nextInt(-100, 20_000))))
                    .toList();
            var sorted = new ArrayList<>(own);
            sorted.addAll(others);
            sorted.sort(Comparator.comparing(StackEvent::time));
            var log = EventLog.of(own).beside(events("gone", 3, 1).stream()).beside(others.stream());
            assertThat(log).isEqualTo(sorted);
            assertThat(log.sayings()).isEqualTo(sorted.stream().map(Saying::of).toList());
        }
    }

    @Test
    void eventsAreTheSameWhereAllOfThemIs() {
        var one = EventLog.of(events("e", 1500, 1));
        var other = one.with(1400, List.of(event("late", START)), words).beside(Stream.of(event("e3", START)));
        for (var i = 0; i < one.size(); i++) {
            for (var its : List.of(i, Math.min(i + 1, other.size() - 1), 0, 1401)) {
                if (its < other.size() && i < one.size()) {
                    assertThat(one.isSame(i, other, its)).isEqualTo(one.get(i).equals(other.get(its)));
                }
            }
        }
    }

    /// Against a comparison of each event; it may tell of fewer, but of chunks that both have, and where nothing else
    /// is, of all.
    @Test
    void whatIsSharedIsTheSameAndAsMuchAsCanBeToldAtOnce() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var one = EventLog.empty().with(0, events("e", random.nextInt(4000), 7), words);
            var place = random.nextInt(one.size() + 1);
            var next = one.with(place, events("f", random.nextInt(2000), 20), words);
            var others = others(random);
            var mine = one.beside(others.stream());
            var its = next.beside(
                    switch (random.nextInt(3)) {
                        case 0 -> others.stream();
                        case 1 -> others.stream().map(other -> event("another " + other.id(), other.time()));
                        default -> others(random).stream();
                    });
            var shared = its.sharedWith(mine);
            assertThat(shared).isEqualTo(mine.sharedWith(its));
            assertThat(its.subList(0, shared)).isEqualTo(mine.subList(0, shared));
            if (others.isEmpty() && its.size() == next.size()) {
                assertThat(shared).isGreaterThanOrEqualTo(place >> 10 << 10);
            }
            assertThat(one.beside(others.stream()).sharedWith(mine)).isEqualTo(mine.size());
        }
    }

    private static List<StackEvent> others(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> event("other" + i, START.plusMillis(random.nextInt(-100, 20_000))))
                .toList();
    }

    @Test
    void equalSayingsHaveOneNumberWhereLogsNumberAlike() {
        var one = EventLog.empty().with(0, events("e", 30, 1), words);
        var next = one.with(20, events("f", 30, 1), words);
        assertThat(next.numbersAs(one)).isTrue();
        for (var i = 0; i < one.size(); i++) {
            for (var its = 0; its < next.size(); its++) {
                assertThat(one.number(i) == next.number(its))
                        .isEqualTo(one.saying(i).equals(next.saying(its)));
            }
        }
        assertThat(EventLog.of(events("e", 30, 1)).numbersAs(one)).isFalse();
        assertThat(next.beside(Stream.of(event("other", Instant.MIN))).number(0))
                .isNegative();
    }

    @Test
    void itIsEqualToWhatIsEqualAsAList() {
        var events = events("e", 1500, 1);
        var log = EventLog.of(events);
        assertThat(log).isEqualTo(EventLog.of(events)).isEqualTo(events).hasSameHashCodeAs(events);
        assertThat(log).isNotEqualTo(EventLog.of(events.subList(0, 1499)));
        assertThat(log).isNotEqualTo(log.with(1499, List.of(event("other", START)), words));
        assertThat(log.beside(Stream.of(event("other", START)))).isNotEqualTo(log);
    }

    @Test
    void anEventIsFoundAmongThoseOfItsTime() {
        var log = EventLog.of(List.of(event("a", START), event("b", START), event("c", START.plusSeconds(1))));
        assertThat(has(log, "a", START)).isTrue();
        assertThat(has(log, "b", START)).isTrue();
        assertThat(has(log, "c", START)).isFalse();
        assertThat(has(log, "c", START.plusSeconds(1))).isTrue();
        assertThat(has(log, "c", START.plusSeconds(2))).isFalse();
        assertThat(log.firstAt(START.plusNanos(1))).isEqualTo(2);
    }

    @Test
    void thereIsNothingOutsideOfIt() {
        var log = EventLog.of(events("e", 3, 1)).beside(Stream.of(event("o", START)));
        assertThatThrownBy(() -> log.get(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> log.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
