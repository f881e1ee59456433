package dev.ecswizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A class of the tests in a process of its own, for somebody who has nothing on this machine yet.
final class OwnProcess {
    private static final int PATIENCE_SECONDS = 150;

    private final Class<?> type;
    private final Path home;
    private final List<String> flags = new ArrayList<>();
    private String classPath = System.getProperty("java.class.path");

    /// @param type has a `main`
    /// @param home where the user's files are looked for and written
    OwnProcess(Class<?> type, Path home) {
        this.type = type;
        this.home = home;
        Stream.of("glass.platform", "prism.order", "testfx.robot.move_max_count", "java.awt.headless")
                .forEach(name -> flag("-D" + name + "=" + System.getProperty(name)));
    }

    void flag(String flag) {
        flags.add(flag);
    }

    /// Has it speak another language.
    ///
    /// @param words a folder with bundles
    void words(Path words, String language, String country) {
        classPath = words + File.pathSeparator + classPath;
        flag("-Duser.language=" + language);
        flag("-Duser.country=" + country);
    }

    /// Runs it to its end.
    ///
    /// @return what it has printed
    /// @throws AssertionError if it ends badly or not at all
    String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(
                // what lives for seconds only
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + Files.createDirectories(home),
                "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                type.getName()));
        command.addAll(List.of(arguments));
        var said = home.resolve("said");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        var process = builder.start();
        try {
            var isOver = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(isOver && process.exitValue() == 0)
                    .as("%s", Files.readString(said))
                    .isTrue();
            return Files.readString(said);
        } finally {
            process.destroyForcibly();
        }
    }
}
