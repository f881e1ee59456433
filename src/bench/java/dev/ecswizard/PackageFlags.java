package dev.ecswizard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the package's start script tells the JVM, apart from where its files lie.
public final class PackageFlags {
    private static final Path SCRIPT = Path.of("packaging", "linux", "ecs-cluster-wizard");

    private PackageFlags() {}

    /// The flags, for classes that are in no module. To be read in the project's folder.
    public static List<String> read() throws IOException {
        var command = Files.readString(SCRIPT).replace("\\\n", " ").replaceFirst("(?s).*/bin/java\"", "");
        var flags = Stream.of(command.strip().split("\\s+"))
                .takeWhile(word -> !word.equals("-cp"))
                .filter(word -> !word.startsWith("-XX:AOTCache=") && !word.equals("-Xlog:disable"))
                .map(word -> word.startsWith("--enable-native-access=") ? "--enable-native-access=ALL-UNNAMED" : word)
                .toList();
        if (!flags.contains("-XX:+UseSerialGC")) {
            throw new IOException("No flags of the JVM were found in " + SCRIPT);
        }
        return flags;
    }
}
