package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.KeptFigures;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Many follow stacks of one account that answers ten questions a second, whoever asks them.
class SharedBucketTest {
    private static final int FOLLOWERS = 50;
    private static final double A_SECOND = 10;
    private static final Duration LIFE = Duration.ofMinutes(10);
    /// Who asks as often as there are answers, in turn, sees an event after up to five seconds, all equally likely.
    private static final double FLOOR = 0.95 * FOLLOWERS / A_SECOND;

    private final Crowd crowd = new Crowd();
    private final List<Double> delays = new ArrayList<>();
    private final List<Double> slowest = new ArrayList<>();
    private double tokens = A_SECOND;
    private Instant filled = VirtualPace.START;
    private int answered;
    private int throttled;

    @Test
    void fiftyFollowersShareTenReadsASecond() throws IOException {
        var ended = new ArrayList<Outcome>();
        for (var number = 0; number < FOLLOWERS; number++) {
            var stack = new OneOfMany(number);
            crowd.join(Duration.ofMillis(20L * number), pace -> {
                ended.add(new Follower(stack, pace)
                        .follow(new Target(ScriptedStacks.ID, Aim.COMPLETION, 0), stack::hear));
                delays.addAll(stack.seen);
                slowest.add(percentile(stack.seen, 0.95));
            });
        }
        assertThat(crowd.run()).isEmpty();
        assertThat(ended)
                .hasSize(FOLLOWERS)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Succeeded.class));
        var median = percentile(delays, 0.5);
        var most = percentile(delays, 0.95);
        KeptFigures.say(
                "shared-bucket",
                "%d followers on %.0f reads a second: %,d events, delay %.1f s at the median, %.1f s at the 95th "
                        + "percentile, %.2f of the floor of %.2f s; %.1f s for who waited longest; "
                        + "%.1f reads a second answered, %.1f throttled",
                FOLLOWERS,
                A_SECOND,
                delays.size(),
                median,
                most,
                most / FLOOR,
                FLOOR,
                percentile(slowest, 1),
                answered / seconds(crowd.now()),
                throttled / seconds(crowd.now()));
        assertThat(seconds(crowd.now())).isLessThan(LIFE.toSeconds() + 120);
        assertThat(most).isLessThan(2 * FLOOR);
        assertThat(percentile(slowest, 1)).isLessThan(4 * FLOOR);
    }

    private static double percentile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    private static double seconds(Instant until) {
        return Duration.between(VirtualPace.START, until).toMillis() / 1000.0;
    }

    private void take() {
        var now = crowd.now();
        tokens = Math.min(A_SECOND, tokens + Duration.between(filled, now).toNanos() / 1e9 * A_SECOND);
        filled = now;
        if (tokens < 1 - 1e-9) {
            throttled++;
            throw new CloudProblem(CloudProblem.Kind.THROTTLED, "", "Throttling", "Rate exceeded", "", null);
        }
        answered++;
        tokens--;
    }

    /// A stack with events as they come, one every other second.
    private final class OneOfMany extends ScriptedStacks {
        private final List<StackEvent> events = new ArrayList<>();
        private final List<Double> seen = new ArrayList<>();
        private final Instant end = VirtualPace.START.plus(LIFE);

        OneOfMany(int number) {
            var chance = new SplittableRandom(number);
            for (var at = VirtualPace.START; at.isBefore(end); at = at.plusMillis(chance.nextInt(4000))) {
                events.add(event(at, "Thing", "CREATE_IN_PROGRESS"));
            }
            events.add(event(end, ID, "CREATE_COMPLETE"));
        }

        private StackEvent event(Instant at, String physicalId, String status) {
            return new StackEvent("e" + events.size(), at, ID, "Thing", physicalId, "T", new StackStatus(status), "");
        }

        void hear(Progress progress) {
            // the first seconds are those in which fifty come all at once
            progress.fresh().stream()
                    .filter(event -> event.time().isAfter(VirtualPace.START.plusSeconds(60)))
                    .map(event -> Duration.between(event.time(), crowd.now()).toMillis() / 1000.0)
                    .forEach(seen::add);
        }

        @Override
        public Optional<Stack> find(String nameOrId) {
            take();
            var status = crowd.now().isBefore(end) ? "CREATE_IN_PROGRESS" : "CREATE_COMPLETE";
            return Optional.of(new Stack(
                    ID, "web", new StackStatus(status), "", VirtualPace.START, Map.of(), Map.of(), List.of()));
        }

        @Override
        public EventPage events(String stackId, Optional<String> page) {
            take();
            var visible = events.stream()
                    .filter(event -> !event.time().isAfter(crowd.now()))
                    .toList()
                    .reversed();
            var from = page.map(Integer::parseInt).orElse(0);
            var until = Math.min(visible.size(), from + 100);
            return new EventPage(
                    visible.subList(from, until),
                    until < visible.size() ? Optional.of(String.valueOf(until)) : Optional.empty());
        }
    }
}
