package dev.ecswizard.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;

/// Many who live in one virtual time. One of them runs at a time: the one who waits for the earliest moment.
final class Crowd {
    private record Waiting(Instant until, long number, Semaphore turn) {}

    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>((one, other) -> {
        var byTime = one.until.compareTo(other.until);
        return byTime != 0 ? byTime : Long.compare(one.number, other.number);
    });
    private final Semaphore idle = new Semaphore(0);
    private final List<Throwable> failures = new ArrayList<>();
    private Instant now = VirtualPace.START;
    private long numbers;

    /// Has somebody begin at a moment. To be called before [#run].
    void join(Duration after, java.util.function.Consumer<Pace> life) {
        var turn = add(now.plus(after));
        Thread.ofVirtual().start(() -> {
            turn.acquireUninterruptibly();
            try {
                life.accept(new Of());
            } catch (RuntimeException | AssertionError failure) {
                failures.add(failure);
            }
            idle.release();
        });
    }

    /// Lets all of them live to their end.
    ///
    /// @return what they failed with
    List<Throwable> run() {
        while (!waiting.isEmpty()) {
            var next = waiting.remove();
            now = next.until;
            next.turn.release();
            idle.acquireUninterruptibly();
        }
        return failures;
    }

    Instant now() {
        return now;
    }

    private Semaphore add(Instant until) {
        var turn = new Semaphore(0);
        waiting.add(new Waiting(until, numbers++, turn));
        return turn;
    }

    private final class Of implements Pace {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause(Duration duration) {
            var turn = add(now.plus(duration));
            idle.release();
            turn.acquireUninterruptibly();
        }
    }
}
