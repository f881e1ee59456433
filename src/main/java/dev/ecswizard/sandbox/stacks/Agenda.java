package dev.ecswizard.sandbox.stacks;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;

/// What is to happen, in the order in which it falls due. Nothing happens by itself: whoever looks runs first what is
/// due by then, each step at its own time.
final class Agenda {
    private record Step(Instant due, long order, Runnable action) {}

    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::due).thenComparing(Step::order));
    private final InstantSource clock;
    private final double pace;
    private Instant present = Instant.MIN;
    private long order;

    /// @param pace how many of AWS's seconds pass in one of the clock's
    Agenda(InstantSource clock, double pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /// The time of the step that runs, else of the last look at the clock.
    Instant now() {
        return present;
    }

    /// @param seconds as they would pass in AWS
    void after(double seconds, Runnable action) {
        var due = present.plusMillis(Math.round(seconds * 1000 / pace));
        steps.add(new Step(due, order++, action));
    }

    /// Runs what is due. A clock that goes back stops the time until it is made up for.
    void catchUp() {
        var until = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        while (!steps.isEmpty() && !steps.peek().due().isAfter(until)) {
            var step = steps.poll();
            present = step.due().isAfter(present) ? step.due() : present;
            step.action().run();
        }
        present = until.isAfter(present) ? until : present;
    }
}
