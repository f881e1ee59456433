package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.CloudProblem.Kind;
import dev.ecswizard.cloud.SignIn.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Against a program of the AWS CLI's name that a test writes down.
@DisabledOnOs(OS.WINDOWS)
class SsoLoginTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final List<Prompt> told = new ArrayList<>();

    private Map<String, String> environment() {
        return Map.of("PATH", folder + ":/usr/bin:/bin", "AWS_CLI_AUTO_PROMPT", "on");
    }

    private void aws(String script) throws IOException {
        var file = Files.writeString(folder.resolve("aws"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private CloudProblem problem(SsoLogin login) {
        return catchThrowableOfType(CloudProblem.class, () -> login.run(told::add));
    }

    @Test
    void theProgramIsAskedForTheProfileAndNeverAsksBack() throws IOException {
        aws("echo \"$@ $AWS_CLI_AUTO_PROMPT\" > '" + folder.resolve("asked") + "'; read answer || exit 0; exit 3");

        new SsoLogin("ops", environment(), LONG).run(told::add);

        assertThat(folder.resolve("asked")).hasContent("sso login --profile=ops off");
        assertThat(told).isEmpty();
    }

    @Test
    void whatTheStartScriptSetsForTheAppIsNotPassedOnToOtherPrograms() throws IOException {
        var script = Files.readString(Path.of("packaging", "linux", "ecs-cluster-wizard"));
        var given = new HashMap<>(environment());
        script.lines()
                .filter(line -> line.startsWith("export "))
                .flatMap(line -> Stream.of(line.substring(7).split(" ")))
                .map(each -> each.split("=", 2))
                .forEach(each -> given.put(each[0], each[1]));
        assertThat(given).hasSizeGreaterThan(environment().size()).containsKey("GDK_GL");
        given.put("AWS_CONFIG_FILE", "/etc/aws");
        aws("env > '" + folder.resolve("found") + "'");

        new SsoLogin("ops", given, LONG).run(told::add);

        var found = Files.readAllLines(folder.resolve("found")).stream()
                .map(line -> line.split("=", 2)[0])
                .toList();
        given.keySet().removeAll(environment().keySet());
        given.remove("AWS_CONFIG_FILE");
        assertThat(found).contains("AWS_CONFIG_FILE", "PATH").doesNotContainAnyElementsOf(given.keySet());
    }

    @Test
    void whatAPersonHasSetIsPassedOn() {
        assertThat(AwsProgram.environment(Map.of("GDK_GL", "gles"))).containsEntry("GDK_GL", "gles");
    }

    @Test
    void theAddressAndTheCodeOfADeviceAreTold() throws IOException {
        aws("""
                echo 'Attempting to automatically open the SSO authorization page in your default browser.'
                echo 'If the browser does not open or you wish to use a different device, open the following URL:'
                echo
                echo 'https://device.sso.eu-west-1.amazonaws.com/' >&2
                echo
                echo 'Then enter the code:'
                echo
                echo '  ABCD-EFGH'
                echo 'Successfully logged into Start URL: https://example.awsapps.com/start'
                """);

        new SsoLogin("ops", environment(), LONG).run(told::add);

        var address = Optional.of("https://device.sso.eu-west-1.amazonaws.com/");
        assertThat(told)
                .containsExactly(new Prompt(address, Optional.empty()), new Prompt(address, Optional.of("ABCD-EFGH")));
    }

    @Test
    void whatTheProgramSaysAtItsEndIsTheReason() throws IOException {
        aws("echo 'Waiting'; echo 'Error loading SSO: the session name is unknown' >&2; exit 253");

        var problem = problem(new SsoLogin("ops", environment(), LONG));

        assertThat(problem).hasMessageContaining("the session name is unknown");
        assertThat(problem.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(problem.remedy()).contains("aws sso login --profile ops");
    }

    @Test
    void aProgramThatFailsInSilenceIsToldByItsStatus() throws IOException {
        aws("exit 253");
        assertThat(problem(new SsoLogin("ops", environment(), LONG))).hasMessageContaining("253");
    }

    @Test
    void withoutTheProgramTheCommandIsLeft() {
        var problem = problem(new SsoLogin("ops", Map.of("PATH", folder.toString()), LONG));

        assertThat(problem).hasMessageContaining("was not found");
        assertThat(problem.remedy()).contains("aws sso login --profile ops");
    }

    @Test
    void aFolderBesideTheAppIsNotOnThePath() throws IOException {
        aws("exit 0");
        var here = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
        assertThat(AwsProgram.find(Map.of("PATH", here.toString()), "Linux")).isEmpty();
        assertThat(AwsProgram.find(Map.of("Path", folder.toString()), "Linux")).contains(folder.resolve("aws"));
    }

    @Test
    void nobodySigningInIsNotWaitedForForEver() throws IOException {
        aws("exec sleep 600");
        assertThat(problem(new SsoLogin("ops", environment(), Duration.ZERO))).hasMessageContaining("Nobody signed in");
    }

    @Test
    void givingUpEndsTheProgram() throws Exception {
        aws("""
                echo "https://example.com/$$"
                exec sleep 600
                """);
        var begun = new CountDownLatch(1);
        var ended = new CompletableFuture<CloudProblem>();
        var waiting = Thread.ofVirtual()
                .start(() -> ended.complete(catchThrowableOfType(
                        CloudProblem.class,
                        () -> new SsoLogin("ops", environment(), LONG).run(prompt -> {
                            told.add(prompt);
                            begun.countDown();
                        }))));
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        var program = ProcessHandle.of(
                Long.parseLong(told.getFirst().address().orElseThrow().replaceFirst(".*/", "")));
        assertThat(program).isPresent();

        waiting.interrupt();

        assertThat(ended.get(60, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CANCELLED);
        program.get().onExit().get(60, TimeUnit.SECONDS);
    }

    @Test
    void aChildThatHoldsTheOutputOpenDoesNotHoldUpTheEnd() throws IOException {
        var pid = folder.resolve("pid");
        aws("sleep 600 & echo $! > '" + pid + "'; echo 'no luck'; exit 1");
        try {
            assertThat(problem(new SsoLogin("ops", environment(), LONG))).hasMessageContaining("no luck");
        } finally {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
