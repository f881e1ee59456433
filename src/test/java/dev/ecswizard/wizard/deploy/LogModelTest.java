package dev.ecswizard.wizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.deploy.GrowingLog;
import dev.ecswizard.wizard.FakeStacks;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class LogModelTest {
    private final LogModel log = new LogModel(ZoneOffset.UTC);

    private static StackEvent event(int second, String logicalId, String status, String reason) {
        return new StackEvent(
                "e" + second + logicalId,
                FakeStacks.START.plusSeconds(second),
                FakeStacks.ID,
                logicalId,
                "physical",
                "AWS::ECS::Cluster",
                new StackStatus(status),
                reason);
    }

    private static final StackEvent ONE = event(0, "Role", "CREATE_IN_PROGRESS", "");
    private static final StackEvent TWO = event(2, "Cluster", "CREATE_FAILED", "No\nroom");
    private static final StackEvent LATE = event(1, "Role", "CREATE_COMPLETE", "");

    @Test
    void newEventsComeInOneBatchAndLateOnesInTheirPlace() {
        var changes = new ArrayList<Boolean>();
        log.shown().addListener((ListChangeListener<StackEvent>) change -> {
            while (change.next()) {
                changes.add(change.wasReplaced());
            }
        });
        log.set(List.of(ONE, TWO));
        log.set(List.of(ONE, TWO));
        log.set(List.of(ONE, LATE, TWO));
        assertThat(log.shown()).containsExactly(ONE, LATE, TWO);
        assertThat(changes).containsExactly(false, false);
    }

    @Test
    void everyWordOfTheFilterHasToStandSomewhereInTheEvent() {
        log.set(List.of(ONE, LATE, TWO));
        log.filter().set("role complete");
        assertThat(log.shown()).containsExactly(LATE);
        log.filter().set("NO ROOM");
        assertThat(log.shown()).containsExactly(TWO);
        log.set(List.of(ONE, LATE, TWO, event(3, "Other", "CREATE_COMPLETE", "")));
        assertThat(log.shown()).containsExactly(TWO);
    }

    @Test
    void aWordWithAColonIsSoughtInTheTime() {
        log.set(List.of(ONE, LATE, TWO));
        log.filter().set("10:00:01");
        assertThat(log.shown()).containsExactly(LATE);
        log.filter().set(":00:02 failed");
        assertThat(log.shown()).containsExactly(TWO);
        log.filter().set("1");
        assertThat(log.shown()).isEmpty();
    }

    @Test
    void lateOnesPassTheFilterIntoTheirPlace() {
        log.filter().set("role");
        log.set(List.of(ONE, TWO, event(4, "Role", "DELETE_COMPLETE", "")));
        log.set(List.of(ONE, LATE, TWO, event(4, "Role", "DELETE_COMPLETE", "")));
        assertThat(log.shown())
                .extracting(each -> each.status().name())
                .containsExactly("CREATE_IN_PROGRESS", "CREATE_COMPLETE", "DELETE_COMPLETE");
    }

    /// Whatever way a log and a filter came about, what is shown is what a filter over the whole shows, and a mirror
    /// that is kept by what is told is the same.
    @Test
    void whatIsShownStepByStepIsWhatTheWholeShows() {
        for (var seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var model = new LogModel(ZoneOffset.UTC);
            var mirror = FXCollections.<StackEvent>observableArrayList();
            model.shown().addListener((ListChangeListener<StackEvent>) change -> {
                while (change.next()) {
                    var there = mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize());
                    there.clear();
                    mirror.addAll(change.getFrom(), change.getAddedSubList());
                }
            });
            var story = new Story(random);
            for (var step = 0; step < 60; step++) {
                switch (random.nextInt(5)) {
                    case 0, 1 -> model.set(story.next());
                    case 2 ->
                        model.filter().set(model.filter().get() + LETTERS.charAt(random.nextInt(LETTERS.length())));
                    case 3 -> model.filter().set(FILTERS.get(random.nextInt(FILTERS.size())));
                    default -> model.failuresOnly().set(random.nextInt(4) == 0);
                }
                var whole = new LogModel(ZoneOffset.UTC);
                whole.filter().set(model.filter().get());
                whole.failuresOnly().set(model.failuresOnly().get());
                whole.set(story.now());
                assertThat(model.shown())
                        .as(
                                "seed %d, step %d, filter %s",
                                seed, step, model.filter().get())
                        .isEqualTo(whole.shown())
                        .isEqualTo(story.now().stream()
                                .filter(event -> passes(event, model))
                                .toList());
                assertThat(mirror).isEqualTo(model.shown());
            }
        }
    }

    private static final String LETTERS = "ro1 :ceä";
    private static final List<String> FILTERS =
            List.of("", "r", "role", "cluster fail", "00:1", "1", "FAILED 10:0", "ä", "zz");

    private static boolean passes(StackEvent event, LogModel model) {
        return (!model.failuresOnly().get() || event.status().isFailure())
                && Stream.of(model.filter().get().toLowerCase(Locale.ROOT).split("\\s+"))
                        .allMatch(word -> isIn(
                                        word,
                                        event.logicalId(),
                                        event.type(),
                                        event.status().name(),
                                        event.reason())
                                || model.filter().get().matches("(?s)(.*\\s)?\\d*:[\\d:]*(\\s.*)?")
                                        && isIn(word, model.time(event)));
    }

    private static boolean isIn(String word, String... columns) {
        return Stream.of(columns)
                .anyMatch(column -> column.toLowerCase(Locale.ROOT).contains(word));
    }

    /// A stack's log that grows, also in its middle, with events of hosts beside it, and at times that of another
    /// stack.
    private static final class Story {
        private final Random random;
        private final GrowingLog log = new GrowingLog();
        private final List<StackEvent> others = new ArrayList<>();
        private List<StackEvent> now = List.of();
        private int told;

        Story(Random random) {
            this.random = random;
        }

        List<StackEvent> now() {
            return now;
        }

        List<StackEvent> next() {
            if (random.nextInt(10) == 0) {
                log.clear();
                others.clear();
            }
            if (random.nextInt(3) == 0) {
                others.add(event(random.nextInt(told / 10 + 1), "Röle1", "JOIN_COMPLETE", "Host " + told));
            }
            var place = Math.max(0, log.size() - random.nextInt(300));
            var rest = new ArrayList<>(log.from(place));
            for (var more = random.nextInt(600); more > 0; more--) {
                rest.add(event(
                        told++ / 10,
                        random.nextInt(3) == 0 ? "Cluster" : "Röle" + random.nextInt(3),
                        random.nextInt(4) == 0 ? "CREATE_FAILED" : "CREATE_COMPLETE",
                        random.nextInt(6) == 0 ? "One " + told : ""));
                if (random.nextInt(50) == 0) {
                    var late = rest.removeLast();
                    rest.add(random.nextInt(rest.size() + 1), late);
                }
            }
            now = log.look(place, rest, others.stream());
            return now;
        }
    }

    @Test
    void failuresAloneCanBeShown() {
        log.set(List.of(ONE, LATE, TWO));
        log.failuresOnly().set(true);
        assertThat(log.shown()).containsExactly(TWO);
    }

    @Test
    void theTextHasOneLineAnEvent() {
        assertThat(log.text(List.of(LATE, TWO)))
                .isEqualTo("10:00:01\tRole\tAWS::ECS::Cluster\tCREATE_COMPLETE\t\n"
                        + "10:00:02\tCluster\tAWS::ECS::Cluster\tCREATE_FAILED\tNo room");
    }
}
