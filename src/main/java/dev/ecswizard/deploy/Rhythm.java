package dev.ecswizard.deploy;

import java.time.Duration;

/// How long to wait before the next look at a stack: a second while events flow, easing to five in quiet, and up to
/// half a minute while AWS can not or will not answer.
final class Rhythm {
    static final Duration QUICK = Duration.ofSeconds(1);
    static final Duration QUIET = Duration.ofSeconds(5);
    static final Duration HELD_BACK = Duration.ofSeconds(30);

    private Duration pause = QUICK;

    Duration afterNews() {
        pause = QUICK;
        return pause;
    }

    Duration afterQuiet() {
        pause = shorter(pause.multipliedBy(5).dividedBy(4), QUIET);
        return pause;
    }

    Duration afterTrouble() {
        pause = shorter(pause.multipliedBy(2), HELD_BACK);
        return pause;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
