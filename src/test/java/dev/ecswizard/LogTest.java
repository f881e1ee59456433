package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    private static final Path HOME = Path.of("/home/ops");

    @TempDir
    private Path folder;

    private Handler files;

    @BeforeEach
    void open() throws IOException {
        files = Log.files(folder);
    }

    @AfterEach
    void close() {
        files.close();
    }

    private void log(String logger, Level level, String words) {
        var record = new LogRecord(level, words);
        record.setLoggerName(logger);
        files.publish(record);
    }

    private List<Path> written() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".log")).sorted().toList();
        }
    }

    private String words() throws IOException {
        return Files.readString(written().getFirst());
    }

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

    @Test
    void aRecordIsOneLineWithTheTraceOfWhatWasThrown() throws IOException {
        var record = new LogRecord(Level.SEVERE, "Unforeseen");
        record.setLoggerName("dev.ecswizard.App");
        record.setInstant(java.time.Instant.parse("2026-02-03T04:05:06.789Z"));
        record.setThrown(new IllegalStateException("a tail of a comet"));
        files.publish(record);

        assertThat(words().lines())
                .startsWith(
                        "2026-02-03T04:05:06.789Z SEVERE dev.ecswizard.App Unforeseen",
                        "java.lang.IllegalStateException: a tail of a comet");
    }

    @Test
    void theFilesTurnAndOnlyTheirUserReadsThem() throws IOException {
        for (var megabyte = 0; megabyte < 5; megabyte++) {
            log("dev.ecswizard.App", Level.INFO, megabyte + "x".repeat(1 << 20));
        }
        log("dev.ecswizard.App", Level.INFO, "the last");

        assertThat(written())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("wizard-0.0.log", "wizard-0.1.log", "wizard-0.2.log");
        assertThat(words()).contains("the last");
        assertThat(written())
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void ofOthersOnlyWarningsAreWritten() throws IOException {
        log("dev.ecswizard.ui.Settings", Level.FINEST, "ours");
        log("software.amazon.awssdk.request", Level.FINE, "a request");
        log("software.amazon.awssdk.requests", Level.FINE, "another's");
        log("software.amazon.awssdk.auth.signer", Level.INFO, "a token");
        log("sun.net.www.protocol.http.HttpURLConnection", Level.FINEST, "headers");
        log(null, Level.INFO, "nobody's");
        log("javafx", Level.WARNING, "a warning");

        assertThat(words())
                .contains("ours", "a request", "a warning")
                .doesNotContain("token", "headers", "nobody", "another");
    }
}
