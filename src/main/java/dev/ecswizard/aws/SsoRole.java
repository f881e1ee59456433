package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;

/// The credentials of a role that an SSO sign-in gives.
final class SsoRole implements AwsCredentialsProvider {
    private final String profile;
    private final SsoCredentialsProvider provider;

    /// @param token the sign-in's access token; throws when there is none that lasts
    SsoRole(String profile, String account, String role, Supplier<String> token, SsoClient sso) {
        this.profile = profile;
        // the SDK declares the builder by a class that can not be seen from here
        SsoCredentialsProvider.Builder builder = SsoCredentialsProvider.builder();
        this.provider = builder.ssoClient(sso)
                .asyncCredentialUpdateEnabled(false)
                .refreshRequest(() -> GetRoleCredentialsRequest.builder()
                        .accountId(account)
                        .roleName(role)
                        .accessToken(token.get())
                        .build())
                .build();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (UnauthorizedException ended) {
            throw signedOut(profile, ended);
        }
    }

    void close() {
        provider.close();
    }

    static CloudProblem signedOut(String profile, Throwable cause) {
        return new CloudProblem(
                CloudProblem.Kind.EXPIRED,
                "sso:GetRoleCredentials",
                "",
                Words.of("aws.credentials.sso", profile),
                remedy(profile),
                cause);
    }

    /// The command that signs in again. The SDK takes no profile whose name would need quotes.
    static String remedy(String profile) {
        return "aws sso login --profile " + profile;
    }
}
