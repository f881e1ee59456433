package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a start loads, in a process of its own.
class FirstFrameTest {
    private static final String AWS = "software.amazon.awssdk.";
    /// How JavaFX tells of a frame that has been painted.
    private static final String FRAME = "): Painting";

    @TempDir
    private Path home;

    private Process start() throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout:none",
                        "-Duser.home=" + home,
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djavafx.pulseLogger=true",
                        "-Djavafx.pulseLogger.threshold=-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.ecswizard.Main")
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("XDG_"));
        return builder.start();
    }

    /// Whether a line with the words comes, and none with others before it.
    private static boolean says(Scanner lines, String words, List<String> others) {
        while (lines.hasNextLine()) {
            var line = lines.nextLine();
            if (line.contains(words)) {
                return true;
            }
            assertThat(others).noneMatch(line::contains);
        }
        return false;
    }

    @Test
    @Timeout(120)
    void nothingOfAwsIsLoadedBeforeTheWindowIsSeen() throws IOException {
        var process = start();
        try (InputStream said = process.getInputStream();
                var lines = new Scanner(said)) {
            assertThat(says(lines, FRAME, List.of(AWS))).isTrue();
            assertThat(says(lines, AWS, List.of())).as("afterwards").isTrue();
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
