package dev.ecswizard.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clock that moves only when somebody waits.
class VirtualPace implements Pace {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    final List<Duration> pauses = new ArrayList<>();
    private Instant now = START;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        now = now.plus(duration);
    }

    /// Lets time go by without anybody waiting.
    void pass(Duration duration) {
        now = now.plus(duration);
    }

    double seconds() {
        return Duration.between(START, now).toMillis() / 1000.0;
    }
}
