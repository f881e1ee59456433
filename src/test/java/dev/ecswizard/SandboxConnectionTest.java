package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.sandbox.Sandbox;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxConnectionTest {
    @Test
    void otherToolsAreToldItsEndpointOnceItRuns() {
        try (var connection = new SandboxConnection(Sandbox.Options.DEFAULT)) {
            assertThat(connection.endpoint()).isEmpty();

            try (var _ = connection.open((_, _) -> Optional.empty())) {
                assertThat(connection.profile()).isEmpty();
                assertThat(connection.endpoint())
                        .hasValueSatisfying(
                                url -> assertThat(url.toString()).matches("http://127\\.0\\.0\\.1:[1-9][0-9]*"));
            }
        }
    }
}
