package dev.ecswizard.aws;

import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Where a connection's credentials come from. They are kept in memory only.
///
/// @param remedy the command that renews them, or empty
/// @param resources what has to be closed with them
record Credentials(AwsCredentialsProvider provider, String remedy, List<Runnable> resources) {
    Credentials {
        resources = List.copyOf(resources);
    }

    static Credentials of(AwsCredentialsProvider provider) {
        return new Credentials(provider, "", List.of());
    }

    void close() {
        resources.forEach(Runnable::run);
    }
}
