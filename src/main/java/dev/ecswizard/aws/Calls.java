package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// The one way in which AWS is asked: credentials first, then the call, and problems in words.
record Calls(AwsCredentialsProvider credentials, Problems problems) {
    /// Blocks. Credentials are fetched outside of the call's time limit: a person may have to type a code for them.
    ///
    /// @param action the IAM name of the call
    /// @throws CloudProblem and nothing else
    <T> T ask(String action, Supplier<T> call) {
        if (Thread.currentThread().isInterrupted()) {
            throw Problems.cancelled(null);
        }
        try {
            credentials.resolveCredentials();
            return call.get();
        } catch (RuntimeException exception) {
            throw problems.of(action, exception);
        }
    }
}
