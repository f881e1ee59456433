package dev.ecswizard.deploy;

import java.time.Duration;
import java.time.Instant;

/// The time that a deployment lives in: the wall's clock, or one that a test moves.
public interface Pace {
    Instant now();

    /// Blocks for the given time.
    void pause(Duration duration) throws InterruptedException;

    /// Real time.
    static Pace ofTheWall() {
        return new Pace() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
