package dev.ecswizard.wizard.deploy;

import dev.ecswizard.deploy.Pace;
import dev.ecswizard.wizard.FakeStacks;
import java.time.Duration;
import java.time.Instant;

/// A clock that moves only when somebody waits.
final class StepPace implements Pace {
    private Instant now = FakeStacks.START;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
    }
}
