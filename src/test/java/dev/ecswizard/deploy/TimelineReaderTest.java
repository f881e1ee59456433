package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineReaderTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ID = "arn:stack";
    private static final List<TemplateResource> EXPECTED = List.of(new TemplateResource("Last", "AWS::ECS::Cluster"));

    private final TimelineReader reader = new TimelineReader();
    private final SharedWords words = new SharedWords();
    private EventLog log = EventLog.empty();

    private static StackEvent event(int number, String id, String physical, String status) {
        return new StackEvent(
                "e" + number,
                START.plusMillis(number),
                ID,
                id,
                physical,
                "AWS::ECS::Cluster",
                new StackStatus(status),
                "");
    }

    private static StackEvent part(int number) {
        var status = number / 300 % 2 == 0 ? "UPDATE_IN_PROGRESS" : "UPDATE_COMPLETE";
        return event(number, "Part" + number % 300, "physical", status);
    }

    /// As a look does that reads one page back into what is known.
    private void grow(List<StackEvent> newest) {
        var place = Math.max(0, log.size() - 40);
        var rest = new ArrayList<>(log.subList(place, log.size()));
        rest.addAll(newest);
        log = log.with(place, rest, words);
    }

    /// The most that one look reads while the log grows by fifty events a look.
    private long mostTakenAtALook(int events) {
        var most = 0L;
        grow(List.of(event(0, "web", ID, "UPDATE_IN_PROGRESS")));
        for (var number = 1; number < events; ) {
            var newest = new ArrayList<StackEvent>();
            for (var i = 0; i < 50; i++) {
                newest.add(part(number++));
            }
            grow(newest);
            var before = reader.taken();
            reader.read(log, EXPECTED);
            most = Math.max(most, reader.taken() - before);
        }
        return most;
    }

    @Test
    void aLookReadsAsLittleOfAHundredThousandEventsAsOfAThousand() {
        assertThat(mostTakenAtALook(100_000)).isLessThanOrEqualTo(TimelineReader.NEW + 50);
        assertThat(log).hasSizeGreaterThanOrEqualTo(100_000);
        assertThat(reader.read(log, EXPECTED)).isEqualTo(Timeline.of(log, EXPECTED));
    }

    @Test
    void aLookThatSawNothingNewReadsNothing() {
        mostTakenAtALook(1_000);
        var before = reader.taken();
        assertThat(reader.read(log, EXPECTED)).isEqualTo(Timeline.of(log, EXPECTED));
        assertThat(reader.taken()).isEqualTo(before);
    }

    @Test
    void anEventThatComesVeryLateIsReadAmongItsNeighbours() {
        mostTakenAtALook(5_000);
        var place = 100;
        var rest = new ArrayList<>(log.subList(place, log.size()));
        rest.addFirst(event(place, "Late", "physical", "UPDATE_COMPLETE"));
        log = log.with(place, rest, words);
        assertThat(reader.read(log, List.of())).isEqualTo(Timeline.of(log, List.of()));
        assertThat(reader.read(log, List.of()).bars())
                .extracting(Timeline.Bar::logicalId)
                .contains("Late");
    }

    @Test
    void howeverItGrowsItIsWhatOneReadingOfTheWholeIs() {
        var random = new Random(7);
        var statuses = List.of(
                "CREATE_IN_PROGRESS",
                "CREATE_COMPLETE",
                "CREATE_FAILED",
                "UPDATE_IN_PROGRESS",
                "UPDATE_COMPLETE",
                "DELETE_IN_PROGRESS",
                "DELETE_COMPLETE",
                "ROLLBACK_IN_PROGRESS",
                "ROLLBACK_COMPLETE");
        for (var number = 0; number < 4_000; ) {
            var place = Math.max(0, log.size() - (random.nextInt(50) == 0 ? random.nextInt(900) : random.nextInt(30)));
            var rest = new ArrayList<>(log.subList(place, log.size()));
            for (var i = random.nextInt(40); i >= 0; i--) {
                var ofStack = random.nextInt(60) == 0;
                rest.add(
                        random.nextInt(rest.size() + 1),
                        event(
                                number++,
                                ofStack ? "web" : "Part" + random.nextInt(9),
                                ofStack ? ID : "physical",
                                statuses.get(random.nextInt(statuses.size()))));
            }
            log = log.with(place, rest, words);
            var expected = random.nextBoolean() ? EXPECTED : List.<TemplateResource>of();
            assertThat(reader.read(log, expected)).isEqualTo(Timeline.of(log, expected));
        }
    }

    @Test
    void whatNeverBeganIsNoLongerToComeOnTheWayBack() {
        grow(List.of(
                event(0, "web", ID, "CREATE_IN_PROGRESS"),
                event(1, "Part", "physical", "CREATE_FAILED"),
                event(2, "web", ID, "ROLLBACK_IN_PROGRESS")));
        assertThat(reader.read(log, EXPECTED).bars())
                .extracting(Timeline.Bar::logicalId)
                .containsExactly("Part");
    }
}
