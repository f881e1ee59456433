package dev.ecswizard.wizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How long the first checks of a fresh start of the app take.
class FirstChecksTest {
    /// In milliseconds.
    ///
    /// @param checks by the wall's clock, which tells more of what else the machine does
    /// @param busy the processors' time
    private record Times(long rehearsal, long checks, long busy) {}

    @Test
    void theFirstChecksAreFastSinceTheyWereRehearsed() throws Exception {
        try (var sandbox = Sandbox.start(0, Sandbox.Options.DEFAULT.withRoundTrip(Duration.ofMillis(100)))) {
            // the sandbox's own code, too, is loaded at the first question, which AWS's is not
            FirstChecks.main(new String[] {sandbox.endpoint().toString(), "false"});

            var cold = inAFreshMachine(sandbox.endpoint(), false);
            var rehearsed = inAFreshMachine(sandbox.endpoint(), true);

            Figures.report("first checks: " + cold + " without a rehearsal, " + rehearsed + " with one");
            // four round trips of the two seconds there are
            assertThat(rehearsed.busy()).isLessThan(2_000 - 400);
            assertThat(rehearsed.busy()).isLessThan(cold.busy() * 2 / 3);
        }
    }

    private static Times inAFreshMachine(URI endpoint, boolean rehearse) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xms32m",
                        "-classpath",
                        path,
                        FirstChecks.class.getName(),
                        endpoint.toString(),
                        String.valueOf(rehearse))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(said).matches("\\d+ \\d+ \\d+");
        var parts = said.split(" ");
        return new Times(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
