package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks for secrets in every file that a whole walk leaves behind while everything that can be logged is.
class SecretsTest {
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z])" + CanaryWalk.CODE + "(?![0-9A-Za-z])");

    /// Of a secret, in letters; less could stand somewhere by chance.
    private static final int PART = 12;

    @TempDir
    private Path home;

    @Test
    void noFileHoldsASecretHoweverFineTheLog() throws Exception {
        walk();

        var files = files();
        assertThat(files)
                .extracting(file -> home.relativize(file).toString())
                .contains(
                        ".config/ecs-cluster-wizard/settings.properties",
                        ".local/state/ecs-cluster-wizard/wizard-0.0.log",
                        "saved/web.yaml")
                .anyMatch(name -> name.startsWith(".local/state/ecs-cluster-wizard/deployments/"));
        var log = Files.readString(home.resolve(".local/state/ecs-cluster-wizard/wizard-0.0.log"));
        assertThat(log).contains("FINE software.amazon.awssdk.request Sending Request: ");
        assertThat(found(files)).isEmpty();
    }

    private List<String> found(List<Path> files) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files) {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            Stream.concat(CanaryWalk.OWN.stream(), CanaryWalk.OF_ROLE.stream())
                    .flatMap(SecretsTest::forms)
                    .filter(text::contains)
                    .forEach(form -> found.add(file + ": " + form));
            if (CODE.matcher(text).find()) {
                found.add(file + ": the one-time code");
            }
        }
        return found;
    }

    /// A secret's parts, as they are and as other writings have them.
    private static Stream<String> forms(String secret) {
        var bytes = secret.getBytes(StandardCharsets.US_ASCII);
        var hex = HexFormat.of();
        return Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        base64(bytes, 0),
                        base64(bytes, 1),
                        base64(bytes, 2),
                        hex.formatHex(bytes),
                        hex.withUpperCase().formatHex(bytes))
                .flatMap(form -> Pattern.compile(".{" + PART + "}")
                        .matcher(form)
                        .results()
                        .map(part -> part.group()))
                .distinct();
    }

    /// Without what depends on the bytes before and behind.
    private static String base64(byte[] bytes, int before) {
        var all = new byte[bytes.length + before];
        System.arraycopy(bytes, 0, all, before, bytes.length);
        var text = Base64.getEncoder().encodeToString(all);
        return text.substring(4, text.length() - 4);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve(".aws")))
                    .toList();
        }
    }

    private void walk() throws Exception {
        var levels = Files.writeString(home.resolve("levels"), ".level=ALL\n");
        var process = new OwnProcess(CanaryWalk.class, home);
        process.flag("-Djava.util.logging.config.file=" + levels);
        process.run(Files.createDirectories(home.resolve("saved")).toString());
    }
}
