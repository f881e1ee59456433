package dev.ecswizard.deploy;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait from the beginning of one look at a stack to that of the next: less than a second while events
/// flow, longer in quiet, and as long as AWS wants while it throttles.
///
/// Whoever throttles does so for all who ask on behalf of the account. A follower that was held back asks less often
/// from then on and comes nearer to its wish step by step, as TCP does: so all get about the same. Its next try comes
/// soon all the same, since it has already waited longer than those that were let through.
///
/// Where nothing answers nobody is spared by waiting: the next try comes as in quiet, so that the way back is noticed.
final class Rhythm {
    /// CDK's is two seconds; whoever follows with this sees events in less than half of its time, and an end at once.
    static final Duration QUICK = Duration.ofMillis(800);
    /// Below two seconds, so that expired credentials are told within them.
    static final Duration QUIET = Duration.ofMillis(1850);
    /// The longest time that throttling alone puts between two looks.
    static final Duration HELD_BACK = Duration.ofSeconds(12);

    /// Looks without news before it eases.
    private static final int QUICK_LOOKS = 6;
    private static final double EASING = 1.25;
    private static final double FIRST_REFUSAL = 1.25;
    private static final double NEXT_REFUSAL = 1.1;
    /// Looks a second that an answer adds to those allowed.
    private static final double RECOVERY = 0.01;
    /// The same after so many answers in a row that others must have gone.
    private static final double ALONE = 0.1;
    private static final int LONELY = 8;
    private static final double SPREAD = 0.1;

    private final RandomGenerator chance;
    private double wished = seconds(QUICK);
    private double allowed = seconds(QUICK);
    private int quiet;
    private int refusals;
    private int answers;

    Rhythm(RandomGenerator chance) {
        this.chance = chance;
    }

    Duration afterNews() {
        quiet = 0;
        wished = seconds(QUICK);
        return afterAnswer();
    }

    Duration afterQuiet() {
        if (++quiet > QUICK_LOOKS) {
            wished = Math.min(wished * EASING, seconds(QUIET));
        }
        return afterAnswer();
    }

    private Duration afterAnswer() {
        refusals = 0;
        answers++;
        allowed = Math.max(1 / (1 / allowed + (answers > LONELY ? ALONE : RECOVERY)), seconds(QUICK));
        if (allowed <= wished) {
            return duration(wished);
        }
        // those who were held back together are not to come back together
        return duration(allowed * (1 - SPREAD + 2 * SPREAD * chance.nextDouble()));
    }

    Duration afterThrottling() {
        refusals++;
        answers = 0;
        allowed = Math.min(
                Math.max(allowed, wished) * (refusals == 1 ? FIRST_REFUSAL : NEXT_REFUSAL), seconds(HELD_BACK));
        return duration(Math.max(allowed, 5) * (0.1 + 0.2 * chance.nextDouble()));
    }

    Duration afterSilence() {
        return QUIET;
    }

    /// How many times longer than wished the time between two looks is.
    double strain() {
        return Math.max(1, allowed / wished);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
