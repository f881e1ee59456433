package dev.ecswizard.aws;

import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.MfaPrompt;
import dev.ecswizard.cloud.SignIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.profiles.Profile;

/// The ways into AWS that this person has set up: the environment's keys and the profiles of the AWS tools' files.
///
/// The instance metadata service is never asked. Making one reads nothing.
public final class AwsConnections {
    private static final String FALLBACK_REGION = "us-east-1";

    private final Map<String, String> environment;
    private final Path home;
    private final Optional<Path> cache;
    private final Optional<URI> endpoint;

    /// What was found.
    ///
    /// @param problems files that can not be read, in words; the connections are those of the others
    public record Found(List<Connection> connections, List<CloudProblem> problems) {
        public Found {
            connections = List.copyOf(connections);
            problems = List.copyOf(problems);
        }
    }

    /// @param home the user's folder, in which `.aws` lies
    /// @param cache the app's folder for what can be had again, if anything may be kept
    /// @param endpoint asked in place of AWS, for every service; without one the settings' endpoints hold
    /// @throws CloudProblem if it is not https, nor http on loopback
    public AwsConnections(Map<String, String> environment, Path home, Optional<Path> cache, Optional<URI> endpoint) {
        endpoint.ifPresent(Endpoints::check);
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.cache = cache;
        this.endpoint = endpoint;
    }

    /// Those of whoever runs this process.
    public static AwsConnections ofThisUser(Optional<URI> endpoint) {
        var environment = System.getenv();
        var home = Path.of(System.getProperty("user.home"));
        var folder = cacheFolder(environment, home, System.getProperty("os.name"));
        return new AwsConnections(environment, home, Optional.of(folder), endpoint);
    }

    static Path cacheFolder(Map<String, String> environment, Path home, String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            var local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local))
                    .resolve("ecs-cluster-wizard")
                    .resolve("Cache");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("ecs-cluster-wizard");
        }
        var said = environment.getOrDefault("XDG_CACHE_HOME", "");
        // the specification has relative paths ignored
        return (said.startsWith("/") ? Path.of(said) : home.resolve(".cache")).resolve("ecs-cluster-wizard");
    }

    /// The connections in the order in which to offer them: the environment, `AWS_PROFILE`, `default`, the others by
    /// name. Reads the files anew. Blocks.
    public Found list() {
        var settings = Settings.read(environment, home);
        var connections = new ArrayList<Connection>();
        if (settings.hasKeysInEnvironment()) {
            connections.add(new OfSettings(settings, Optional.empty()));
        }
        settings.profiles().forEach(profile -> connections.add(new OfSettings(settings, Optional.of(profile))));
        return new Found(connections, settings.problems());
    }

    /// A connection to an endpoint that takes any credentials, such as one inside the app.
    ///
    /// @param notice what has to stay in sight
    /// @param accessKey asked for before each request
    /// @throws CloudProblem if the endpoint is not https, nor http on loopback
    public static Connection toEndpoint(
            String id, String label, String notice, URI endpoint, String region, Supplier<String> accessKey) {
        return new ToEndpoint(id, label, notice, region, endpoint, Endpoints.allAt(endpoint), accessKey);
    }

    private record ToEndpoint(
            String id,
            String label,
            String notices,
            String regions,
            URI uri,
            Endpoints endpoints,
            Supplier<String> accessKey)
            implements Connection {
        @Override
        public Optional<String> notice() {
            return Optional.of(notices);
        }

        @Override
        public Optional<String> region() {
            return Optional.of(regions);
        }

        @Override
        public Optional<String> profile() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.of(uri);
        }

        @Override
        public Cloud open(MfaPrompt mfa) {
            return new AwsCloud(
                    Credentials.of(() -> AwsBasicCredentials.create(accessKey.get(), "sandbox")),
                    new Clients.Network(endpoints, false, false, Patience.USUAL),
                    new ImageShelf(Optional.empty(), InstantSource.system()),
                    regions);
        }
    }

    private final class OfSettings implements Connection {
        private final Settings settings;
        private final Optional<Profile> profile;

        OfSettings(Settings settings, Optional<Profile> profile) {
            this.settings = settings;
            this.profile = profile;
        }

        @Override
        public String id() {
            return profile.map(each -> "profile:" + each.name()).orElse("environment");
        }

        @Override
        public String label() {
            return profile.map(each -> Words.of("aws.connection.profile", each.name()))
                    .orElse(Words.of("aws.connection.environment"));
        }

        @Override
        public Optional<String> notice() {
            try {
                return endpoints().notice();
            } catch (CloudProblem problem) {
                return Optional.of(problem.getMessage());
            }
        }

        @Override
        public Optional<String> region() {
            return settings.region(profile);
        }

        @Override
        public Optional<String> profile() {
            return profile.map(Profile::name);
        }

        @Override
        public Optional<URI> endpoint() {
            return endpoint;
        }

        @Override
        public Optional<SignIn> signIn() {
            return profile.flatMap(each -> WayIn.sso(settings, each.name()))
                    .map(name -> new SsoLogin(name, environment, SsoLogin.PATIENCE));
        }

        @Override
        public Cloud open(MfaPrompt mfa) {
            var endpoints = endpoints();
            var network =
                    new Clients.Network(endpoints, settings.fips(profile), settings.dualstack(profile), Patience.USUAL);
            var chain = new ProfileCredentials(settings, network, mfa, InstantSource.system());
            var credentials = profile.map(each -> chain.of(each.name())).orElseGet(chain::ofEnvironment);
            var keeps = endpoints.of(Endpoints.Service.EC2).isEmpty() ? cache : Optional.<Path>empty();
            return new AwsCloud(
                    credentials,
                    network,
                    new ImageShelf(keeps, InstantSource.system()),
                    region().orElse(FALLBACK_REGION));
        }

        private Endpoints endpoints() {
            return endpoint.map(Endpoints::allAt).orElseGet(() -> settings.endpoints(profile));
        }
    }
}
