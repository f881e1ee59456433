package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes on while nobody does anything.
class RestTest {
    @TempDir
    private Path home;

    @Test
    void afterAWalkNoTimerRunsAndNobodyIsLeftToMakeACall() throws Exception {
        var aws = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(aws.resolve("credentials"), """
                [default]
                aws_access_key_id = sandbox
                aws_secret_access_key = sandbox
                """);
        try (var sandbox = Sandbox.start(0, Sandbox.Options.DEFAULT.withPace(150))) {
            var process = new OwnProcess(RestWalk.class, home);
            var said = process.run(home.toString(), sandbox.endpoint().toString());

            assertThat(said).contains("at rest");
            assertThat(sandbox.ledger().entries()).isNotEmpty();
        }
    }
}
