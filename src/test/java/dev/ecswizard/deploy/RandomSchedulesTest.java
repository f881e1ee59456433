package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ecswizard.KeptFigures;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Any schedule of events, pages, faults and restarts, held against what the story says. `-Dschedules.count=100000` for
/// more of them.
class RandomSchedulesTest {
    private static final int COUNT = Integer.getInteger("schedules.count", 5_000);
    /// Offset pages that were pushed down by more than a page while they were read.
    private static final List<Integer> ONCE_BROKEN = List.of(10_056, 26_529);

    private final LongAdder looks = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder restarts = new LongAdder();

    @Test
    void noEventIsLostOrDoubledOrOutOfOrder() throws IOException {
        var seeds =
                IntStream.concat(IntStream.range(0, COUNT), ONCE_BROKEN.stream().mapToInt(Integer::intValue));
        seeds.parallel().forEach(seed -> {
            try {
                followToTheEnd(new RandomStory(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("schedule " + seed, broken);
            }
        });
        KeptFigures.say(
                "schedules",
                "followed %,d random schedules with %,d restarts and %,d looks: %,d events, "
                        + "none lost, doubled or out of order",
                COUNT,
                restarts.sum(),
                looks.sum(),
                events.sum());
        assertThat(restarts.sum()).isGreaterThan(COUNT / 4);
    }

    private void followToTheEnd(RandomStory story) {
        var kills = new ArrayList<Instant>();
        story.kills().forEach(time -> kills.add(story.time(time)));
        while (true) {
            var listener = new Listener(story);
            try {
                var outcome = new Follower(story, new Mortal(story.pace, kills))
                        .follow(new Target(ScriptedStacks.ID, Aim.COMPLETION, 0), listener::hear);
                listener.end(outcome);
                events.add(listener.known.size());
                return;
            } catch (CloudProblem killed) {
                assertThat(killed.kind()).isEqualTo(CloudProblem.Kind.CANCELLED);
                assertThat(Thread.interrupted()).isTrue();
                restarts.increment();
            }
        }
    }

    /// Time that somebody's end cuts short.
    private record Mortal(VirtualPace pace, List<Instant> kills) implements Pace {
        @Override
        public Instant now() {
            return pace.now();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            pace.pause(duration);
            if (!kills.isEmpty() && !pace.now().isBefore(kills.getFirst())) {
                kills.removeFirst();
                throw new InterruptedException();
            }
        }
    }

    private final class Listener {
        private final RandomStory story;
        private final HashSet<String> known = new HashSet<>();
        private Optional<Progress> last = Optional.empty();

        Listener(RandomStory story) {
            this.story = story;
        }

        void hear(Progress progress) {
            looks.increment();
            progress.ending().ifPresent(ending -> assertThat(status(ending)).isEqualTo(story.end));
            for (var event : progress.fresh()) {
                if (!known.add(event.id())) {
                    fail("told twice: " + event.id());
                }
            }
            if (progress.fresh().isEmpty() && progress.events().size() == known.size()) {
                last = Optional.of(progress);
                return;
            }
            if (progress.events().size() != known.size()
                    || !RandomStory.ids(progress.events()).equals(known)) {
                fail("the whole is not the sum of what was told");
            }
            if (!story.isInOrder(progress.events())) {
                fail("out of order: "
                        + progress.events().stream().map(StackEvent::id).toList());
            }
            last = Optional.of(progress);
        }

        void end(Outcome outcome) {
            assertThat(status(outcome)).isEqualTo(story.end);
            assertThat(last.orElseThrow().trouble()).isEmpty();
            assertThat(known).containsAll(story.asked());
            assertThat(story.told()).containsAll(known);
        }

        private static String status(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Succeeded(Stack stack) -> stack.status().name();
                case Outcome.Failed(Stack stack, var _) -> stack.status().name();
                case Outcome.Deleted _ -> "DELETE_COMPLETE";
            };
        }
    }
}
