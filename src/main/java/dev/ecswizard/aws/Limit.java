package dev.ecswizard.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/// How long a whole call may take, where that is less than usual.
record Limit(Optional<Duration> shorter) implements Consumer<AwsRequestOverrideConfiguration.Builder> {
    static final Limit USUAL = new Limit(Optional.empty());

    static Limit of(Duration whole) {
        return new Limit(Optional.of(whole));
    }

    @Override
    public void accept(AwsRequestOverrideConfiguration.Builder request) {
        shorter.ifPresent(whole -> request.apiCallTimeout(whole).apiCallAttemptTimeout(whole));
    }
}
