package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;

/// The credentials that a profile's `credential_process` prints, waited for so long and no longer. A process that does
/// not end is left behind.
///
/// @param patience long enough for one that opens a sign-in page
record ProcessCredentials(String profile, ProcessCredentialsProvider provider, Duration patience)
        implements AwsCredentialsProvider {
    private static final int LONGEST_WORDS = 300;

    @Override
    public AwsCredentials resolveCredentials() {
        var answer = new FutureTask<>(provider::resolveCredentials);
        Thread.ofVirtual().name("credential-process").start(answer);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw Problems.cancelled(interrupted);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw problem(Words.of("aws.credentials.processTimeout", patience.toSeconds()), late);
        } catch (ExecutionException failed) {
            var words = String.valueOf(failed.getCause().getMessage()).strip();
            throw problem(
                    words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + "…" : words,
                    failed.getCause());
        }
    }

    private CloudProblem problem(String words, Throwable cause) {
        return new CloudProblem(
                CloudProblem.Kind.NO_CREDENTIALS,
                "",
                "",
                Words.of("aws.credentials.process", profile, words),
                "",
                cause);
    }
}
