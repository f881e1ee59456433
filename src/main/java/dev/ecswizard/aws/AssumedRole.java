package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.MfaPrompt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/// The credentials of a role, with a one-time code where the profile has an `mfa_serial`. The SDK does not ask for one
/// (aws/aws-sdk-java-v2#995).
final class AssumedRole implements AwsCredentialsProvider {
    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(2);

    /// What a profile says of its role.
    ///
    /// @param seconds how long it is wanted, or nothing for AWS's hour
    record Wanted(
            String profile,
            String arn,
            String sessionName,
            Optional<String> externalId,
            Optional<Integer> seconds,
            Optional<String> mfaSerial) {}

    private final Wanted wanted;
    private final Calls calls;
    private final Supplier<StsClient> sts;
    private final MfaPrompt mfa;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<AwsSessionCredentials> current = Optional.empty();
    private volatile int givenUp;

    /// @param calls with the credentials that the role is assumed from
    AssumedRole(Wanted wanted, Calls calls, Supplier<StsClient> sts, MfaPrompt mfa, InstantSource clock) {
        this.wanted = wanted;
        this.calls = calls;
        this.sts = sts;
        this.mfa = mfa;
        this.clock = clock;
    }

    /// Blocks; a person may be asked. Whoever waits while the person gives up is not a reason to ask again.
    @Override
    public AwsCredentials resolveCredentials() {
        var before = givenUp;
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problems.cancelled(interrupted);
        }
        try {
            if (current.filter(this::lasts).isEmpty()) {
                if (givenUp != before) {
                    throw noCode();
                }
                current = Optional.of(assume());
            }
            return current.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean lasts(AwsSessionCredentials credentials) {
        return credentials
                .expirationTime()
                .map(end -> clock.instant().isBefore(end.minus(BEFORE_EXPIRY)))
                .orElse(false);
    }

    private AwsSessionCredentials assume() {
        var request = AssumeRoleRequest.builder()
                .roleArn(wanted.arn())
                .roleSessionName(wanted.sessionName())
                .externalId(wanted.externalId().orElse(null))
                .durationSeconds(wanted.seconds().orElse(null));
        wanted.mfaSerial().ifPresent(serial -> request.serialNumber(serial).tokenCode(code(serial)));
        var answer = calls.ask("sts:AssumeRole", () -> sts.get().assumeRole(request.build()))
                .credentials();
        Instant end = answer.expiration();
        return AwsSessionCredentials.builder()
                .accessKeyId(answer.accessKeyId())
                .secretAccessKey(answer.secretAccessKey())
                .sessionToken(answer.sessionToken())
                .expirationTime(end)
                .build();
    }

    private String code(String serial) {
        var code = mfa.code(wanted.profile(), serial).map(String::strip);
        if (code.isEmpty()) {
            givenUp++;
            throw noCode();
        }
        if (!code.get().matches("[0-9]{6}")) {
            throw problem(Words.of("aws.credentials.mfaForm", serial));
        }
        return code.get();
    }

    private CloudProblem noCode() {
        return problem(Words.of(
                "aws.credentials.mfaGivenUp",
                wanted.profile(),
                wanted.mfaSerial().orElse("")));
    }

    private static CloudProblem problem(String words) {
        return new CloudProblem(CloudProblem.Kind.NO_CREDENTIALS, "sts:AssumeRole", "", words, "", null);
    }
}
