package dev.ecswizard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private static final Stack STACK = new Stack(
            ScriptedStacks.ID,
            "web",
            new StackStatus("CREATE_IN_PROGRESS"),
            "",
            Instant.EPOCH,
            Map.of(),
            Map.of(),
            List.of());

    private final SplittableRandom chance = new SplittableRandom(3);
    private final Signals signals = new Signals();

    private static StackEvent event(int number, String reason) {
        return new StackEvent(
                "e" + number,
                Instant.ofEpochSecond(number),
                ScriptedStacks.ID,
                "Group",
                "group",
                "T",
                new StackStatus("CREATE_IN_PROGRESS"),
                reason);
    }

    /// A log of 5,000 events, some of which come below those that were seen.
    private long grow() {
        var log = new GrowingLog();
        var all = new ArrayList<StackEvent>();
        var hosts = new HashSet<String>();
        var before = signals.taken();
        for (var number = 0; number < 5_000; ) {
            var place = all.size();
            for (var more = 0; more < 20; more++, number++) {
                var host = "i-0%04x".formatted(chance.nextInt(65_536));
                var isSignal = chance.nextInt(10) == 0;
                var late = chance.nextInt(60) == 0 ? Math.max(0, all.size() - chance.nextInt(9)) : all.size();
                all.add(late, event(number, isSignal ? "Received SUCCESS signal with UniqueId " + host : host));
                place = Math.min(place, late);
                if (isSignal) {
                    hosts.add(host);
                }
            }
            var seen = log.look(place, all.subList(place, all.size()), Stream.empty());
            assertThat(signals.stage(STACK, seen)).isEqualTo(new StackStage(StackStage.Way.UP, hosts));
        }
        return signals.taken() - before;
    }

    @Test
    void allAreKnownAndALongLogIsNotReadAnewAtEachLook() {
        assertThat(grow()).isLessThan(10_000);
    }

    @Test
    void thoseOfAnotherStackAreForgotten() {
        signals.stage(STACK, List.of(event(-1, "Received SUCCESS signal with UniqueId i-0fffff")));
        grow();
    }
}
