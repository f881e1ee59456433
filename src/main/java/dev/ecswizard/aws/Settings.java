package dev.ecswizard.aws;

import dev.ecswizard.cloud.CloudProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/// The AWS tools' settings of this person: environment, config file and credentials file.
///
/// @param problems a file that can not be read, in words
record Settings(Map<String, String> environment, Path home, ProfileFile file, List<CloudProblem> problems) {
    private static final List<String> WAYS_IN = List.of(
            ProfileProperty.AWS_ACCESS_KEY_ID,
            ProfileProperty.ROLE_ARN,
            ProfileProperty.CREDENTIAL_PROCESS,
            ProfileProperty.SSO_START_URL,
            ProfileProperty.SSO_ACCOUNT_ID,
            ProfileProperty.LOGIN_SESSION,
            "sso_session");

    Settings {
        problems = List.copyOf(problems);
    }

    /// Reads the files, from where `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` say. Blocks.
    static Settings read(Map<String, String> environment, Path home) {
        var files = ProfileFile.aggregator();
        var problems = new ArrayList<CloudProblem>();
        // the first one wins, as in the AWS tools
        read(
                        path(environment, home, "AWS_SHARED_CREDENTIALS_FILE", "credentials"),
                        ProfileFile.Type.CREDENTIALS,
                        problems)
                .ifPresent(files::addFile);
        read(path(environment, home, "AWS_CONFIG_FILE", "config"), ProfileFile.Type.CONFIGURATION, problems)
                .ifPresent(files::addFile);
        return new Settings(environment, home, files.build(), problems);
    }

    private static Optional<ProfileFile> read(Path path, ProfileFile.Type type, List<CloudProblem> problems) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ProfileFile.builder().content(path).type(type).build());
        } catch (SdkClientException
                | IllegalArgumentException
                | IllegalStateException
                | java.io.UncheckedIOException broken) {
            var words = Words.of("aws.profile.file", path, broken.getMessage());
            problems.add(new CloudProblem(CloudProblem.Kind.NO_CREDENTIALS, "", "", words, "", broken));
            return Optional.empty();
        }
    }

    private static Path path(Map<String, String> environment, Path home, String variable, String usual) {
        var said = environment.getOrDefault(variable, "").strip();
        if (said.isEmpty()) {
            return home.resolve(".aws").resolve(usual);
        }
        return said.startsWith("~/") || said.startsWith("~\\") ? home.resolve(said.substring(2)) : Path.of(said);
    }

    /// The profiles that lead anywhere: `AWS_PROFILE` first, then `default`, then by name.
    List<Profile> profiles() {
        var chosen = environment.getOrDefault("AWS_PROFILE", "");
        return file.profiles().values().stream()
                .filter(profile ->
                        WAYS_IN.stream().anyMatch(way -> profile.property(way).isPresent()))
                .sorted(Comparator.comparing(
                                (Profile profile) -> !profile.name().equals(chosen))
                        .thenComparing(profile -> !profile.name().equals("default"))
                        .thenComparing(Profile::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    boolean hasKeysInEnvironment() {
        return variable("AWS_ACCESS_KEY_ID").isPresent()
                && variable("AWS_SECRET_ACCESS_KEY").isPresent();
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    Optional<String> region(Optional<Profile> profile) {
        return profile.flatMap(each -> each.property(ProfileProperty.REGION))
                .or(() -> variable("AWS_REGION"))
                .or(() -> variable("AWS_DEFAULT_REGION"));
    }

    Endpoints endpoints(Optional<Profile> profile) {
        var ofServices = new HashMap<String, String>();
        profile.flatMap(each -> each.property("services"))
                .flatMap(name -> file.getSection("services", name))
                .ifPresent(section -> section.properties().forEach((key, value) -> {
                    if (key.endsWith(".endpoint_url")) {
                        ofServices.put(key.substring(0, key.indexOf('.')), value);
                    }
                }));
        return Endpoints.configured(
                environment, profile.flatMap(each -> each.property(ProfileProperty.ENDPOINT_URL)), ofServices);
    }

    boolean fips(Optional<Profile> profile) {
        return flag("AWS_USE_FIPS_ENDPOINT", profile, ProfileProperty.USE_FIPS_ENDPOINT);
    }

    boolean dualstack(Optional<Profile> profile) {
        return flag("AWS_USE_DUALSTACK_ENDPOINT", profile, ProfileProperty.USE_DUALSTACK_ENDPOINT);
    }

    private boolean flag(String variable, Optional<Profile> profile, String property) {
        return variable(variable)
                .or(() -> profile.flatMap(each -> each.property(property)))
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }
}
