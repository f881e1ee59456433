package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// The one way in which AWS is asked: credentials first, then the call, and problems in words.
///
/// @param region where is asked; nothing for what is the same everywhere
record Calls(AwsCredentialsProvider credentials, Problems problems, Optional<String> region) {
    Calls(AwsCredentialsProvider credentials, Problems problems) {
        this(credentials, problems, Optional.empty());
    }

    /// The same for questions to one region, which problems then name.
    Calls in(String there) {
        return new Calls(credentials, problems, Optional.of(there));
    }

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
            var problem = problems.of(action, exception);
            throw region.map(problem::in).orElse(problem);
        }
    }
}
