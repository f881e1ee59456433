package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecswizard.aws.CannedAws.Answer;
import dev.ecswizard.aws.CannedAws.Asked;
import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.MfaPrompt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AwsConnectionsTest {
    private static final MfaPrompt NOBODY = (_, _) -> Optional.empty();

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final CannedAws aws = new CannedAws(AwsConnectionsTest::answer);

    @AfterEach
    void close() {
        aws.close();
    }

    /// STS as it is: who asks with a role's session is the role.
    private static Answer answer(Asked asked) {
        return switch (asked.action()) {
            case "AssumeRole" -> role(Instant.now().plusSeconds(3600));
            case "GetCallerIdentity" ->
                CannedAws.xml("<R><GetCallerIdentityResult><Arn>"
                        + (asked.authorization().contains("ASIAROLE") ? "role" : "user")
                        + "</Arn><Account>123456789012</Account></GetCallerIdentityResult></R>");
            case "/federation/credentials" ->
                CannedAws.json(
                        200,
                        "{\"roleCredentials\":{\"accessKeyId\":\"ASIAROLE\",\"secretAccessKey\":\"s\",\"sessionToken\":\"t\","
                                + "\"expiration\":"
                                + Instant.now().plusSeconds(3600).toEpochMilli() + "}}");
            default -> CannedAws.ec2Error(400, "InvalidAction", asked.action());
        };
    }

    private static Answer role(Instant end) {
        return CannedAws.xml("<R><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>"
                + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>" + end
                + "</Expiration></Credentials></AssumeRoleResult></R>");
    }

    private void write(String file, String text) throws IOException {
        var path = home.resolve(".aws").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private AwsConnections toAws() {
        return new AwsConnections(environment, home, Optional.empty(), Optional.empty());
    }

    private AwsConnections toEndpoint() {
        return new AwsConnections(environment, home, Optional.empty(), Optional.of(aws.endpoint()));
    }

    private static Connection named(AwsConnections connections, String id) {
        return connections.list().connections().stream()
                .filter(connection -> connection.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Caller caller(String profile, MfaPrompt mfa) {
        try (var cloud = named(toEndpoint(), "profile:" + profile).open(mfa)) {
            return cloud.caller();
        }
    }

    private CloudProblem problem(String profile) {
        return catchThrowableOfType(CloudProblem.class, () -> caller(profile, NOBODY));
    }

    @Test
    void otherToolsAreToldProfileAndEndpointOnlyWhereTheirOwnSettingsDoNotSay() throws IOException {
        environment.put("AWS_ACCESS_KEY_ID", "key");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        write("config", """
                [profile zoo]
                aws_access_key_id = key
                aws_secret_access_key = secret
                endpoint_url = https://zoo.example.com
                """);

        assertThat(named(toAws(), "environment").profile()).isEmpty();
        assertThat(named(toAws(), "profile:zoo").profile()).contains("zoo");
        assertThat(named(toAws(), "profile:zoo").endpoint()).isEmpty();
        assertThat(named(toEndpoint(), "profile:zoo").endpoint()).contains(aws.endpoint());
    }

    @Test
    void nothingSetUpIsNoConnection() {
        assertThat(toAws().list().connections()).isEmpty();
        assertThat(toAws().list().problems()).isEmpty();
    }

    @Test
    void theEnvironmentComesFirstThenTheChosenProfileThenDefault() throws IOException {
        environment.put("AWS_ACCESS_KEY_ID", "key");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        environment.put("AWS_PROFILE", "zoo");
        write("config", """
                [default]
                region = eu-west-1
                credential_process = /bin/true
                [profile zoo]
                sso_session = corp
                sso_account_id = 123456789012
                sso_role_name = Admin
                [profile apes]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = default
                [profile colours-only]
                cli_pager = less
                [sso-session corp]
                sso_region = eu-west-1
                sso_start_url = https://example.awsapps.com/start
                """);
        write("credentials", "[keys]\naws_access_key_id = a\naws_secret_access_key = b\n");
        assertThat(toAws().list().connections())
                .extracting(Connection::id)
                .containsExactly("environment", "profile:zoo", "profile:default", "profile:apes", "profile:keys");
    }

    @Test
    void filesAreReadFromWhereTheEnvironmentSays() throws IOException {
        var config = Files.writeString(home.resolve("c"), "[profile one]\ncredential_process = x\n");
        environment.put("AWS_CONFIG_FILE", config.toString());
        Files.writeString(home.resolve("k"), "[two]\naws_access_key_id = a\naws_secret_access_key = b\n");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "~/k");
        assertThat(toAws().list().connections())
                .extracting(Connection::id)
                .containsExactly("profile:one", "profile:two");
    }

    @Test
    void theProfilesRegionWinsOverTheEnvironments() throws IOException {
        environment.put("AWS_REGION", "us-west-2");
        write("config", """
                [profile one]
                credential_process = x
                region = eu-west-1
                [profile two]
                credential_process = x
                """);
        assertThat(named(toAws(), "profile:one").region()).contains("eu-west-1");
        assertThat(named(toAws(), "profile:two").region()).contains("us-west-2");
    }

    @Test
    void aFileThatCanNotBeReadIsToldAndTheOtherOneUsed() throws IOException {
        write("config", "[profile one\nregion = x\n");
        write("credentials", "[two]\naws_access_key_id = a\naws_secret_access_key = b\n");
        var found = toAws().list();
        assertThat(found.connections()).extracting(Connection::id).containsExactly("profile:two");
        assertThat(found.problems())
                .hasSize(1)
                .first()
                .satisfies(problem -> assertThat(problem)
                        .hasMessageContaining(
                                home.resolve(".aws").resolve("config").toString()));
    }

    @Test
    void keysOfAProfileAreUsedAtTheEndpoint() throws IOException {
        write("credentials", "[keys]\naws_access_key_id = AKIAKEYS\naws_secret_access_key = b\n");
        assertThat(caller("keys", NOBODY)).isEqualTo(new Caller("123456789012", "user"));
        assertThat(aws.asked.getFirst().authorization()).contains("AKIAKEYS");
    }

    @Test
    void theEnvironmentsKeysAreUsedAtTheEndpoint() {
        environment.put("AWS_ACCESS_KEY_ID", "AKIAENV");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        try (var cloud = named(toEndpoint(), "environment").open(NOBODY)) {
            cloud.caller();
        }
        assertThat(aws.asked.getFirst().authorization()).contains("AKIAENV");
    }

    @Test
    void aRoleIsAssumedAtTheEndpointToo() throws IOException {
        write("config", """
                [profile role]
                role_arn = arn:aws:iam::123456789012:role/r
                external_id = ext
                duration_seconds = 1800
                source_profile = keys
                endpoint_url = https://elsewhere.invalid
                services = others
                [services others]
                sts =
                  endpoint_url = https://sts.invalid
                """);
        write("credentials", "[keys]\naws_access_key_id = AKIAKEYS\naws_secret_access_key = b\n");
        assertThat(caller("role", NOBODY).arn()).isEqualTo("role");
        assertThat(aws.actions()).containsExactly("AssumeRole", "GetCallerIdentity");
        var asked = aws.asked.getFirst();
        assertThat(asked.authorization()).contains("AKIAKEYS");
        assertThat(asked.value("ExternalId")).isEqualTo("ext");
        assertThat(asked.value("DurationSeconds")).isEqualTo("1800");
    }

    private void mfaProfile() throws IOException {
        write("config", """
                [profile ops]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = keys
                mfa_serial = arn:aws:iam::123456789012:mfa/ann
                """);
        write("credentials", "[keys]\naws_access_key_id = AKIAKEYS\naws_secret_access_key = b\n");
    }

    @Test
    void theCodeOfADeviceIsAskedForOnceAndSent() throws IOException {
        mfaProfile();
        var questions = new ArrayList<String>();
        try (var cloud = named(toEndpoint(), "profile:ops").open((profile, serial) -> {
            questions.add(profile + " " + serial);
            return Optional.of(" 123456 ");
        })) {
            assertThat(cloud.caller().arn()).isEqualTo("role");
            cloud.caller();
        }
        assertThat(questions).containsExactly("ops arn:aws:iam::123456789012:mfa/ann");
        assertThat(aws.asked.getFirst().value("TokenCode")).isEqualTo("123456");
        assertThat(aws.asked.getFirst().value("SerialNumber")).isEqualTo("arn:aws:iam::123456789012:mfa/ann");
    }

    @Test
    void credentialsThatHaveEndedAreAskedForAgain() throws IOException {
        mfaProfile();
        aws.script(asked -> asked.action().equals("AssumeRole") ? role(Instant.now()) : answer(asked));
        var questions = new ArrayList<String>();
        try (var cloud = named(toEndpoint(), "profile:ops").open((profile, _) -> {
            questions.add(profile);
            return Optional.of("123456");
        })) {
            cloud.caller();
            questions.clear();
            cloud.caller();
        }
        assertThat(questions).isNotEmpty();
    }

    @Test
    void givingUpIsToldInWordsAndAsksNothingOfAws() throws IOException {
        mfaProfile();
        assertThat(problem("ops").kind()).isEqualTo(Kind.NO_CREDENTIALS);
        assertThat(problem("ops")).hasMessageContaining("ops").hasMessageContaining("mfa/ann");
        assertThat(aws.asked).isEmpty();
    }

    @Test
    void whatIsNoCodeIsNotSent() throws IOException {
        mfaProfile();
        assertThatThrownBy(() -> caller("ops", (_, _) -> Optional.of("12345x")))
                .isInstanceOf(CloudProblem.class)
                .hasMessageContaining("six digits");
        assertThat(aws.asked).isEmpty();
    }

    private void ssoProfile(String expiresAt) throws IOException {
        write("config", """
                [profile corp]
                sso_start_url = https://example.awsapps.com/start
                sso_region = eu-west-1
                sso_account_id = 123456789012
                sso_role_name = Admin
                """);
        if (expiresAt != null) {
            // the name is the SHA-1 of the start URL
            write(
                    "sso/cache/e8be5486177c5b5392bd9aa76563515b29358e6e.json",
                    "{\"accessToken\":\"token\",\"expiresAt\":\"" + expiresAt + "\"}");
        }
    }

    @Test
    void aSignInGivesARoleAtTheEndpoint() throws IOException {
        ssoProfile(Instant.now().plusSeconds(3600).toString());
        assertThat(caller("corp", NOBODY).arn()).isEqualTo("role");
        assertThat(aws.actions()).containsExactly("/federation/credentials", "GetCallerIdentity");
    }

    @Test
    void aSignInThatHasEndedComesWithTheCommandThatMendsIt() throws IOException {
        for (var end : new String[] {null, "2020-01-01T00:00:00UTC", "2020-01-01T00:00:00Z", "never"}) {
            ssoProfile(end);
            var problem = problem("corp");
            assertThat(problem.kind()).isEqualTo(Kind.EXPIRED);
            assertThat(problem.remedy()).contains("aws sso login --profile corp");
        }
        assertThat(aws.asked).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void signingInByTheAwsCliMendsThatAtOnce() throws IOException {
        ssoProfile("2020-01-01T00:00:00Z");
        var token = home.resolve(".aws/sso/cache/e8be5486177c5b5392bd9aa76563515b29358e6e.json");
        var cli = Files.writeString(home.resolve("aws"), """
                #!/bin/sh
                test "$*" = "sso login --profile=corp" || exit 9
                echo '{"accessToken":"token","expiresAt":"2999-01-01T00:00:00Z"}' > '%s'
                """.formatted(token));
        Files.setPosixFilePermissions(cli, PosixFilePermissions.fromString("rwx------"));
        environment.put("PATH", home + ":/usr/bin:/bin");
        assertThat(problem("corp").kind()).isEqualTo(Kind.EXPIRED);

        named(toEndpoint(), "profile:corp").signIn().orElseThrow().run(_ -> {});

        assertThat(caller("corp", NOBODY).arn()).isEqualTo("role");
    }

    @Test
    void onlyAProfileWhoseCredentialsComeFromASignInHasOne() throws IOException {
        environment.put("AWS_ACCESS_KEY_ID", "key");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        write("config", """
                [profile session]
                sso_session = corp
                sso_account_id = 123456789012
                sso_role_name = Admin
                [sso-session corp]
                sso_start_url = https://example.awsapps.com/start
                sso_region = eu-west-1
                [profile own]
                sso_start_url = https://example.awsapps.com/start
                sso_region = eu-west-1
                sso_account_id = 123456789012
                sso_role_name = Admin
                [profile role]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = chain
                [profile chain]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = own
                [profile environment]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = Environment
                [profile web]
                role_arn = arn:aws:iam::123456789012:role/r
                web_identity_token_file = /token
                sso_session = corp
                [profile round]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = round
                [profile keys]
                aws_access_key_id = a
                aws_secret_access_key = b
                """);

        assertThat(toAws().list().connections().stream()
                        .filter(connection -> connection.signIn().isPresent())
                        .map(Connection::id))
                .containsExactlyInAnyOrder("profile:session", "profile:own", "profile:role", "profile:chain");
        var without = catchThrowableOfType(
                CloudProblem.class,
                () -> named(toAws(), "profile:role").signIn().orElseThrow().run(_ -> {}));
        assertThat(without.remedy()).contains("aws sso login --profile own");
    }

    @Test
    void aSignInThatAwsNoLongerKnowsIsExpiredToo() throws IOException {
        ssoProfile(Instant.now().plusSeconds(3600).toString());
        aws.script(_ -> new Answer(
                403,
                "application/json",
                "{\"__type\":\"UnauthorizedException\",\"message\":\"Session token not found or invalid\"}"));
        assertThat(problem("corp").kind()).isEqualTo(Kind.EXPIRED);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessGivesCredentials() throws IOException {
        write(
                "config",
                "[profile process]\ncredential_process = echo '{\"Version\":1,\"AccessKeyId\":\"AKIAPROC\",\"SecretAccessKey\":\"s\"}'\n");
        caller("process", NOBODY);
        assertThat(aws.asked.getFirst().authorization()).contains("AKIAPROC");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatFailsIsToldInWords() throws IOException {
        write("config", "[profile process]\ncredential_process = sh -c 'echo sign in first >&2; exit 3'\n");
        assertThat(problem("process").kind()).isEqualTo(Kind.NO_CREDENTIALS);
        assertThat(problem("process"))
                .hasMessageContaining("credential_process")
                .hasMessageContaining("process");
    }

    @Test
    void settingsThatCanNotWorkAreToldByNameAndAskNobody() throws IOException {
        write("config", """
                [profile metadata]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = Ec2InstanceMetadata
                [profile container]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = EcsContainer
                [profile round]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = about
                [profile about]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = round
                [profile orphan]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = nobody
                [profile half]
                aws_access_key_id = a
                [profile signin]
                login_session = arn:aws:iam::123456789012:user/ann
                [profile sso]
                sso_session = gone
                sso_account_id = 123456789012
                sso_role_name = Admin
                [profile loose]
                role_arn = arn:aws:iam::123456789012:role/r
                """);
        var words = Map.ofEntries(
                Map.entry("metadata", "Ec2InstanceMetadata"),
                Map.entry("container", "EcsContainer"),
                Map.entry("round", "from itself"),
                Map.entry("about", "from itself"),
                Map.entry("orphan", "no profile nobody"),
                Map.entry("half", "aws_secret_access_key"),
                Map.entry("signin", "aws login"),
                Map.entry("sso", "[sso-session gone]"),
                Map.entry("loose", "source_profile"));
        for (var connection : toAws().list().connections()) {
            var problem = catchThrowableOfType(CloudProblem.class, () -> connection.open(NOBODY));
            assertThat(problem.kind()).as(connection.id()).isEqualTo(Kind.NO_CREDENTIALS);
            assertThat(problem)
                    .as(connection.id())
                    .hasMessageContaining(words.get(connection.id().substring("profile:".length())));
        }
    }

    @Test
    void aProfileThatNamesItselfAsItsSourceMeansItsOwnKeys() throws IOException {
        write("config", """
                [profile self]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = self
                aws_access_key_id = AKIASELF
                aws_secret_access_key = b
                """);
        assertThat(caller("self", NOBODY).arn()).isEqualTo("role");
        assertThat(aws.asked.getFirst().authorization()).contains("AKIASELF");
    }

    @Test
    void theProfilesOwnEndpointHoldsWhenNoneIsGivenAndStaysInSight() throws IOException {
        write("config", """
                [profile local]
                aws_access_key_id = AKIALOCAL
                aws_secret_access_key = b
                services = local
                [services local]
                sts =
                  endpoint_url = %s
                """.formatted(aws.endpoint()));
        var connection = named(toAws(), "profile:local");
        assertThat(connection.notice())
                .hasValueSatisfying(
                        notice -> assertThat(notice).contains(aws.endpoint().toString()));
        try (var cloud = connection.open(NOBODY)) {
            cloud.caller();
        }
        assertThat(aws.actions()).containsExactly("GetCallerIdentity");
    }

    @Test
    void aProfilesEndpointThatIsNotSafeIsRefused() throws IOException {
        write("config", """
                [profile open]
                aws_access_key_id = a
                aws_secret_access_key = b
                endpoint_url = http://aws.example.com
                """);
        assertThatThrownBy(() -> named(toAws(), "profile:open").open(NOBODY))
                .isInstanceOf(CloudProblem.class)
                .hasMessageContaining("http://aws.example.com");
    }

    @Test
    void anEndpointThatIsNotSafeIsRefused() {
        assertThatThrownBy(() -> new AwsConnections(
                        Map.of(), home, Optional.empty(), Optional.of(URI.create("http://aws.example.com"))))
                .isInstanceOf(CloudProblem.class);
    }

    @Test
    void anEndpointOfTheAppsOwnTakesAnyCredentials() {
        var connection = AwsConnections.toEndpoint(
                "sandbox", "Sandbox", "Nothing here is real", aws.endpoint(), "eu-west-1", () -> "sandbox");
        assertThat(List.of(connection.id(), connection.label(), connection.notice(), connection.region()))
                .isEqualTo(
                        List.of("sandbox", "Sandbox", Optional.of("Nothing here is real"), Optional.of("eu-west-1")));
        try (var cloud = connection.open(NOBODY)) {
            assertThat(cloud.caller().account()).isEqualTo("123456789012");
        }
    }

    @Test
    void theCacheLiesWhereTheSystemWantsIt() {
        var xdg = Map.of("XDG_CACHE_HOME", "/var/cache/ann", "LOCALAPPDATA", "/local");
        assertThat(AwsConnections.cacheFolder(xdg, home, "Linux"))
                .isEqualTo(Path.of("/var/cache/ann/ecs-cluster-wizard"));
        assertThat(AwsConnections.cacheFolder(Map.of(), home, "Linux"))
                .isEqualTo(home.resolve(".cache/ecs-cluster-wizard"));
        assertThat(AwsConnections.cacheFolder(Map.of("XDG_CACHE_HOME", "here"), home, "Linux"))
                .isEqualTo(home.resolve(".cache/ecs-cluster-wizard"));
        assertThat(AwsConnections.cacheFolder(xdg, home, "Mac OS X"))
                .isEqualTo(home.resolve("Library/Caches/ecs-cluster-wizard"));
        assertThat(AwsConnections.cacheFolder(xdg, home, "Windows 11"))
                .isEqualTo(Path.of("/local/ecs-cluster-wizard/Cache"));
    }
}
