package dev.ecswizard.sandbox.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// What is to happen in a sandbox, in the order in which it falls due. Nothing happens by itself: whoever looks runs
/// first what is due by then, each step at its own time. Its lock guards all that changes by and by; nothing blocks for
/// longer than what is due takes.
public final class Agenda {
    private record Step(Instant due, long order, Runnable action) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::due).thenComparing(Step::order));
    private final InstantSource clock;
    private final double pace;
    private Instant present = Instant.MIN;
    private long order;

    /// @param pace how many of AWS's seconds pass in one of the clock's
    public Agenda(InstantSource clock, double pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /// The time of the step that runs, else of the last look at the clock. To be asked under the lock.
    public Instant now() {
        return present;
    }

    /// To be called under the lock.
    ///
    /// @param seconds as they would pass in AWS
    public void after(double seconds, Runnable action) {
        var due = present.plusMillis(Math.round(seconds * 1000 / pace));
        steps.add(new Step(due, order++, action));
    }

    /// Runs what is due, and then something that sees and changes things as they are now, with nobody else at them.
    public <T> T on(Supplier<T> question) {
        lock.lock();
        try {
            run();
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /// Runs what is due.
    public void catchUp() {
        lock.lock();
        try {
            run();
        } finally {
            lock.unlock();
        }
    }

    /// A clock that goes back stops the time until it is made up for.
    private void run() {
        var until = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        while (!steps.isEmpty() && !steps.peek().due().isAfter(until)) {
            var step = steps.poll();
            present = step.due().isAfter(present) ? step.due() : present;
            step.action().run();
        }
        present = until.isAfter(present) ? until : present;
    }
}
