package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Stack;
import dev.ecswizard.cloud.StackEvent;
import dev.ecswizard.cloud.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// A stack's life drawn by lot: bursts of events with equal timestamps, some of them late, on pages of any size, behind
/// an endpoint that throttles, is away for a time, or wants new credentials.
final class RandomStory extends ScriptedStacks {
    private static final List<String> ENDS = List.of("CREATE_COMPLETE", "ROLLBACK_COMPLETE", "UPDATE_COMPLETE");
    private static final CloudProblem.Kind[] TROUBLES = {
        CloudProblem.Kind.THROTTLED, CloudProblem.Kind.EXPIRED, CloudProblem.Kind.UNREACHABLE
    };

    /// @param visible milliseconds from the start
    private record Told(long visible, StackEvent event) {}

    private record Away(long from, long until, CloudProblem.Kind kind, double share) {}

    final String end;
    private final SplittableRandom chance;
    private final List<Told> newestFirst = new ArrayList<>();
    private final List<Away> aways = new ArrayList<>();
    private final long ending;
    private final int size;
    private final boolean keys;
    private final int slowest;
    private long asked;

    RandomStory(long seed) {
        chance = new SplittableRandom(seed);
        size = List.of(1, 3, 10, 100).get(chance.nextInt(4)) + chance.nextInt(3);
        // a page of one that was pushed down by another does not tell where its event belongs
        keys = size < 10 || chance.nextBoolean();
        slowest = List.of(0, 50, 400).get(chance.nextInt(3));
        ending = 1000L * chance.nextInt(1, 90);
        end = ENDS.get(chance.nextInt(ENDS.size()));
        var grain = List.of(1, 500, 4000).get(chance.nextInt(3));
        var number = chance.nextInt(4) == 0 ? chance.nextInt(300) : chance.nextInt(40);
        var lateOnes = chance.nextInt(3) == 0 ? 0 : chance.nextDouble();
        var times = chance.longs(number, 0, ending)
                .map(time -> time / grain * grain)
                .sorted()
                .toArray();
        tell(0, 0, "web", "CREATE_IN_PROGRESS");
        for (var i = 0; i < number; i++) {
            var late = chance.nextDouble() < lateOnes ? chance.nextInt(9000) : chance.nextInt(150);
            tell(times[i], times[i] + late, "R" + chance.nextInt(30), "CREATE_IN_PROGRESS");
        }
        tell(ending, ending + chance.nextInt(2000), "web", end);
        newestFirst.sort(
                Comparator.comparing((Told told) -> told.event().time()).reversed());
        for (var i = chance.nextInt(4); i > 0; i--) {
            var from = chance.nextLong(ending + 4000);
            aways.add(new Away(
                    from,
                    from + chance.nextInt(60_000),
                    TROUBLES[chance.nextInt(TROUBLES.length)],
                    chance.nextBoolean() ? 1 : chance.nextDouble()));
        }
    }

    private void tell(long at, long visible, String logicalId, String status) {
        // put before those of the same time, as on the pages
        newestFirst.addFirst(new Told(
                visible,
                new StackEvent(
                        "e" + newestFirst.size(),
                        VirtualPace.START.plusMillis(at),
                        ID,
                        logicalId,
                        logicalId.equals("web") ? ID : logicalId,
                        "AWS::Some::Thing",
                        new StackStatus(status),
                        "")));
    }

    /// When somebody kills the program, in milliseconds from the start.
    List<Long> kills() {
        return chance.longs(chance.nextInt(3), 0, ending + 3000)
                .sorted()
                .boxed()
                .toList();
    }

    private long now() {
        return Duration.between(VirtualPace.START, pace.now()).toMillis();
    }

    private void meet() {
        pace.pass(Duration.ofMillis(slowest == 0 ? 0 : chance.nextInt(slowest)));
        var now = now();
        for (var away : aways) {
            if (now >= away.from && now < away.until && chance.nextDouble() < away.share) {
                throw new CloudProblem(away.kind, "", "", "drawn by lot", "", null);
            }
        }
    }

    @Override
    public Optional<Stack> find(String nameOrId) {
        meet();
        var status = now() >= ending ? end : "CREATE_IN_PROGRESS";
        return Optional.of(
                new Stack(ID, "web", new StackStatus(status), "", VirtualPace.START, Map.of(), Map.of(), List.of()));
    }

    @Override
    public EventPage events(String stackId, Optional<String> page) {
        if (page.isEmpty()) {
            asked = now();
        }
        meet();
        var visible = visible(now());
        var from = page.map(key -> keys ? behind(visible, key) : Integer.parseInt(key))
                .orElse(0);
        var until = Math.min(visible.size(), from + size);
        return new EventPage(
                visible.subList(from, until),
                until < visible.size()
                        ? Optional.of(keys ? visible.get(until - 1).id() : String.valueOf(until))
                        : Optional.empty());
    }

    private static int behind(List<StackEvent> events, String id) {
        for (var i = 0; i < events.size(); i++) {
            if (events.get(i).id().equals(id)) {
                return i + 1;
            }
        }
        throw new AssertionError(id);
    }

    private List<StackEvent> visible(long now) {
        var visible = new ArrayList<StackEvent>(newestFirst.size());
        for (var told : newestFirst) {
            if (told.visible <= now) {
                visible.add(told.event);
            }
        }
        return visible;
    }

    /// What the oracle has to say about an order of events: each stands in the story, once, behind all that are older.
    boolean isInOrder(List<StackEvent> events) {
        var story = newestFirst.listIterator(newestFirst.size());
        for (var event : events) {
            do {
                if (!story.hasPrevious()) {
                    return false;
                }
            } while (!story.previous().event.id().equals(event.id()));
        }
        return true;
    }

    /// What could be seen when the last reading began.
    Set<String> asked() {
        return ids(visible(asked));
    }

    /// What can be seen now.
    Set<String> told() {
        return ids(visible(now()));
    }

    Instant time(long millis) {
        return VirtualPace.START.plusMillis(millis);
    }

    static Set<String> ids(List<StackEvent> events) {
        var ids = new HashSet<String>();
        events.forEach(event -> ids.add(event.id()));
        return ids;
    }
}
