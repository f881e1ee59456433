package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final List<String> STATUSES = List.of(
            "CREATE_IN_PROGRESS",
            "CREATE_COMPLETE",
            "CREATE_FAILED",
            "UPDATE_IN_PROGRESS",
            "UPDATE_FAILED",
            "DELETE_IN_PROGRESS",
            "DELETE_FAILED",
            "DELETE_COMPLETE",
            "ROLLBACK_IN_PROGRESS");
    private static final Set<String> BEGINNINGS = Set.of("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS");

    private static StackEvent event(int number, boolean isOfStack, String status, String reason, String token) {
        var id = isOfStack ? ScriptedStacks.ID : "physical-" + number % 40;
        return new StackEvent(
                "e" + number,
                Instant.ofEpochSecond(number),
                ScriptedStacks.ID,
                isOfStack ? "web" : "R" + number % 40,
                id,
                "T",
                new StackStatus(status),
                reason,
                token);
    }

    private static StackEvent any(int number, SplittableRandom chance) {
        return event(
                number,
                chance.nextInt(12) == 0,
                STATUSES.get(chance.nextInt(STATUSES.size())),
                chance.nextInt(3) == 0 ? "Resource creation cancelled" : chance.nextBoolean() ? "no room" : "",
                "token-" + number / 200);
    }

    /// Looks at a log as it grows, with events that come below those that were seen, and holds each against what all
    /// events say.
    @Test
    void whatIsKeptUpIsWhatAllEventsSay() {
        for (var seed = 0; seed < 40; seed++) {
            var chance = new SplittableRandom(seed);
            var all = new ArrayList<StackEvent>();
            var words = new SharedWords();
            var log = EventLog.empty();
            var digest = new Digest();
            for (var number = 0; number < 1500; ) {
                var place = all.size();
                for (var more = chance.nextInt(60); more >= 0; more--) {
                    var late = chance.nextInt(40) == 0 ? chance.nextInt(all.size() + 1) : all.size();
                    all.add(late, any(number++, chance));
                    place = Math.min(place, late);
                }
                log = log.with(place, all.subList(place, all.size()), words);
                digest.read(log, place);

                assertThat(digest.ofStack())
                        .isEqualTo(all.stream().filter(StackEvent::isOfStack).toList());
                var latest = new HashMap<String, StackStatus>();
                all.stream()
                        .filter(each -> !each.isOfStack())
                        .forEach(each -> latest.put(each.logicalId(), each.status()));
                assertThat(digest.latest()).isEqualTo(latest);
                assertThat(digest.cause(true)).isEqualTo(cause(all, Set.of("DELETE_IN_PROGRESS")));
                assertThat(digest.cause(false)).isEqualTo(cause(all, BEGINNINGS));
                assertThat(digest.bears("token-" + (number - 1) / 200)).isTrue();
                assertThat(digest.bears("token-" + (number + 200) / 200)).isFalse();
            }
        }
    }

    private static Optional<StackEvent> cause(List<StackEvent> all, Set<String> beginnings) {
        var begun = IntStream.range(0, all.size())
                .filter(i -> all.get(i).isOfStack()
                        && beginnings.contains(all.get(i).status().name()))
                .max()
                .orElse(0);
        return all.stream().skip(begun).filter(StackEvent::isCause).findFirst();
    }

    @Test
    void aLongLogIsNotReadAnewAtEachLook() {
        var stacks = new ScriptedStacks();
        var history = new History();
        var looks = 0;
        for (var number = 0; number < 10_000; number++) {
            stacks.event(number * 0.02, "R" + number % 300, "CREATE_IN_PROGRESS");
            if (number % 50 == 49) {
                stacks.pace.pass(java.time.Duration.ofSeconds(1));
                history.read(stacks, ScriptedStacks.ID, false);
                looks++;
            }
        }
        assertThat(history.events()).hasSize(10_000);
        assertThat(history.taken()).isLessThan(10_000 + looks * (Digest.NEW + 50L));
    }
}
