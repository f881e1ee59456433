package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.template.DeployScript;
import dev.ecswizard.template.Template;
import dev.ecswizard.ui.Shortcut;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line as a process of its own.
class MainTest {
    private static final Path CLUSTERS = Path.of("src", "test", "resources", "dev", "ecswizard", "clusters");

    @TempDir
    Path folder;

    record Outcome(int code, byte[] out, String err) {}

    static Stream<Path> clusters() throws IOException {
        try (var files = Files.list(CLUSTERS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void theSampleFilesMakeTemplates(Path file) throws Exception {
        assertThat(Template.of(ClusterFile.read(file)).yaml()).startsWith("AWSTemplateFormatVersion");
    }

    @Test
    void printTemplateWritesTheBytesThatAreSaved() throws Exception {
        var file = CLUSTERS.resolve("standard.ecscluster");
        var outcome = run("--print-template", file.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .isEqualTo(Template.of(ClusterFile.read(file)).yaml().getBytes(StandardCharsets.UTF_8));
    }

    static Stream<List<String>> withoutWindow() {
        var file = CLUSTERS.resolve("classic.ecscluster").toString();
        return Stream.of(List.of("--print-template", file), List.of("--replace", file, "--export"));
    }

    @ParameterizedTest
    @MethodSource("withoutWindow")
    void neitherWindowNorClientsAreLoadedForNothing(List<String> arguments) throws Exception {
        var words = new ArrayList<>(arguments);
        if (arguments.getLast().equals("--export")) {
            words.add(folder.toString());
        }
        var command = command(words.toArray(String[]::new));
        command.add(1, "-Xlog:class+load:file=%s".formatted(folder.resolve("classes.log")));
        assertThat(run(new ProcessBuilder(command)).code()).isZero();

        assertThat(Files.readString(folder.resolve("classes.log")))
                .contains("dev.ecswizard.template.ClusterFile ")
                .doesNotContain(" javafx.", " software.amazon.", " dev.ecswizard.App ", " com.sun.javafx.");
    }

    @Test
    void exportWritesWhatTheWindowSaves() throws Exception {
        var file = CLUSTERS.resolve("production.ecscluster");
        var outcome = run("--export", folder.toString(), file.toString(), "--profile", "ops");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        var files = ClusterFile.export(file, new DeployScript(Optional.of("ops"), Optional.empty()), folder);
        assertThat(new String(outcome.out(), StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(
                        files.stream().map(each -> each.path().toString()).toList());
        assertThat(files)
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.path()).content().isEqualTo(each.text()));
    }

    @Test
    void exportReplacesOnlyWhenTold() throws Exception {
        var file = CLUSTERS.resolve("standard.ecscluster").toString();
        var script = Files.writeString(folder.resolve("web.sh"), "mine");
        var outcome = run("--export", folder.toString(), file);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo("Nothing was saved: %s is there already.\n--replace replaces it.\n".formatted(script));
        assertThat(script).hasContent("mine");
        assertThat(folder.resolve("web.yaml")).doesNotExist();

        assertThat(run("--export", folder.toString(), file, "--replace").code()).isZero();
        assertThat(script).content().startsWith("#!/bin/sh");
    }

    @Test
    void whatCanNotBeExportedIsSaid() throws Exception {
        var file = CLUSTERS.resolve("standard.ecscluster").toString();
        var gone = folder.resolve("gone");
        assertThat(run("--export", gone.toString(), file).err())
                .isEqualTo("Nothing was saved: there is no folder %s.\n".formatted(gone));
        assertThat(run("--export", "", file).err()).contains("the name of the folder is empty");
        assertThat(run("--export", folder.toString(), "nowhere.ecscluster").err())
                .isEqualTo("nowhere.ecscluster: can not be read: there is no such file.\n");
        var bad = Files.writeString(folder.resolve("bad.ecscluster"), "version: 9\n");
        assertThat(run("--export", folder.toString(), bad.toString()).err())
                .startsWith(bad + ": line 1: ")
                .doesNotContain("\tat ");
    }

    /// In a mount namespace of its own, where the system lets one be made.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size=64k | head -c 1m /dev/zero > fill 2>/dev/null ; true | the disk that %s is on is full.",
                "size=64k | mount -o remount,ro . | the disk that %s is on can only be read.",
            })
    @EnabledOnOs(OS.LINUX)
    void aDiskThatTakesNothingLeavesTheOldFilesWhole(String options, String spoil, String said) throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        var mount = "mount -t tmpfs -o %s tmpfs %s && cd %2$s".formatted(options, disk);
        assumeThat(run(new ProcessBuilder("unshare", "-rm", "sh", "-c", mount)).code())
                .as("a disk can be mounted")
                .isZero();

        var command = command(
                "--export",
                disk.toString(),
                CLUSTERS.resolve("standard.ecscluster").toAbsolutePath().toString(),
                "--replace");
        var script = mount + " && echo old > web.yaml && echo old > web.sh && { " + spoil + "; }; \"$@\"; echo $?;"
                + " rm -f fill; ls -A; cat web.yaml web.sh";
        var words = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, "sh"));
        words.addAll(command);
        var outcome = run(new ProcessBuilder(words));

        assertThat(outcome.err())
                .startsWith("Nothing was saved: " + said.formatted(disk))
                .doesNotContain("\tat ");
        assertThat(new String(outcome.out(), StandardCharsets.UTF_8).lines())
                .containsExactly("1", "web.sh", "web.yaml", "old", "old");
    }

    @Test
    void aFaultInTheFileIsNamedWithoutATrace() throws Exception {
        var file = folder.resolve("bad.ecscluster");
        var text = Files.readString(CLUSTERS.resolve("standard.ecscluster"));
        Files.writeString(file, text.replaceFirst("clusterMaxSize: [0-9]+", "clusterMaxSize: 1"));
        var line = text.substring(0, text.indexOf("clusterMaxSize")).lines().count() + 1;

        var outcome = run("--print-template", file.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualToNormalizingNewlines(
                        "%s: line %d: clusterMaxSize: 1: has to be a whole number from 2 to 999.\n"
                                .formatted(file, line));
    }

    @Test
    void imagesThatMakeTheTemplateTooLargeAreNamedWithTheirLine() throws Exception {
        var text = Files.readString(CLUSTERS.resolve("standard.ecscluster"));
        var images = IntStream.range(0, 1999)
                .mapToObj(i ->
                        "\n  xx-%s-%d: ami-0a1b2c3d4e5f60718".formatted(Integer.toString(i / 100 + 10, 36), i % 100))
                .collect(Collectors.joining());
        var file = Files.writeString(folder.resolve("large.ecscluster"), text.replace("images:", "images:" + images));
        var line = text.substring(0, text.indexOf("images:")).lines().count() + 1;

        var outcome = run("--print-template", file.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .matches(Pattern.quote("%s: line %d: images: 2001 regions: ".formatted(file, line))
                        + "The template would have \\d+ bytes; CloudFormation takes 51200 at most[^\n]+\n");
    }

    @Test
    void aFileThatIsNotThereIsSaid() throws Exception {
        var outcome = run("--print-template", "nowhere.ecscluster");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("nowhere.ecscluster: can not be read: there is no such file.\n");
    }

    @Test
    void aReaderThatGoesAwayLeavesNoTrace() throws Exception {
        var process = new ProcessBuilder(command(
                        "--print-template",
                        CLUSTERS.resolve("standard.ecscluster").toString()))
                .start();
        process.getInputStream().close();
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isLessThan(2);
        assertThat(err).doesNotContain("Exception", "\tat ");
    }

    static Stream<List<String>> wrong() {
        return Stream.of(
                List.of("--bogus"),
                List.of("a", "b"),
                List.of("--print-template"),
                List.of("--print-template", "a", "b"),
                List.of("--print-template", "a", "--sandbox"),
                List.of("--print-template", "a", "--serve-sandbox", "0"),
                List.of("--print-template", "a", "--export", "b"),
                List.of("--export", "a"),
                List.of("--export", "a", "b", "--sandbox"),
                List.of("--export", "a", "b", "--serve-sandbox", "0"),
                List.of("--export", "a", "b", "--region", "eu-west-1"),
                List.of("--export", "a", "b", "--profile", ""),
                List.of("--export", "a", "b", "--endpoint-url", "http://example.com"),
                List.of("--replace", "b"),
                List.of("--json"),
                List.of("--check"),
                List.of("--check", "a", "b"),
                List.of("--check", "a", "--region", "eu-west-1"),
                List.of("--check", "a", "--print-template", "b"),
                List.of("--check", "a", "--export", "b"),
                List.of("--check", "a", "--serve-sandbox", "0"),
                List.of("--check", "a", "--scenario", "no-way-out"),
                List.of("--check", "a", "--sandbox", "--endpoint-url", "http://localhost"),
                List.of("--check", "a", "--profile", ""),
                List.of("--serve-sandbox", "x"),
                List.of("--serve-sandbox", "-1"),
                List.of("--serve-sandbox", "65536"),
                List.of("--serve-sandbox", "0", "--region", "eu-west-1"),
                List.of("--scenario", "no-way-out"),
                List.of("--round-trip", "5", "--print-template", "a"),
                List.of("--serve-sandbox", "0", "--scenario", "rain"),
                List.of("--serve-sandbox", "0", "--round-trip", "-1"),
                List.of("--serve-sandbox", "0", "--pace", "0"),
                List.of("--region", "Ireland"),
                List.of("--profile", " "),
                List.of("--endpoint-url", "http://example.com"),
                List.of("--sandbox", "--endpoint-url", "http://localhost"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongUsageIsSaid(List<String> arguments) throws Exception {
        var outcome = run(arguments.toArray(String[]::new));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("--help").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:hush@example.com",
                "https://me:hu/hush@example.com",
                "https://me:h^hush@example.com",
                "me:hush@example.com",
                "https://hush@example.com?a=b@c"
            })
    void whoAnEndpointIsAskedAsIsNotSaid(String url) throws Exception {
        var outcome = run("--endpoint-url", url);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("--endpoint-url: ").doesNotContain("hush", "me:");
    }

    @Test
    void theEndpointOfTheEnvironmentIsCheckedToo() throws Exception {
        var builder = new ProcessBuilder(command());
        builder.environment().put("AWS_ENDPOINT_URL", "http://example.com");
        var outcome = run(builder);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("AWS_ENDPOINT_URL: http://example.com: has to be an https URL");
    }

    @Test
    void versionAndHelpAreSaid() throws Exception {
        var version = run("--version");
        assertThat(version.code()).isZero();
        assertThat(new String(version.out(), StandardCharsets.UTF_8)).matches("ecs-cluster-wizard \\d+\\.\\d+.*\\R");

        var help = run("--help");
        assertThat(help.code()).isZero();
        assertThat(new String(help.out(), StandardCharsets.UTF_8))
                .contains(
                        "--print-template=FILE",
                        "--export=FOLDER",
                        "--serve-sandbox=PORT",
                        "--endpoint-url=URL",
                        "Preselect the sandbox",
                        "--scenario=NAME",
                        "no-way-out,",
                        "slow-network",
                        Shortcut.list());
    }

    @Test
    void theSandboxSaysWhereItIsAndEndsWhenAsked() throws Exception {
        var process = new ProcessBuilder(command("--serve-sandbox", "0")).start();
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(process.isAlive()).isTrue();
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theSandboxBeginsInTheScenariosThatWereAskedFor() throws Exception {
        var process = new ProcessBuilder(
                        command("--serve-sandbox", "0", "--scenario", "throttled", "--scenario", "no-capacity"))
                .start();
        try (var out = process.inputReader();
                var client = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(URI.create(out.readLine()))
                    .POST(HttpRequest.BodyPublishers.ofString("Action=DescribeVpcs&Version=2016-11-15"))
                    .build();
            var answer = client.send(question, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("<Code>RequestLimitExceeded</Code>");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anUnknownScenarioIsNamed() throws Exception {
        assertThat(run("--serve-sandbox", "0", "--scenario", "rain").err())
                .contains("'--scenario'", "there is no scenario rain; --help lists them.");
    }

    @Test
    void aSandboxWhoseUrlNobodyCanReadEnds() throws Exception {
        var process = new ProcessBuilder(command("--serve-sandbox", "0")).start();
        process.getInputStream().close();
        endsBecauseOfItsUrl(process);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSandboxWhoseUrlFillsTheDiskEnds() throws Exception {
        endsBecauseOfItsUrl(new ProcessBuilder(command("--serve-sandbox", "0"))
                .redirectOutput(new File("/dev/full"))
                .start());
    }

    private static void endsBecauseOfItsUrl(Process process) throws Exception {
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(process.errorReader().readAllLines())
                    .containsExactly("The sandbox's URL could not be written; the sandbox is closed.");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var outcome = run("--serve-sandbox", String.valueOf(taken.getLocalPort()));

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err())
                    .startsWith("The sandbox can not have port " + taken.getLocalPort() + ": ")
                    .doesNotContain("\tat ");
        }
    }

    private Outcome run(String... arguments) throws Exception {
        return run(new ProcessBuilder(command(arguments)));
    }

    private Outcome run(ProcessBuilder builder) throws Exception {
        var err = folder.resolve("err").toFile();
        var process = builder.redirectError(err).start();
        var out = process.getInputStream().readAllBytes();
        return new Outcome(
                process.waitFor(), out, Files.readString(err.toPath()).replace("\r\n", "\n"));
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.ecswizard.Main"));
        command.addAll(List.of(arguments));
        return command;
    }
}
