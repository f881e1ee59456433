package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.MfaPrompt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.ssooidc.SsoOidcTokenProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;

/// Finds out how a profile gets its credentials, in the order of the AWS tools, and puts the SDK's providers together
/// for it. The SDK's own profile provider does the same, but may ask the instance metadata service, does not ask for
/// one-time codes, and takes the endpoints of STS and SSO from elsewhere.
final class ProfileCredentials {
    private static final String FALLBACK_REGION = "us-east-1";
    private static final Duration PROCESS = Duration.ofSeconds(60);

    private final Settings settings;
    private final Clients.Network network;
    private final MfaPrompt mfa;
    private final InstantSource clock;
    private final List<Runnable> resources = new ArrayList<>();
    private final Set<String> visited = new HashSet<>();
    private String remedy = "";

    ProfileCredentials(Settings settings, Clients.Network network, MfaPrompt mfa, InstantSource clock) {
        this.settings = settings;
        this.network = network;
        this.mfa = mfa;
        this.clock = clock;
    }

    /// @throws CloudProblem if the profile's settings can not work
    Credentials of(String profile) {
        try {
            var provider = provider(profile);
            return new Credentials(provider, remedy, resources.reversed());
        } catch (CloudProblem problem) {
            resources.reversed().forEach(Runnable::run);
            throw problem;
        }
    }

    /// Those of the environment.
    Credentials ofEnvironment() {
        return new Credentials(
                keys(
                        settings.variable("AWS_ACCESS_KEY_ID").orElseThrow(this::none),
                        settings.variable("AWS_SECRET_ACCESS_KEY").orElseThrow(this::none),
                        settings.variable("AWS_SESSION_TOKEN")),
                "",
                resources);
    }

    private AwsCredentialsProvider provider(String name) {
        var profile = settings.file().profile(name).orElseThrow(() -> problem(Words.of("aws.profile.missing", name)));
        var again = !visited.add(name);
        return switch (WayIn.of(profile, again)) {
            case WEB_IDENTITY -> webIdentity(profile);
            case SSO -> sso(profile);
            case ROLE -> role(profile);
            case LOGIN -> throw problem(Words.of("aws.profile.login", name));
            case PROCESS -> process(profile);
            case KEYS ->
                keys(
                        required(profile, ProfileProperty.AWS_ACCESS_KEY_ID),
                        required(profile, ProfileProperty.AWS_SECRET_ACCESS_KEY),
                        profile.property(ProfileProperty.AWS_SESSION_TOKEN));
            case NONE -> throw problem(Words.of(again ? "aws.profile.circle" : "aws.profile.empty", name));
        };
    }

    private AwsCredentialsProvider role(Profile profile) {
        var source = source(profile);
        var clients = clients(source);
        var region = region(profile);
        var wanted = new AssumedRole.Wanted(
                profile.name(),
                required(profile, ProfileProperty.ROLE_ARN),
                profile.property(ProfileProperty.ROLE_SESSION_NAME).orElse("ecs-cluster-wizard"),
                profile.property(ProfileProperty.EXTERNAL_ID),
                seconds(profile),
                profile.property(ProfileProperty.MFA_SERIAL));
        return new AssumedRole(wanted, new Calls(source, problems()), () -> clients.sts(region), mfa, clock);
    }

    private AwsCredentialsProvider source(Profile profile) {
        var elsewhere = profile.property(ProfileProperty.CREDENTIAL_SOURCE);
        if (elsewhere.isEmpty()) {
            return provider(required(profile, ProfileProperty.SOURCE_PROFILE));
        }
        if (!elsewhere.get().equalsIgnoreCase("Environment")) {
            throw problem(Words.of("aws.profile.source", profile.name(), elsewhere.get()));
        }
        return ofEnvironment().provider();
    }

    private Optional<Integer> seconds(Profile profile) {
        try {
            return profile.property(ProfileProperty.DURATION_SECONDS).map(Integer::valueOf);
        } catch (NumberFormatException _) {
            throw problem(Words.of("aws.profile.lacks", profile.name(), ProfileProperty.DURATION_SECONDS));
        }
    }

    private AwsCredentialsProvider sso(Profile profile) {
        var name = profile.name();
        remedy = SsoRole.remedy(name);
        var session = profile.property("sso_session");
        var section = session.isPresent()
                ? settings.file()
                        .getSection("sso-session", session.get())
                        .orElseThrow(() ->
                                problem(Words.of("aws.profile.lacks", name, "[sso-session " + session.get() + "]")))
                : profile;
        var region = required(section, ProfileProperty.SSO_REGION);
        var clients = clients(AnonymousCredentialsProvider.create());
        var token = session.isPresent()
                ? SsoToken.ofSession(name, session(session.get(), clients, region))
                : SsoToken.ofStartUrl(name, required(profile, ProfileProperty.SSO_START_URL), settings.home(), clock);
        var role = new SsoRole(
                name,
                required(profile, ProfileProperty.SSO_ACCOUNT_ID),
                required(profile, ProfileProperty.SSO_ROLE_NAME),
                token,
                clients.sso(region));
        resources.add(role::close);
        return role;
    }

    private SsoOidcTokenProvider session(String session, Clients clients, String region) {
        var provider = SsoOidcTokenProvider.builder()
                .sessionName(session)
                .ssoOidcClient(clients.ssoOidc(region))
                .asyncTokenUpdateEnabled(false)
                .build();
        resources.add(provider::close);
        return provider;
    }

    private AwsCredentialsProvider webIdentity(Profile profile) {
        var provider = StsWebIdentityTokenFileCredentialsProvider.builder()
                .stsClient(clients(AnonymousCredentialsProvider.create()).sts(region(profile)))
                .asyncCredentialUpdateEnabled(false)
                .roleArn(required(profile, ProfileProperty.ROLE_ARN))
                .roleSessionName(
                        profile.property(ProfileProperty.ROLE_SESSION_NAME).orElse("ecs-cluster-wizard"))
                .webIdentityTokenFile(Path.of(required(profile, ProfileProperty.WEB_IDENTITY_TOKEN_FILE)))
                .build();
        resources.add(provider::close);
        return provider;
    }

    private AwsCredentialsProvider process(Profile profile) {
        var provider = ProcessCredentialsProvider.builder()
                .command(inShell(required(profile, ProfileProperty.CREDENTIAL_PROCESS)))
                .asyncCredentialUpdateEnabled(false)
                .build();
        resources.add(provider::close);
        return new ProcessCredentials(profile.name(), provider, PROCESS);
    }

    private static List<String> inShell(String command) {
        return System.getProperty("os.name").startsWith("Windows")
                ? List.of("cmd.exe", "/C", command)
                : List.of("sh", "-c", command);
    }

    private static AwsCredentialsProvider keys(String id, String secret, Optional<String> session) {
        return StaticCredentialsProvider.create(
                session.isPresent()
                        ? AwsSessionCredentials.create(id, secret, session.get())
                        : AwsBasicCredentials.create(id, secret));
    }

    private Clients clients(AwsCredentialsProvider credentials) {
        var clients = new Clients(credentials, network);
        resources.add(clients::close);
        return clients;
    }

    private Problems problems() {
        var where = network.endpoints()
                .of(Endpoints.Service.STS)
                .map(Object::toString)
                .orElse("AWS");
        return new Problems(where, remedy);
    }

    private String region(Profile profile) {
        return settings.region(Optional.of(profile)).orElse(FALLBACK_REGION);
    }

    private String required(Profile profile, String property) {
        return profile.property(property)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> problem(Words.of("aws.profile.lacks", profile.name(), property)));
    }

    private CloudProblem none() {
        return problem(Words.of("aws.credentials.none"));
    }

    private static CloudProblem problem(String words) {
        return new CloudProblem(CloudProblem.Kind.NO_CREDENTIALS, "", "", words, "", null);
    }
}
