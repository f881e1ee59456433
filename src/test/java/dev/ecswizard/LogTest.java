package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogTest {
    private static final Path HOME = Path.of("/home/ops");

    @Test
    void theFolderIsWhereTheSystemWantsIt() {
        assertThat(Log.folder(Map.of(), HOME, "Linux")).isEqualTo(Path.of("/home/ops/.local/state/ecs-cluster-wizard"));
        assertThat(Log.folder(Map.of("XDG_STATE_HOME", "/var/state"), HOME, "Linux"))
                .isEqualTo(Path.of("/var/state/ecs-cluster-wizard"));
        assertThat(Log.folder(Map.of("XDG_STATE_HOME", "state"), HOME, "Linux"))
                .isEqualTo(Path.of("/home/ops/.local/state/ecs-cluster-wizard"));
        assertThat(Log.folder(Map.of(), HOME, "Mac OS X"))
                .isEqualTo(Path.of("/home/ops/Library/Logs/ecs-cluster-wizard"));
        assertThat(Log.folder(Map.of("LOCALAPPDATA", "/local"), HOME, "Windows 11"))
                .isEqualTo(Path.of("/local/ecs-cluster-wizard/Logs"));
    }
}
