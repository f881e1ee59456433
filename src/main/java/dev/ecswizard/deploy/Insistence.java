package dev.ecswizard.deploy;

import dev.ecswizard.cloud.CloudProblem;
import java.time.Duration;
import java.util.function.Supplier;

/// Asks again when no answer came. Only for calls that bear a client request token, whose repeat is harmless
/// (CloudFormation API reference, `ClientRequestToken`).
record Insistence(Pace pace) {
    private static final int ATTEMPTS = 4;

    <T> T ask(Supplier<T> call) {
        var pause = Duration.ofSeconds(1);
        for (var attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (CloudProblem problem) {
                var noAnswer = problem.kind() == CloudProblem.Kind.UNREACHABLE
                        || problem.kind() == CloudProblem.Kind.THROTTLED;
                if (!noAnswer || attempt == ATTEMPTS) {
                    throw problem;
                }
            }
            pause(pause);
            pause = pause.multipliedBy(2);
        }
    }

    /// @throws CloudProblem of kind CANCELLED when the thread is interrupted; its flag stays set
    void pause(Duration duration) {
        try {
            pace.pause(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled(interrupted);
        }
    }

    /// What an interrupt ends in.
    static CloudProblem cancelled(Throwable interrupt) {
        return new CloudProblem(
                CloudProblem.Kind.CANCELLED, "", "", Words.of("deploy.follow.cancelled"), "", interrupt);
    }
}
